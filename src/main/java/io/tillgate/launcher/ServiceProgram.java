package io.tillgate.launcher;

import io.tillgate.launcher.process.CannotStart;
import io.tillgate.launcher.process.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The built service as a child. Its settings, with their secrets, are in a file. */
final class ServiceProgram {
    private ServiceProgram() {}

    static Program of(Places places, ServiceSettings settings) {
        Path jar = places.target().resolve("quarkus-app").resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart("the service is not built: run ./tillgate up");
        }
        Path file = settings.writtenTo(places.data().resolve("service.properties"));
        List<String> command = List.of(
                Places.java(),
                places.desk().mark(),
                "-Xmx256m",
                "-Xmn40m", // what an idle service has touched stays resident, and the young generation is touched first
                // the first compiler alone: warm after the first sales instead of after thousands, and a third less
                // memory
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.profile=embedded",
                "-Dquarkus.config.locations=" + file,
                "-jar",
                jar.toString());
        // glibc gives each thread an arena of its own, and none of them shrinks
        return new Program("service", command, Map.of("MALLOC_ARENA_MAX", "2"), places.base());
    }
}
