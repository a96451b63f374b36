package io.tillgate.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A link to another file of the repository leads somewhere. */
class LinksInDocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void every_link_between_documents_resolves() throws IOException {
        List<Path> documents = documents();

        List<String> dead =
                documents.stream().flatMap(LinksInDocumentsTest::dead).toList();

        assertThat(documents).hasSizeGreaterThan(20);
        assertThat(dead).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/docs"))) {
            Stream<Path> pages = all.filter(file -> file.toString().endsWith(".md"));
            Stream<Path> others = Stream.of("README.md", "helm/tillgate/README.md", "terraform/README.md")
                    .map(Path::of);
            return Stream.concat(others, pages).toList();
        }
    }

    private static Stream<String> dead(Path document) {
        return LINK.matcher(read(document))
                .results()
                .map(MatchResult::group)
                .map(link -> link.replaceAll("]\\(|[#)].*", ""))
                .filter(target -> !Files.exists(document.resolveSibling(target)))
                .map(target -> document + " -> " + target);
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
