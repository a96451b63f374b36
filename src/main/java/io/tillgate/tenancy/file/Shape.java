package io.tillgate.tenancy.file;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one value must look like.
 *
 * @param expected completes the sentence "expected ..."
 * @param parse null when the text is not of this shape; it may also throw an {@link IllegalArgumentException} or a
 *     {@link java.time.DateTimeException}
 * @param fallback stands in for a wrong value so that reading goes on; it never leaves a file with mistakes
 */
record Shape<T>(String expected, Function<String, @Nullable T> parse, T fallback) {

    Shape<T> onlyIf(String stricter, Function<T, Boolean> rule) {
        return new Shape<>(
                stricter,
                text -> {
                    T value = parse.apply(text);
                    return value != null && rule.apply(value) ? value : null;
                },
                fallback);
    }
}
