package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every manifest that the chart can render is one that the Kubernetes API knows. */
class ManifestTypesTest {
    @TestFactory
    Stream<DynamicTest> every_manifest_fits_its_type() {
        return Chart.WAYS.keySet().stream()
                .map(way -> DynamicTest.dynamicTest(way, () -> {
                    List<Map<String, Object>> manifests = Chart.manifests(way);

                    assertThat(manifests).isNotEmpty();
                    assertThat(ManifestTypes.findings(manifests)).isEmpty();
                }));
    }

    @Test
    void an_unknown_field_is_found() {
        assertThat(broken("StatefulSet", "spec/template/spec/containers/0/imagePullpolicy", "Always"))
                .anyMatch(line -> line.contains("imagePullpolicy"));
    }

    @Test
    void a_missing_field_is_found() {
        assertThat(broken("StatefulSet", "spec/selector", null)).anyMatch(line -> line.contains("selector"));
    }

    @Test
    void a_quantity_that_is_none_is_found() {
        assertThat(broken("StatefulSet", "spec/template/spec/containers/0/resources/limits/memory", "1 GB"))
                .hasSize(1);
    }

    @Test
    void a_number_where_words_belong_is_found() {
        assertThat(broken("StatefulSet", "spec/template/spec/terminationGracePeriodSeconds", "soon"))
                .hasSize(1);
    }

    @Test
    void a_version_that_is_not_served_any_more_is_found() {
        assertThat(broken("PodDisruptionBudget", "apiVersion", "policy/v1beta1"))
                .anyMatch(line -> line.contains("no such kind"));
    }

    private static List<String> broken(String kind, String path, @Nullable Object value) {
        return ManifestTypes.findings(Breaking.one(Chart.manifests("minimal"), kind, path, value));
    }
}
