package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules hold for everything that the chart renders, and each of them has been seen to break. */
class ManifestRulesTest {
    private static final List<Map<String, Object>> BROKEN =
            Yaml.maps(Yaml.read(Path.of("src/test/resources/deploy/broken-manifests.yaml"))
                    .get("cases"));

    @TestFactory
    Stream<DynamicTest> every_manifest_keeps_every_rule() {
        return Chart.WAYS.keySet().stream()
                .map(way -> DynamicTest.dynamicTest(
                        way,
                        () -> assertThat(ManifestRules.findings(Chart.manifests(way)))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> a_broken_rule_is_named() {
        List<Map<String, Object>> good = Chart.manifests("cloud");
        return BROKEN.stream().map(broken -> {
            String rule = Objects.toString(broken.get("rule"));
            String kind = Objects.toString(broken.get("kind"));
            String path = Objects.toString(broken.get("path"));
            return DynamicTest.dynamicTest(
                    rule + " (" + path + ")",
                    () -> assertThat(ManifestRules.findings(Breaking.one(good, kind, path, broken.get("value"))))
                            .anyMatch(line -> line.startsWith(rule + ": ")));
        });
    }

    @Test
    void every_rule_has_been_seen_to_break() {
        assertThat(BROKEN.stream()
                        .map(broken -> Objects.toString(broken.get("rule")))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ManifestRules.ALL.keySet());
    }
}
