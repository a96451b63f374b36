package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A second opinion on the manifests by models that others generated from the API's own description: they see ports and
 * enumerations, which {@link ManifestTypes} does not, and miss unknown fields, which it sees. They come from npm once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignModelsIT {
    private static final Path SOURCE = Path.of("src/test/resources/deploy/models");
    private static final Path WORK = Path.of("target/deploy/models").toAbsolutePath();

    private @Nullable Path node;

    @BeforeAll
    void isThere() throws IOException {
        node = Tool.find("node");
        Path npm = Tool.find("npm");
        if (node == null || npm == null) {
            Absent.because("there is no node and npm on this machine, so manifests get no second opinion");
        }
        Path lock = SOURCE.resolve("package-lock.json");
        Path installed = WORK.resolve("package-lock.json");
        if (Files.exists(WORK.resolve("node_modules"))
                && Files.exists(installed)
                && Files.mismatch(lock, installed) < 0) {
            return;
        }
        for (String name : List.of("package.json", ".npmrc")) {
            copied(name);
        }
        Files.deleteIfExists(installed);
        copied("package-lock.json");
        Tool.Result result = new Tool(Objects.requireNonNull(npm), WORK, Map.of())
                .run(List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        if (!result.isGood()) {
            Files.delete(installed);
            Absent.because(
                    "npm could not install kubernetes-models, so manifests get no second opinion: " + result.output());
        }
    }

    @Test
    void every_manifest_is_one_of_theirs() throws IOException {
        List<Map<String, Object>> all = Chart.WAYS.keySet().stream()
                .flatMap(way -> ours(Chart.manifests(way)))
                .toList();

        assertThat(judged(all)).containsExactly(all.size() + " judged");
    }

    @Test
    void they_see_a_port_that_is_none_an_unknown_word_and_a_missing_field() throws IOException {
        List<Map<String, Object>> good = Chart.manifests("cloud");

        assertThat(judged(Breaking.one(good, "Service", "spec/ports/0/port", "80")))
                .hasSize(2);
        assertThat(judged(
                        Breaking.one(good, "StatefulSet", "spec/template/spec/containers/0/imagePullPolicy", "Rarely")))
                .hasSize(2);
        assertThat(judged(Breaking.one(good, "StatefulSet", "spec/selector", null)))
                .hasSize(2);
    }

    private List<String> judged(List<Map<String, Object>> manifests) throws IOException {
        copied("judge.mjs");
        Path file = WORK.resolve("manifests.json");
        new ObjectMapper().writeValue(file.toFile(), ours(manifests).toList());
        Tool.Result result =
                new Tool(Objects.requireNonNull(node), WORK, Map.of()).run(List.of("judge.mjs", file.toString()));
        assertThat(result.isGood()).as(result.output()).isTrue();
        return result.output().lines().toList();
    }

    private static Stream<Map<String, Object>> ours(List<Map<String, Object>> manifests) {
        return manifests.stream().filter(manifest -> !ManifestTypes.FOREIGN.contains(Yaml.text(manifest, "kind")));
    }

    private static void copied(String name) throws IOException {
        Files.createDirectories(WORK);
        Files.copy(SOURCE.resolve(name), WORK.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
