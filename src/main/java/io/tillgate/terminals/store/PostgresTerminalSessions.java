package io.tillgate.terminals.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.usecase.TenantRules;
import io.tillgate.terminals.usecase.TerminalSessions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresTerminalSessions implements TerminalSessions {
    private static final String ALLOWED = "select t.* from terminal t join terminal_certificate c"
            + " on c.tenant_id = t.tenant_id and c.terminal_id = t.id"
            + " where t.tenant_id = $1 and t.id = $2 and c.serial = $3 and c.status = 'allowed'"
            + " and c.allowed_until > $4 and t.status <> 'revoked'";
    private static final String OPEN = "insert into terminal_session as s (tenant_id, terminal_id, merchant_id, epoch,"
            + " node, serial, connected, protocol, source, connected_at, seen_at, expiry_seconds, will)"
            + " values ($1, $2, $3, 1, $4, $5, true, $6, $7, $8, $8, $10, $11)"
            + " on conflict (tenant_id, terminal_id) do update set epoch = s.epoch + 1, node = excluded.node,"
            + " serial = excluded.serial, connected = true, protocol = excluded.protocol, source = excluded.source,"
            + " connected_at = excluded.connected_at, seen_at = excluded.seen_at, ended_at = null, end_reason = null,"
            + " expires_at = null, expiry_seconds = excluded.expiry_seconds, will = excluded.will,"
            + " will_id = null, will_due_at = null, subscriptions = case when $9 or not (s.connected or s.expires_at > $8)"
            + " then '[]' else s.subscriptions end"
            + " returning new.epoch, new.subscriptions, old.node as old_node,"
            + " coalesce(old.connected, false) as old_connected,"
            + " coalesce(not $9 and (old.connected or old.expires_at > $8), false) as present";
    private static final String SUBSCRIBED = "update terminal_session set subscriptions = $4"
            + " where tenant_id = $1 and terminal_id = $2 and epoch = $3";
    private static final String CLOSE = "update terminal_session set connected = false, ended_at = $4, end_reason = $5,"
            + " expires_at = $6, will = $7, will_id = $8, will_due_at = $9"
            + " where tenant_id = $1 and terminal_id = $2 and epoch = $3 and connected";
    private static final String KEYS =
            " from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as k (tenant_id, terminal_id, epoch)";
    /** A node that was taken for dead, and is not, brings its sessions back to life. */
    private static final String SEEN = "update terminal_session s set seen_at = $4, connected = true,"
            + " ended_at = null, end_reason = null, expires_at = null, will_id = null, will_due_at = null" + KEYS
            + " where s.tenant_id = k.tenant_id and s.terminal_id = k.terminal_id and s.epoch = k.epoch"
            + " and (s.connected or s.end_reason = '" + LostSessions.REASON + "')"
            + " and s.seen_at < $4::timestamptz - interval '15 seconds'";

    private static final String PULSES =
            "select k.tenant_id, k.terminal_id, k.epoch, coalesce(s.epoch = k.epoch, false) as live,"
                    + " coalesce(t.status <> 'revoked' and exists (select 1 from terminal_certificate c"
                    + " where c.tenant_id = s.tenant_id and c.serial = s.serial and c.status = 'allowed'"
                    + " and c.allowed_until > $4), false) as allowed,"
                    + " exists (select 1 from terminal_outbox o where o.tenant_id = k.tenant_id"
                    + " and o.terminal_id = k.terminal_id and o.expires_at > $4) as mail,"
                    + " t.blocked_by is not null as blocked" + KEYS
                    + " left join terminal_session s on s.tenant_id = k.tenant_id and s.terminal_id = k.terminal_id"
                    + " left join terminal t on t.tenant_id = k.tenant_id and t.id = k.terminal_id";

    private final TenantTransaction transactions;
    private final Clock clock;
    private final Ids ids;
    private final TenantRules tenants;

    PostgresTerminalSessions(TenantTransaction transactions, Clock clock, Ids ids, TenantRules tenants) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.tenants = tenants;
    }

    @Override
    public Uni<Admission> open(Opening opening) {
        if (tenants.isSuspended(opening.tenant())) {
            return Uni.createFrom().item(new Admission.TenantSuspended());
        }
        var allowed = Tuple.of(opening.tenant().value(), opening.terminal().value(), opening.serial(), now());
        return transactions.sql(
                Scope.tenant(opening.tenant()),
                c -> c.preparedQuery(ALLOWED).execute(allowed).chain(rows -> {
                    var found = rows.iterator();
                    return found.hasNext()
                            ? open(c, opening, found.next())
                            : Uni.createFrom().item(new Admission.NotAllowed());
                }));
    }

    private Uni<Admission> open(SqlConnection c, Opening opening, Row terminal) {
        TerminalIdentity identity = TerminalRows.identity(terminal);
        Tuple row = Tuple.of(
                        identity.tenant().value(),
                        identity.terminal().value(),
                        identity.merchant().value())
                .addString(opening.node())
                .addString(opening.serial())
                .addValue(opening.protocol())
                .addString(opening.source())
                .addValue(now())
                .addBoolean(opening.cleanStart())
                .addValue((int) opening.expiry().toSeconds())
                .addString(opening.will());
        JsonObject detail = new JsonObject().put("protocol", opening.protocol()).put("source", opening.source());
        return c.preparedQuery(OPEN)
                .execute(row)
                .map(rows -> rows.iterator().next())
                .chain(session -> {
                    detail.put("epoch", session.getLong("epoch"));
                    return TerminalRows.event(
                                    c,
                                    TerminalRows.keyOf(identity),
                                    new TerminalRows.Happening(ids.next(), "connected", detail, now()))
                            .replaceWith(admitted(terminal, opening, session));
                });
    }

    private static Admission admitted(Row terminal, Opening opening, Row session) {
        boolean elsewhere = !opening.node().equals(session.getString("old_node"));
        return new Admission.Admitted(
                TerminalRows.identity(terminal),
                session.getLong("epoch"),
                session.getBoolean("present"),
                session.getBoolean("old_connected") && elsewhere,
                terminal.getString("blocked_by") != null,
                subscriptions(session.getJsonArray("subscriptions")));
    }

    private static List<Subscription> subscriptions(JsonArray stored) {
        return stored.stream()
                .map(JsonObject.class::cast)
                .map(s -> new Subscription(s.getString("filter"), s.getInteger("quality")))
                .toList();
    }

    @Override
    public Uni<Void> subscribed(Key key, List<Subscription> subscriptions) {
        var stored = new JsonArray();
        subscriptions.forEach(
                s -> stored.add(new JsonObject().put("filter", s.filter()).put("quality", s.quality())));
        return transactions.sql(
                Scope.tenant(key.tenant()),
                c -> c.preparedQuery(SUBSCRIBED)
                        .execute(Tuple.of(key.tenant().value(), key.terminal().value(), key.epoch(), stored))
                        .replaceWithVoid());
    }

    @Override
    public Uni<Void> close(Key key, Closing closing) {
        OffsetDateTime now = now();
        DueWill will = closing.will();
        Tuple row = Tuple.of(key.tenant().value(), key.terminal().value(), key.epoch())
                .addValue(now)
                .addString(closing.reason())
                .addValue(now.plus(closing.expiry()))
                .addString(will == null ? null : will.message())
                .addValue(will == null ? null : will.id())
                .addValue(will == null ? null : now.plus(will.delay()));
        JsonObject detail = new JsonObject().put("epoch", key.epoch()).put("reason", closing.reason());
        String kind = closing.lost() ? "lost" : "disconnected";
        return transactions.sql(
                Scope.tenant(key.tenant()),
                c -> c.preparedQuery(CLOSE)
                        .execute(row)
                        .chain(closed -> closed.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : TerminalRows.event(
                                        c, key, new TerminalRows.Happening(ids.next(), kind, detail, now))));
    }

    @Override
    public Uni<List<Pulse>> pulses(Collection<Key> keys) {
        Tuple row = Tuple.of(
                keys.stream().map(k -> k.tenant().value()).toArray(UUID[]::new),
                keys.stream().map(k -> k.terminal().value()).toArray(UUID[]::new),
                keys.stream().map(Key::epoch).toArray(Long[]::new),
                now());
        Set<UUID> suspended = keys.stream()
                .map(Key::tenant)
                .distinct()
                .filter(tenants::isSuspended)
                .map(TenantId::value)
                .collect(Collectors.toSet());
        var scope = Scope.tenants(keys.stream().map(Key::tenant).collect(Collectors.toSet()));
        return transactions.sql(
                scope,
                c -> c.preparedQuery(SEEN)
                        .execute(row)
                        .chain(() -> c.preparedQuery(PULSES).execute(row))
                        .map(rows -> {
                            List<Pulse> pulses = new ArrayList<>();
                            rows.forEach(r -> pulses.add(pulse(r, suspended)));
                            return pulses;
                        }));
    }

    private static Pulse pulse(Row row, Set<UUID> suspended) {
        return new Pulse(
                new TerminalId(row.getUUID("terminal_id")),
                row.getLong("epoch"),
                row.getBoolean("live"),
                row.getBoolean("allowed") && !suspended.contains(row.getUUID("tenant_id")),
                row.getBoolean("mail"),
                row.getBoolean("blocked"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
