package io.tillgate.terminals.usecase;

import io.tillgate.terminals.DownlinkClass;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to bring to a terminal.
 *
 * @param key whose; the epoch does not matter
 * @param expiresAt sooner than its kind's lifetime, or null for that
 */
public record NewDownlink(
        TerminalSessions.Key key,
        UUID id,
        DownlinkClass kind,
        String channel,
        JsonObject body,
        @Nullable Instant expiresAt) {}
