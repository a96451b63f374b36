package io.tillgate.terminals;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * One message of a terminal, its envelope already judged.
 *
 * @param channel the last part of the topic: {@code auth} for {@code up/auth}
 * @param id idempotency key and correlation id; the time inside it is not to be trusted
 * @param blocked whether the terminal may take no new money; reversals and what it stored are for the handler to take
 * @param expiresAt after this instant nothing may be sent on for it; 25 s after receipt unless the terminal said otherwise
 * @param bodyHash SHA-256 over the canonical JSON (RFC 8785) of the envelope without v, ts, exp and seq
 */
@SuppressWarnings("ArrayRecordComponent") // a digest, made for this record and read only
public record TerminalRequest(
        TerminalIdentity from,
        boolean blocked,
        String channel,
        UUID id,
        Instant sentAt,
        Instant expiresAt,
        JsonObject body,
        byte[] bodyHash) {
    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
