package io.tillgate.platform.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the issuer of a token before it is verified: good for choosing who verifies it, and for nothing else. */
final class BearerToken {
    private static final int LENGTH_MAX = 16_384;
    private static final Pattern DOT = Pattern.compile("\\.");

    private BearerToken() {}

    static Optional<String> issuer(@Nullable String authorization) {
        if (authorization == null
                || authorization.length() > LENGTH_MAX
                || !authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            return Optional.empty();
        }
        List<String> parts = List.of(DOT.split(authorization.substring(7).strip(), -1));
        if (parts.size() != 3) {
            return Optional.empty();
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts.get(1));
            Object issuer = new JsonObject(new String(claims, StandardCharsets.UTF_8)).getValue("iss");
            return issuer instanceof String text ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException | DecodeException broken) {
            return Optional.empty();
        }
    }
}
