package io.tillgate.portal.acquirer;

import io.tillgate.portal.frame.Mistakes;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came in a form or an address. */
final class Typed {
    static final int LENGTH_MAX = 500;

    private Typed() {}

    /** Stripped; empty where there was none. */
    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The id of something; what is none names nothing that there is. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Refusal(CommonProblem.NOT_FOUND, "there is no such thing");
        }
    }

    /** Says of each field that is not right that it is needed. */
    static Mistakes mistakes(Desk desk, Map<String, Boolean> right) {
        Map<String, String> fields = new HashMap<>();
        right.forEach((field, holds) -> {
            if (!holds) {
                fields.put(field, desk.words().needed());
            }
        });
        return fields.isEmpty() ? Mistakes.NONE : new Mistakes(desk.words().not_complete(), fields);
    }
}
