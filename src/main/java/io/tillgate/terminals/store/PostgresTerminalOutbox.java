package io.tillgate.terminals.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.DownlinkClass;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.usecase.NewDownlink;
import io.tillgate.terminals.usecase.TerminalOutbox;
import io.tillgate.terminals.usecase.TerminalSessions.Key;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

@ApplicationScoped
class PostgresTerminalOutbox implements TerminalOutbox {
    private static final String NEXT = "select sequence, id, kind, channel, body, accepted_at, expires_at"
            + " from terminal_outbox where tenant_id = $1 and terminal_id = $2 and sequence > $3 and expires_at > $4"
            + " order by sequence limit $5";
    private static final String DELIVERED =
            "delete from terminal_outbox where tenant_id = $1 and terminal_id = $2 and sequence = any ($3)";
    private static final String MAKE_ROOM = "delete from terminal_outbox where tenant_id = $1 and terminal_id = $2"
            + " and sequence in (select sequence from terminal_outbox where tenant_id = $1 and terminal_id = $2"
            + " and kind = $3 order by sequence desc offset $4)";
    private static final String COUNT = "select count(*) as waiting from terminal_outbox"
            + " where tenant_id = $1 and terminal_id = $2 and kind = $3 and expires_at > $4";
    private static final String PUT =
            "insert into terminal_outbox (tenant_id, terminal_id, merchant_id, id, kind, channel,"
                    + " body, accepted_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    private final TenantTransaction transactions;
    private final Clock clock;

    PostgresTerminalOutbox(TenantTransaction transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<List<Downlink>> next(Key key, long after, int limit) {
        Tuple row = Tuple.of(key.tenant().value(), key.terminal().value(), after, now(), limit);
        return transactions.sql(
                Scope.tenant(key.tenant()),
                c -> c.preparedQuery(NEXT).execute(row).map(rows -> {
                    List<Downlink> downlinks = new ArrayList<>();
                    rows.forEach(r -> downlinks.add(downlink(r)));
                    return downlinks;
                }));
    }

    @Override
    public Uni<Void> delivered(Key key, List<Long> sequences) {
        Tuple row = Tuple.of(key.tenant().value(), key.terminal().value(), sequences.toArray(Long[]::new));
        return transactions.sql(
                Scope.tenant(key.tenant()),
                c -> c.preparedQuery(DELIVERED).execute(row).replaceWithVoid());
    }

    @Override
    public Uni<Void> put(SqlConnection connection, NewDownlink downlink) {
        return room(connection, downlink)
                .chain(() -> connection.preparedQuery(PUT).execute(row(downlink)))
                .replaceWithVoid();
    }

    private Uni<Void> room(SqlConnection connection, NewDownlink downlink) {
        Tuple of = Tuple.of(
                downlink.key().tenant().value(),
                downlink.key().terminal().value(),
                downlink.kind().name());
        if (downlink.kind().dropsOldest()) {
            return connection
                    .preparedQuery(MAKE_ROOM)
                    .execute(of.addValue(downlink.kind().waitingMax() - 1))
                    .replaceWithVoid();
        }
        return connection
                .preparedQuery(COUNT)
                .execute(of.addValue(now()))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong("waiting")
                            >= downlink.kind().waitingMax()) {
                        throw new Refusal(
                                TerminalProblem.QUEUE_FULL, "the terminal has not yet taken what waits for it");
                    }
                })
                .replaceWithVoid();
    }

    private Tuple row(NewDownlink downlink) {
        OffsetDateTime now = now();
        OffsetDateTime latest = now.plus(downlink.kind().lifetime());
        OffsetDateTime wanted =
                downlink.expiresAt() == null ? latest : downlink.expiresAt().atOffset(ZoneOffset.UTC);
        return Tuple.of(
                        downlink.key().tenant().value(),
                        downlink.key().terminal().value(),
                        downlink.key().merchant().value(),
                        downlink.id())
                .addString(downlink.kind().name())
                .addString(downlink.channel())
                .addJsonObject(downlink.body())
                .addValue(now)
                .addValue(wanted.isAfter(latest) ? latest : wanted);
    }

    private static Downlink downlink(Row row) {
        return new Downlink(
                row.getLong("sequence"),
                row.getUUID("id"),
                DownlinkClass.valueOf(row.getString("kind")),
                row.getString("channel"),
                row.getJsonObject("body"),
                row.getOffsetDateTime("accepted_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
