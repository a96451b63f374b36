package io.tillgate.platform.http;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An opaque place in a list. */
public final class Cursor {
    private static final int LENGTH_MAX = 400;

    private Cursor() {}

    public static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    public static String decode(String cursor) {
        try {
            if (cursor.length() <= LENGTH_MAX) {
                return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like one that is too long
        }
        throw new Refusal(CommonProblem.VALIDATION, "after is not a cursor that this list gave out");
    }
}
