package io.tillgate.terminals.est;

import io.tillgate.terminals.usecase.EnrolmentStore.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTTP Basic (RFC 7617) as terminals use it: {@code merchantNumber.terminalNumber} and the activation code. */
record ActivationCredentials(Numbers numbers, String code) {
    private static final int LENGTH_MAX = 300;
    private static final Pattern HEADER = Pattern.compile("(?i)basic +([A-Za-z0-9+/=]+)");
    private static final Pattern SHAPE = Pattern.compile("([0-9A-Za-z]{1,15})\\.([0-9A-Z]{8}):(.{1,60})");

    static Optional<ActivationCredentials> of(@Nullable String header) {
        if (header == null || header.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        Matcher basic = HEADER.matcher(header.strip());
        if (!basic.matches()) {
            return Optional.empty();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(basic.group(1)), StandardCharsets.UTF_8);
            Matcher parts = SHAPE.matcher(pair);
            return parts.matches()
                    ? Optional.of(
                            new ActivationCredentials(new Numbers(parts.group(1), parts.group(2)), parts.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Holds a secret: never printed. */
    @Override
    public String toString() {
        return "ActivationCredentials[" + numbers + "]";
    }
}
