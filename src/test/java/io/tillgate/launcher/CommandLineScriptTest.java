package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code ./tillgate} finds and says before any Java of ours runs. A copy of the script looks for JDKs in a directory of
 * the test only, and for Maven in one with a stand-in that prints its arguments and its JAVA_HOME.
 */
class CommandLineScriptTest {
    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void a_copy_of_the_script() throws IOException {
        String script = Files.readString(Path.of("tillgate"))
                .replace("/usr/lib/jvm/", home + "/jvm/")
                .replaceAll("(?<=[ (])/(opt|usr/java|Library)/", home + "/none/")
                .replace("/usr/libexec/java_home", home + "/none/java_home");
        executable(home.resolve("tillgate"), script);
        maven("3.8.7");
    }

    @Test
    void a_newer_jdk_beside_the_default_one_is_found() throws Exception {
        jdk("jvm/java-17", "17.0.15");
        Path wanted = jdk("jvm/temurin-25", "25.0.1");

        Result result = run(Map.of(), "test");

        assertThat(result.code()).isZero();
        assertThat(result.out()).containsExactly("mvn test with " + wanted);
    }

    @Test
    void java_home_is_preferred_when_it_is_new_enough() throws Exception {
        jdk("jvm/temurin-25", "25.0.1");
        Path chosen = jdk("chosen", "26");

        assertThat(run(Map.of("JAVA_HOME", chosen.toString()), "test").out())
                .containsExactly("mvn test with " + chosen);
    }

    @Test
    void java_home_is_passed_over_when_it_is_too_old() throws Exception {
        Path wanted = jdk("jvm/temurin-25", "25-ea");
        Path old = jdk("chosen", "21.0.4");

        assertThat(run(Map.of("JAVA_HOME", old.toString()), "test").out()).containsExactly("mvn test with " + wanted);
    }

    @Test
    void sdkman_is_looked_at() throws Exception {
        Path wanted = jdk(".sdkman/candidates/java/25.0.1-tem", "25.0.1");

        assertThat(run(Map.of(), "test").out()).containsExactly("mvn test with " + wanted);
    }

    @ParameterizedTest
    @CsvSource({"up", "verify", "test", "demo"})
    void without_a_jdk_there_is_one_line(String verb) throws Exception {
        jdk("jvm/java-17", "17.0.15");

        Result result = run(Map.of(), verb);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).singleElement().asString().contains("JDK 25", "JAVA_HOME");
    }

    @ParameterizedTest
    @CsvSource({"3.6.3", "3.8.5", "2.2.1"})
    void an_older_maven_is_refused(String version) throws Exception {
        jdk("jvm/temurin-25", "25.0.1");
        maven(version);

        Result result = run(Map.of(), "test");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).singleElement().asString().contains("Maven 3.8.6 or newer", version);
    }

    @ParameterizedTest
    @CsvSource({"3.8.6", "3.10.0", "4.0.0"})
    void a_newer_maven_is_accepted(String version) throws Exception {
        jdk("jvm/temurin-25", "25.0.1");
        maven(version);

        assertThat(run(Map.of(), "test").code()).isZero();
    }

    @Test
    void no_maven_is_one_line() throws Exception {
        jdk("jvm/temurin-25", "25.0.1");
        Files.delete(home.resolve("bin/mvn"));

        Result result = run(Map.of(), "test");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).singleElement().asString().contains("found no mvn");
    }

    @Test
    void an_unknown_verb_shows_the_help_and_is_misuse() throws Exception {
        Result result = run(Map.of(), "upp");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).anySatisfy(line -> assertThat(line).contains("usage: ./tillgate <verb>"));
    }

    @Test
    void a_running_installation_is_not_built_under() throws Exception {
        Files.createDirectories(home.resolve(".tillgate"));
        long pid = ProcessHandle.current().pid();
        Files.writeString(home.resolve(".tillgate/up.json"), "{\n  \"pid\" : " + pid + ",\n  \"pids\" : {}\n}\n");

        Result result = run(Map.of(), "up");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).singleElement().asString().contains("already running (process " + pid + ")");
    }

    private record Result(int code, List<String> out, List<String> err) {}

    private Result run(Map<String, String> environment, String verb) throws Exception {
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh", home.resolve("tillgate").toString(), verb)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.put("PATH", home.resolve("bin") + ":" + tools());
        variables.put("HOME", home.toString());
        variables.putAll(environment);
        int code = builder.start().waitFor();
        return new Result(code, Files.readAllLines(out), Files.readAllLines(err));
    }

    /** The usual commands, but neither a JDK nor a Maven of this machine. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(home.resolve("tools"));
        for (String tool :
                List.of("sh", "sed", "dirname", "readlink", "sort", "head", "cat", "find", "mkdir", "rm", "mv")) {
            executable(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        return tools;
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = home.resolve(name);
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(jdk.resolve("bin/java"), "#!/bin/sh\n");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private void maven(String version) throws IOException {
        executable(home.resolve("bin/mvn"), """
                #!/bin/sh
                if [ "$1" = -v ]; then
                    echo "Apache Maven %s (3b204983)"
                else
                    shift 2
                    echo "mvn $* with $JAVA_HOME"
                fi
                """.formatted(version));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
