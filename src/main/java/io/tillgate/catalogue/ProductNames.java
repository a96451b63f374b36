package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name in English, Chinese or both; at least one is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductNames(@Nullable String en, @Nullable String zh) {
    static final int LENGTH_MAX = 200;

    /** The English name, or the Chinese where there is no English one. */
    public String any() {
        return en != null ? en : zh != null ? zh : "";
    }

    /** What is wrong with it as the member {@code name}. */
    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (en == null && zh == null) {
            found.add(new Violation("/name", "REQUIRED", "give a name in English (en), Chinese (zh) or both"));
        }
        check(found, "/name/en", en);
        check(found, "/name/zh", zh);
        return found;
    }

    private static void check(List<Violation> found, String path, @Nullable String name) {
        if (name != null && (name.isBlank() || name.length() > LENGTH_MAX)) {
            found.add(new Violation(path, "LENGTH", "1 to " + LENGTH_MAX + " characters, or leave it out"));
        }
    }
}
