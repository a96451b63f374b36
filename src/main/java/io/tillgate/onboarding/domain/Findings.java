package io.tillgate.onboarding.domain;

import io.tillgate.shared.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong, so that a person fixes it in one go. */
final class Findings {
    private final List<Violation> found = new ArrayList<>();

    List<Violation> all() {
        return List.copyOf(found);
    }

    void add(String path, String code, String message) {
        found.add(new Violation(path, code, message));
    }

    /** Notes a missing text; true when it is there. */
    boolean required(String path, @Nullable Object value) {
        boolean missing = value == null || (value instanceof String text && text.isBlank());
        if (missing) {
            add(path, "REQUIRED", "this is needed");
        }
        return !missing;
    }

    void text(String path, @Nullable String value, int lengthMax) {
        if (value == null) {
            return;
        }
        if (value.length() > lengthMax) {
            add(path, "LENGTH", "at most " + lengthMax + " characters");
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            add(path, "FORMAT", "control characters are not allowed");
        }
    }

    void form(String path, @Nullable String value, Predicate<String> holds, String message) {
        if (value != null && !value.isBlank() && !holds.test(value)) {
            add(path, "FORMAT", message);
        }
    }
}
