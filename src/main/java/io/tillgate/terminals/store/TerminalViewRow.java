package io.tillgate.terminals.store;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminal.Activation;
import io.tillgate.terminals.Terminal.Connection;
import io.tillgate.terminals.Terminal.Status;
import io.tillgate.terminals.TerminalCommand;
import io.tillgate.terminals.TerminalEvent;
import io.tillgate.terminals.domain.ActivationPolicy;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the views, read. */
final class TerminalViewRow {
    private static final int MQTT_5 = 5;

    private TerminalViewRow() {}

    static Terminal terminal(Row row, OffsetDateTime now) {
        return new Terminal(
                new TerminalId(row.getUUID("id")),
                row.getString("number"),
                row.getString("merchant_number"),
                new MerchantId(row.getUUID("merchant_id")),
                new MerchantAccountId(row.getUUID("account_id")),
                new StoreId(row.getUUID("store_id")),
                row.getString("label"),
                status(row),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                activation(row, now),
                connection(row),
                instant(row, "certificate_until"),
                orEmpty(row, "documents"),
                map(row, "reported"),
                instant(row, "reported_at"));
    }

    /** Revoked is for good, so it hides that the terminal was blocked. */
    private static Status status(Row row) {
        Status life = Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
        return life != Status.REVOKED && row.getString("blocked_by") != null ? Status.BLOCKED : life;
    }

    private static Activation activation(Row row, OffsetDateTime now) {
        Integer tries = row.getInteger("tries");
        if (tries == null) {
            return new Activation(Activation.State.EXPIRED, 0, null);
        }
        OffsetDateTime expiresAt = row.getOffsetDateTime("code_expires_at");
        Activation.State state;
        if (row.getOffsetDateTime("used_at") != null) {
            state = Activation.State.USED;
        } else if (tries >= ActivationPolicy.TRIES_MAX) {
            state = Activation.State.SPENT;
        } else {
            state = expiresAt.isAfter(now) ? Activation.State.WAITING : Activation.State.EXPIRED;
        }
        return new Activation(state, tries, expiresAt.toInstant());
    }

    private static @Nullable Connection connection(Row row) {
        if (row.getOffsetDateTime("connected_at") == null) {
            return null;
        }
        return new Connection(
                row.getBoolean("online"),
                row.getInteger("protocol") == MQTT_5 ? "5" : "3.1.1",
                row.getString("source"),
                row.getOffsetDateTime("connected_at").toInstant(),
                instant(row, "ended_at"),
                row.getString("end_reason"));
    }

    static TerminalEvent event(Row row) {
        return new TerminalEvent(
                row.getUUID("id"),
                row.getString("kind"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                orEmpty(row, "detail"));
    }

    static TerminalCommand command(Row row) {
        return new TerminalCommand(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("status"),
                row.getOffsetDateTime("requested_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                map(row, "answer"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static Map<String, Object> orEmpty(Row row, String column) {
        Map<String, Object> found = map(row, column);
        return found == null ? Map.of() : found;
    }

    private static @Nullable Map<String, Object> map(Row row, String column) {
        JsonObject json = row.getJsonObject(column);
        return json == null ? null : json.getMap();
    }
}
