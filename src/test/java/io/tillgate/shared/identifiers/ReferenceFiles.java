package io.tillgate.shared.identifiers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of a reference topic: the copies in the repository, and those beside it where they exist (more cases may be there). */
final class ReferenceFiles {
    private ReferenceFiles() {}

    static List<Path> of(String topic, String nameEnd) {
        return Stream.of(Path.of("src/test/resources/reference", topic), Path.of("../shared/reference", topic))
                .filter(Files::isDirectory)
                .flatMap(ReferenceFiles::list)
                .filter(file -> file.getFileName().toString().endsWith(nameEnd))
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
