package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Helm renders the chart in each way that {@code ci/} knows, and finds nothing to say against it. */
class RenderingTheChartTest {
    static Set<String> ways() {
        return Chart.WAYS.keySet();
    }

    @Test
    void every_values_file_of_the_chart_is_tried() throws IOException {
        try (Stream<Path> files = Files.list(Chart.DIRECTORY.resolve("ci"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace("-values.yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(ways());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void the_same_values_give_the_same_manifests(String way) {
        String once = Chart.rendered(Chart.values(way));

        assertThat(once).isEqualTo(Chart.rendered(Chart.values(way)));
        assertThat(Yaml.documents(once)).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void strict_lint_is_content(String way, @TempDir Path scratch) {
        LintResult result = Chart.lint(Chart.values(way), scratch);

        assertThat(result.isFailed())
                .as(() -> String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void strict_lint_is_not_content_with_anything(@TempDir Path scratch) {
        Map<String, Object> values = Chart.values("minimal");
        values.put("replicas", "two");

        assertThat(Chart.lint(values, scratch).isFailed()).isTrue();
    }

    @Test
    void no_two_manifests_are_of_one_kind_and_name() {
        for (String way : ways()) {
            assertThat(named(way)).as(way).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_smallest_deployment_has_what_it_needs() {
        assertThat(named("minimal"))
                .containsExactlyInAnyOrder(
                        "NetworkPolicy acquirer-tillgate",
                        "Pod acquirer-tillgate-test",
                        "PodDisruptionBudget acquirer-tillgate",
                        "Service acquirer-tillgate-device",
                        "Service acquirer-tillgate-mqtt",
                        "Service acquirer-tillgate-replicas",
                        "Service acquirer-tillgate-web",
                        "ServiceAccount acquirer-tillgate",
                        "StatefulSet acquirer-tillgate");
    }

    @Test
    void a_release_without_terminals_opens_no_port_for_them() {
        String text = Chart.rendered(Chart.values("web-only"));

        assertThat(named("web-only")).noneMatch(name -> name.endsWith("-mqtt") || name.endsWith("-device"));
        assertThat(text).doesNotContain("containerPort: 8883", "containerPort: 8444");
    }

    @Test
    void an_autoscaled_workload_states_no_number_of_replicas() {
        assertThat(Yaml.at(workload(Chart.manifests("cloud")), "spec/replicas")).isNull();
        assertThat(Yaml.at(workload(Chart.manifests("web-only")), "spec/replicas"))
                .isEqualTo(3);
    }

    @Test
    void a_changed_tenant_file_restarts_the_replicas() {
        Map<String, Object> values = Chart.values("cloud");
        Map<String, Object> other = Yaml.map(Yaml.copy(values));
        Yaml.put(other, "tenants/files/harbour.yaml", "slug: harbour\n");

        assertThat(checksum(values)).isNotEqualTo(checksum(other));
    }

    @Test
    void the_notes_name_the_addresses_and_what_is_not_as_it_should_be() {
        String notes = Chart.notes(Chart.values("minimal"));

        assertThat(notes)
                .contains(
                        "https://pay.example.com/portal/",
                        "https://devices.example.com:8444",
                        "devices.example.com:8883")
                .contains("must allow 44 connections", "DEGRADED", "no sanctions list")
                .doesNotContain("not encrypted");
        assertThat(Chart.notes(Chart.values("ports"))).contains("not encrypted");
    }

    private static String checksum(Map<String, Object> values) {
        Map<String, Object> workload = workload(Yaml.documents(Chart.rendered(values)));
        return String.valueOf(Yaml.map(Yaml.at(workload, "spec/template/metadata/annotations"))
                .get("checksum/tenants"));
    }

    private static Map<String, Object> workload(List<Map<String, Object>> manifests) {
        return manifests.stream()
                .filter(manifest -> "StatefulSet".equals(manifest.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> named(String way) {
        return Chart.manifests(way).stream()
                .map(manifest -> manifest.get("kind") + " " + Yaml.text(manifest, "metadata/name"))
                .toList();
    }
}
