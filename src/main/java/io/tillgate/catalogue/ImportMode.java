package io.tillgate.catalogue;

import java.util.Optional;

/** What happens to the good lines of a file with mistakes. */
public enum ImportMode {
    /** One mistake and nothing is imported. */
    ALL_OR_NOTHING,
    /** The lines without mistakes are imported. */
    KEEP_GOOD;

    public static Optional<ImportMode> ofWord(String word) {
        return switch (word) {
            case "all-or-nothing" -> Optional.of(ALL_OR_NOTHING);
            case "keep-good" -> Optional.of(KEEP_GOOD);
            default -> Optional.empty();
        };
    }
}
