package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chart's page names every value, and the pages that lead through it name files and values that are there. */
class ChartPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\|");
    private static final List<String> LEAVES =
            SchemaRules.leaves(Yaml.read(Chart.DIRECTORY.resolve("values.yaml"))).stream()
                    .map(path -> path.replace('/', '.'))
                    .toList();

    @Test
    void every_value_is_on_the_page_and_nothing_else() throws IOException {
        List<Pattern> documented = ROW.matcher(Files.readString(Chart.DIRECTORY.resolve("README.md")))
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ")))
                .map(ChartPageTest::pattern)
                .toList();

        assertThat(documented).hasSizeGreaterThan(40);
        assertThat(LEAVES)
                .allMatch(leaf ->
                        documented.stream().anyMatch(page -> page.matcher(leaf).matches()));
        assertThat(documented)
                .allMatch(page ->
                        LEAVES.stream().anyMatch(leaf -> page.matcher(leaf).matches()));
    }

    @Test
    void the_walk_through_names_values_and_files_that_are_there() throws IOException {
        String page = Files.readString(Path.of("src/docs/operating/kubernetes.md"));

        assertThat(Pattern.compile(
                                "`((?:drain|database|terminals|securityModule|networkPolicy|web|metrics|podSecurity)\\.[A-Za-z.]+)")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(LEAVES::contains);
        assertThat(Pattern.compile("`?((?:helm|terraform)/[a-z/-]+(?:\\.yaml)?)")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(file -> Files.exists(Path.of(file)));
    }

    /** {@code a.{b,c}} is either, {@code a.*} is all below. */
    private static Pattern pattern(String words) {
        return Pattern.compile(words.replace("`", "")
                .replace(".", "\\.")
                .replace("{", "(?:")
                .replace("}", ")")
                .replace(",", "|")
                .replace("*", ".*"));
    }
}
