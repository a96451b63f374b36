package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Terraform's own judgement on what lies below {@code terraform/}. Nothing here reaches a cloud: one provider
 * only pretends, the other has no credentials and computes policies.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerraformIT {
    private static final Path SOURCE = Path.of("terraform");
    private static final Path WORK = Path.of("target/deploy/terraform").toAbsolutePath();
    private static final Path ROOT = WORK.resolve("examples/complete");
    private static final String APPLY = "tests/apply.tftest.hcl";
    private static final Pattern RUN = Pattern.compile("(?m)^run \"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable Path terraform;

    @BeforeAll
    void isThere() {
        terraform = Tool.find("terraform");
        if (terraform == null) {
            Absent.because("there is no terraform on this machine, so terraform/ is not checked");
        }
        copied();
        String refused = initialised();
        if (!refused.isEmpty()) {
            Absent.because("terraform finds no provider hashicorp/aws (a mirror's directory may be named by"
                    + " TILLGATE_TERRAFORM_MIRROR), so terraform/ is not checked: " + refused);
        }
    }

    @Test
    void everything_is_formatted() {
        assertThat(in(WORK).run(List.of("fmt", "-check", "-recursive", "-diff")).output())
                .isEmpty();
    }

    @Test
    void the_root_and_all_modules_are_valid() {
        Tool.Result result = in(ROOT).run(List.of("validate", "-no-color"));

        assertThat(result.isGood()).as(result.output()).isTrue();
        assertThat(modules()).allMatch(module -> read(ROOT.resolve("main.tf")).contains("modules/" + module + "\""));
    }

    /** Terraform is content with no test at all, so what passed is counted. */
    @Test
    void every_run_of_every_test_passes() {
        List<String> arguments = new ArrayList<>(List.of("test", "-json"));
        testFiles().stream().filter(file -> !file.equals(APPLY)).forEach(file -> arguments.add("-filter=" + file));

        JsonNode summary = event(in(ROOT).run(arguments), "test_summary");

        assertThat(summary.path("status").asText()).isEqualTo("pass");
        assertThat(summary.path("passed").asInt()).isEqualTo(runsIn(APPLY)).isGreaterThanOrEqualTo(17);
    }

    @Test
    void what_comes_out_of_an_apply_is_what_the_chart_takes() {
        Tool.Result result = in(ROOT).run(List.of("test", "-json", "-verbose", "-filter=" + APPLY));

        assertThat(event(result, "test_summary").path("passed").asInt()).isEqualTo(1);
        Map<String, Object> outputs = values(event(result, "test_state").path("outputs"));
        Map<String, Object> values = Yaml.merged(Chart.values("minimal"), outputs);
        String manifests = Chart.rendered(values);
        assertThat(ManifestRules.findings(Chart.manifests(values))).isEmpty();
        assertThat(manifests)
                .contains("postgresql://tillgate-test.abcdefghijkl.eu-west-1.rds.amazonaws.com:5432/tillgate")
                .contains("kind: TargetGroupBinding", "https://devices.example.com:8444", "cidr: 10.20.208.0/24");
        assertThat(SchemaRules.leaves(outputs))
                .isNotEmpty()
                .allMatch(SchemaRules.leaves(Yaml.read(Chart.DIRECTORY.resolve("values.yaml")))::contains);
    }

    @Test
    void variables_and_outputs_say_what_they_are() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            for (Path file : files.filter(f -> f.toString().endsWith("s.tf")).toList()) {
                String text = read(file);
                long blocks = Pattern.compile("(?m)^(variable|output) ")
                        .matcher(text)
                        .results()
                        .count();
                assertThat(Pattern.compile("(?m)^  description += ")
                                .matcher(text)
                                .results()
                                .count())
                        .as(file.toString())
                        .isEqualTo(blocks);
                assertThat(Pattern.compile("(?m)^  type +=")
                                .matcher(text)
                                .results()
                                .count())
                        .as(file.toString())
                        .isEqualTo(Pattern.compile("(?m)^variable ")
                                .matcher(text)
                                .results()
                                .count());
            }
        }
    }

    // --- preparing

    /** The tree is copied, so that Terraform writes nothing beside the sources; what it fetched before stays. */
    private static void copied() {
        try (Stream<Path> before = Files.exists(WORK) ? Files.walk(WORK) : Stream.empty();
                Stream<Path> files = Files.walk(SOURCE)) {
            for (Path old : before.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(WORK.resolve("data")))
                    .toList()) {
                Files.delete(old);
            }
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().contains("/.terraform/"))
                    .toList()) {
                Path copy = WORK.resolve(SOURCE.relativize(file));
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.deleteIfExists(copy);
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when it worked. The committed lock knows Linux on AMD64; elsewhere Terraform has to add to it. */
    private String initialised() {
        List<String> arguments = new ArrayList<>(List.of("init", "-input=false", "-no-color", "-backend=false"));
        if ("Linux amd64".equals(System.getProperty("os.name") + " " + System.getProperty("os.arch"))) {
            arguments.add("-lockfile=readonly");
        }
        Optional<Path> mirror = ProviderMirror.find();
        mirror.ifPresent(directory -> arguments.add("-plugin-dir=" + directory));
        Tool.Result result = in(ROOT).run(arguments);
        return result.isGood() ? "" : result.output();
    }

    private Tool in(Path directory) {
        Map<String, String> variables = new HashMap<>();
        variables.put("CHECKPOINT_DISABLE", "1");
        variables.put("TF_IN_AUTOMATION", "1");
        variables.put("TF_DATA_DIR", WORK.resolve("data").toString());
        String config = System.getenv("TF_CLI_CONFIG_FILE");
        if (config != null && !Files.exists(Path.of(config))) {
            variables.put("TF_CLI_CONFIG_FILE", "");
        }
        return new Tool(Objects.requireNonNull(terraform), directory, variables);
    }

    // --- reading

    private static Map<String, Object> values(JsonNode outputs) {
        return Yaml.map(JSON.convertValue(outputs.path("chart_values").path("value"), Map.class));
    }

    private static JsonNode event(Tool.Result result, String type) {
        return result.output()
                .lines()
                .filter(line -> line.contains("\"type\":\"" + type + "\""))
                .map(TerraformIT::parsed)
                .filter(event -> event.path("type").asText().equals(type))
                .map(event -> event.path(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("terraform says nothing of " + type + ": " + result.output()));
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> modules() {
        return names(SOURCE.resolve("modules"));
    }

    private static List<String> testFiles() {
        return names(SOURCE.resolve("examples/complete/tests")).stream()
                .filter(name -> name.endsWith(".tftest.hcl"))
                .map(name -> "tests/" + name)
                .toList();
    }

    private static int runsIn(String except) {
        return (int) testFiles().stream()
                .filter(file -> !file.equals(except))
                .flatMap(file -> RUN.matcher(
                                read(SOURCE.resolve("examples/complete").resolve(file)))
                        .results())
                .count();
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
