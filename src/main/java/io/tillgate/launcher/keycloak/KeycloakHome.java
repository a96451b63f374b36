package io.tillgate.launcher.keycloak;

import io.tillgate.launcher.process.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unpacked distribution, and the command lines that run it. {@code java} is started directly: {@code kc.sh} would stay as
 * a parent and leave the server behind when it is killed.
 *
 * @param home holds {@code lib}, {@code conf} and {@code providers}
 * @param java the executable to run it with
 */
public record KeycloakHome(Path home, String java) {
    private static final List<String> RUNTIME = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:MetaspaceSize=96m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true");

    /** The distribution that Maven unpacked into the directory; the newest if there are several. */
    public static KeycloakHome below(Path directory, String java) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(path -> Files.isDirectory(path.resolve("lib")))
                    .max(Comparator.comparing(Path::toString))
                    .map(home -> new KeycloakHome(home, java))
                    .orElseThrow(() -> new CannotStart("no Keycloak in " + directory + ": run ./tillgate up"));
        } catch (IOException e) {
            throw new CannotStart("no Keycloak in " + directory + ": run ./tillgate up", e);
        }
    }

    /** Made by one training run; used when it is there. Bound to this JDK and this distribution. */
    public Path aotCache() {
        return home.resolve("keycloak.aot");
    }

    List<String> command(List<String> jvm, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(jvm); // first, so that the mark of our children is seen even in a long command line
        command.addAll(RUNTIME);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-cp");
        command.add(home.resolve("lib").resolve("quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        return command;
    }

    List<String> aotOption() {
        return Files.exists(aotCache()) ? List.of("-XX:AOTCache=" + aotCache()) : List.of();
    }
}
