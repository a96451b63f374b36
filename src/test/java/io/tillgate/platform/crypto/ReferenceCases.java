package io.tillgate.platform.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Published test values: the copies in {@code src/test/resources/reference} and, where it lies beside the repository,
 * everything in {@code ../shared/reference}. A case is any JSON object in any array of any file of a topic.
 */
public final class ReferenceCases {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Path> ROOTS = Stream.of(
                    Path.of("src", "test", "resources", "reference"),
                    Path.of(System.getProperty("tillgate.reference", "../shared/reference")))
            .filter(Files::isDirectory)
            .toList();

    private ReferenceCases() {}

    /** All cases of a topic that look like this. */
    public static List<JsonNode> of(String topic, Predicate<JsonNode> kind) {
        List<JsonNode> cases = new ArrayList<>();
        for (JsonNode file : files(topic)) {
            for (JsonNode member : file) {
                if (member.isArray()) {
                    member.forEach(each -> {
                        if (kind.test(each)) {
                            cases.add(each);
                        }
                    });
                }
            }
        }
        return cases;
    }

    /** All files of a topic. */
    public static List<JsonNode> files(String topic) {
        return ROOTS.stream()
                .map(root -> root.resolve(topic))
                .filter(Files::isDirectory)
                .flatMap(ReferenceCases::read)
                .toList();
    }

    private static Stream<JsonNode> read(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            List<JsonNode> read = new ArrayList<>();
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
                read.add(JSON.readTree(path.toFile()));
            }
            return read.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
