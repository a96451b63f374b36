package io.tillgate.terminals.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.usecase.TerminalSessions.Key;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Rows that several stores read and write alike. */
final class TerminalRows {
    private static final String EVENT = "insert into terminal_event"
            + " (tenant_id, id, terminal_id, merchant_id, kind, detail, occurred_at) values ($1, $2, $3, $4, $5, $6, $7)";

    private TerminalRows() {}

    record Happening(UUID id, String kind, JsonObject detail, OffsetDateTime at) {}

    static TerminalIdentity identity(Row row) {
        return new TerminalIdentity(
                new TenantId(row.getUUID("tenant_id")),
                new MerchantId(row.getUUID("merchant_id")),
                new MerchantAccountId(row.getUUID("account_id")),
                new StoreId(row.getUUID("store_id")),
                new TerminalId(row.getUUID("id")),
                row.getString("number"),
                row.getString("merchant_number"));
    }

    /** A value for a {@code bytea} parameter: the driver takes its own kind of buffer only. */
    static Object bytes(byte[] value) {
        return Buffer.buffer(value);
    }

    static Key keyOf(TerminalIdentity identity) {
        return new Key(identity.tenant(), identity.merchant(), identity.terminal(), 0);
    }

    static Uni<Void> event(SqlConnection connection, Key of, Happening happening) {
        return connection
                .preparedQuery(EVENT)
                .execute(Tuple.of(
                                of.tenant().value(),
                                happening.id(),
                                of.terminal().value(),
                                of.merchant().value())
                        .addString(happening.kind())
                        .addJsonObject(happening.detail())
                        .addValue(happening.at()))
                .replaceWithVoid();
    }
}
