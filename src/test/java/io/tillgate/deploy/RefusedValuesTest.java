package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A wrong value never becomes a manifest: Helm refuses it and says where it stands. */
class RefusedValuesTest {
    private static final List<Map<String, Object>> CASES = Yaml.maps(
            Yaml.read(Path.of("src/test/resources/deploy/refused-values.yaml")).get("cases"));

    private static final SchemaRules SCHEMA = SchemaRules.read(Chart.DIRECTORY.resolve("values.schema.json"));

    @TestFactory
    Stream<DynamicTest> a_wrong_value_is_refused_with_a_word_that_helps() {
        return CASES.stream().map(wrong -> {
            String path = Objects.toString(wrong.get("path"));
            return DynamicTest.dynamicTest(path + " " + wrong.get("value"), () -> {
                Map<String, Object> values = Chart.values("minimal");
                Yaml.put(values, path, wrong.get("value"));

                assertThatThrownBy(() -> Chart.rendered(values))
                        .hasMessageContaining(Objects.toString(wrong.get("says")));
            });
        });
    }

    @Test
    void the_defaults_alone_are_refused_since_they_name_no_image_and_no_secret() {
        assertThatThrownBy(() -> Chart.rendered(Map.of()))
                .hasMessageContaining("/image/repository")
                .hasMessageContaining("/database/app/existingSecret")
                .hasMessageContaining("/securityModule/masterKey/existingSecret");
    }

    /** Written by hand above is what matters; this finds a rule of the schema that refuses nothing. */
    @Test
    void every_rule_of_the_schema_refuses_something() {
        List<SchemaRules.Violation> violations = SCHEMA.violations();

        List<String> taken = violations.stream()
                .filter(wrong -> isTaken(wrong.path(), wrong.value()))
                .map(SchemaRules.Violation::toString)
                .toList();

        assertThat(violations).hasSizeGreaterThan(150);
        assertThat(taken).isEmpty();
    }

    @Test
    void no_object_of_ours_takes_unknown_members() {
        assertThat(SCHEMA.openObjects())
                .containsExactlyInAnyOrder("affinity", "global"); // as Kubernetes and Helm write them
    }

    @Test
    void values_and_schema_name_the_same() {
        assertThat(SCHEMA.leaves()).containsAll(SchemaRules.leaves(Yaml.read(Chart.DIRECTORY.resolve("values.yaml"))));
    }

    private static boolean isTaken(String path, Object value) {
        Map<String, Object> values = Chart.values("minimal");
        Yaml.put(values, path, value);
        try {
            Chart.rendered(values);
            return true;
        } catch (IllegalStateException refused) {
            return !Objects.toString(refused.getMessage()).contains("- at '");
        }
    }
}
