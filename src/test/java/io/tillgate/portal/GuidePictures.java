package io.tillgate.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pictures that the guides show. A guide chooses one by its name, which is that of a {@link PageVisit}; the tour of the pages
 * leaves what was chosen in {@link #FRESH}, from where it is copied to {@link #COMMITTED}.
 */
final class GuidePictures {
    static final Path FRESH = Path.of("target", "screenshots", "guides");
    static final Path GUIDES = Path.of("src", "docs", "guides");
    static final Path COMMITTED = GUIDES.resolve("images");

    private static final Pattern SHOWN = Pattern.compile("]\\(images/([^)]+)\\.png\\)");

    private GuidePictures() {}

    /** Without the ending. */
    static Set<String> named() {
        return guides().stream()
                .flatMap(guide -> namedIn(guide).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> namedIn(Path guide) {
        try {
            return SHOWN.matcher(Files.readString(guide))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> guides() {
        return filesIn(GUIDES, ".md");
    }

    static List<Path> filesIn(Path directory, String ending) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
