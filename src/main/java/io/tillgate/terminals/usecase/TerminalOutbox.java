package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.terminals.DownlinkClass;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Downlinks that are accepted: kept until the terminal has acknowledged them or they expire. At least once, in order. */
public interface TerminalOutbox {
    /** The oldest that wait, after a sequence number; expired ones are left out. */
    Uni<List<Downlink>> next(TerminalSessions.Key key, long after, int limit);

    /** The terminal has them. */
    Uni<Void> delivered(TerminalSessions.Key key, List<Long> sequences);

    /** Accepts one within the caller's transaction. Wake the terminal up after that has committed. */
    Uni<Void> put(SqlConnection connection, NewDownlink downlink);

    record Downlink(
            long sequence,
            UUID id,
            DownlinkClass kind,
            String channel,
            JsonObject body,
            Instant acceptedAt,
            @Nullable Instant expiresAt) {}
}
