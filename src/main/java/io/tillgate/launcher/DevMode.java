package io.tillgate.launcher;

import io.tillgate.launcher.process.CannotStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./tillgate dev}: the service in Quarkus' live reload, in this terminal, on the embedded stack. */
final class DevMode {
    private DevMode() {}

    /** Runs until Maven ends; returns its exit code. */
    static int run(Places places, ServiceSettings settings) {
        Path file = settings.writtenTo(places.data().resolve("service.properties"));
        List<String> command = List.of(
                "mvn",
                "quarkus:dev",
                "-Dquarkus.profile=embedded",
                "-Djvm.args=-Dquarkus.profile=embedded -Dquarkus.config.locations=" + file);
        try {
            return new ProcessBuilder(command)
                    .directory(places.base().toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new CannotStart("mvn cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
