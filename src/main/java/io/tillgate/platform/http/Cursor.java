package io.tillgate.platform.http;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

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
                String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (key.indexOf(0) < 0) {
                    return key;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like one that is too long or is no text
        }
        throw foreign();
    }

    /** For a text that decodes, but is no key of the list that it is sent to. */
    public static Refusal foreign() {
        String message = "after is not a cursor that this list gave out";
        return new Refusal(CommonProblem.VALIDATION, message, List.of(new Violation("/after", "CURSOR", message)));
    }
}
