package io.tillgate.platform.http;

import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which request an {@code Idempotency-Key} names: tenant, caller, operation, key, and what its body was. Its
 * {@link #requestId} goes where a terminal's request id goes, so there is one memory of what was asked and answered,
 * written in the commit that moves the money.
 */
public record IdempotencyKey(Caller caller, String operation, String key, byte[] bodyHash) {
    private static final int KEY_LENGTH_MAX = 100;

    /** Refuses a missing or overlong key. */
    public static IdempotencyKey of(Caller caller, String operation, @Nullable String key, String bodyJson) {
        if (key == null || key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw new Refusal(
                    CommonProblem.IDEMPOTENCY_KEY_REQUIRED,
                    "send an Idempotency-Key of 1 to " + KEY_LENGTH_MAX + " characters, the same when you repeat");
        }
        return new IdempotencyKey(caller, operation, key, CanonicalJson.sha256(bodyJson));
    }

    /** The same for the same caller, operation and key, and nobody else's in the tenant. */
    public UUID requestId() {
        String name = caller.subject() + "|" + operation + "|" + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
