package io.tillgate.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The chart and the ways of using it that the tests know: names of values files below {@code ci/}, the later one
 * wins.
 */
final class Chart {
    static final Path DIRECTORY = Path.of("helm/tillgate");
    static final String RELEASE = "acquirer";
    static final String NAMESPACE = "payments";
    private static final String KUBERNETES = "1.33.0";

    /** Every values file of {@code ci/}, each with what it stands on. */
    static final Map<String, List<String>> WAYS = Map.of(
            "minimal", List.of("minimal"),
            "cloud", List.of("minimal", "cloud"),
            "web-only", List.of("minimal", "web-only"),
            "ports", List.of("minimal", "ports"));

    private static final Path WITHOUT_HOOKS = copied(
            Path.of("target/deploy/chart-without-hooks"), text -> text.replaceAll("(?m)^    helm\\.sh/hook: .*\n", ""));

    private Chart() {}

    /**
     * All of them, the pod of {@code helm test} too, which Helm's library leaves out of what it renders as long
     * as it is a hook.
     */
    static List<Map<String, Object>> manifests(String way) {
        return manifests(values(way));
    }

    static List<Map<String, Object>> manifests(Map<String, Object> values) {
        return Yaml.documents(withFile(
                values, file -> templates(WITHOUT_HOOKS).withValuesFile(file).call()));
    }

    /** The values that a way gives, without the chart's own defaults. */
    static Map<String, Object> values(String way) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String file : WAYS.getOrDefault(way, List.of())) {
            all = Yaml.merged(all, Yaml.read(DIRECTORY.resolve("ci").resolve(file + "-values.yaml")));
        }
        return all;
    }

    /** @throws IllegalStateException with Helm's own words when it refuses */
    static String rendered(Map<String, Object> values) {
        return withFile(
                values, file -> templates(DIRECTORY).withValuesFile(file).call());
    }

    static String notes(Map<String, Object> values) {
        return withFile(
                values,
                file -> new Helm(DIRECTORY)
                        .install()
                        .clientOnly()
                        .dryRun()
                        .withName(RELEASE)
                        .withNamespace(NAMESPACE)
                        .withKubeVersion(KUBERNETES)
                        .withValuesFile(file)
                        .call()
                        .getOutput());
    }

    /** Lint reads the chart's own values only, so they are replaced by the merged ones in a copy. */
    static LintResult lint(Map<String, Object> values, Path scratch) {
        Map<String, Object> merged = Yaml.merged(Yaml.read(DIRECTORY.resolve("values.yaml")), values);
        Path copy = copied(scratch, text -> text);
        write(copy.resolve("values.yaml"), Yaml.write(merged));
        return new Helm(copy).lint().strict().call();
    }

    private static Path copied(Path to, UnaryOperator<String> edit) {
        try (Stream<Path> all = Files.walk(DIRECTORY)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                write(to.resolve("tillgate").resolve(DIRECTORY.relativize(file)), edit.apply(Files.readString(file)));
            }
            return to.resolve("tillgate");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateCommand templates(Path chart) {
        return new Helm(chart)
                .template()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion(KUBERNETES);
    }

    private static String withFile(Map<String, Object> values, Function<Path, String> use) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, Yaml.write(values));
                return use.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
