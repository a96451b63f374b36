package io.tillgate.terminals.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.DownlinkClass;
import io.tillgate.terminals.SendCommand;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.usecase.NewDownlink;
import io.tillgate.terminals.usecase.TerminalOutbox;
import io.tillgate.terminals.usecase.TerminalStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresTerminalStore implements TerminalStore {
    private static final int ACTIVE_MAX = 1_000;
    private static final String TAKEN = "select 1 from terminal where tenant_id = $1 and number = $2";
    private static final String CODE =
            "insert into terminal_activation (tenant_id, terminal_id, merchant_id, code_hash,"
                    + " created_at, expires_at) values ($1, $2, $3, $4, $5, $6) on conflict (tenant_id, terminal_id) do update"
                    + " set code_hash = excluded.code_hash, created_at = excluded.created_at, expires_at = excluded.expires_at,"
                    + " tries = 0, used_at = null, used_key_hash = null, used_serial = null";
    private static final String EVENT = "insert into terminal_event"
            + " (tenant_id, id, terminal_id, merchant_id, kind, detail, occurred_at) values ($1, $2, $3, $4, $5, $6, $7)";
    private static final String END_CERTIFICATES = "update terminal_certificate set status = 'revoked'"
            + " where tenant_id = $1 and terminal_id = $2 and status = 'allowed'";
    private static final String END_CODE = "delete from terminal_activation where tenant_id = $1 and terminal_id = $2";
    private static final String COMMAND = "insert into terminal_command (tenant_id, id, terminal_id, merchant_id, kind,"
            + " body, status, requested_by, requested_at, expires_at)"
            + " values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9)";
    /** Who blocks is remembered: the acquirer's block stays the acquirer's. */
    private static final String BLOCK = "update terminal set version = version + 1,"
            + " blocked_by = case when blocked_by = 'acquirer' then blocked_by else $3 end"
            + " where tenant_id = $1 and id = $2";

    private static final String UNBLOCK = "update terminal set version = version + 1, blocked_by = null"
            + " where tenant_id = $1 and id = $2 and (blocked_by is distinct from 'acquirer' or $3 = 'acquirer')";
    private static final String ACTIVE = "select * from terminal where tenant_id = $1 and merchant_id = $2"
            + " and ($3::uuid is null or store_id = $3) and status = 'active' order by id limit " + ACTIVE_MAX;
    private static final String ONE_OF_EACH_STORE = "select distinct on (store_id) * from terminal where tenant_id = $1"
            + " and ($2::uuid is null or store_id > $2) and status = 'active' order by store_id, id limit $3";
    private static final String IDENTITY = "select * from terminal where tenant_id = $1 and id = $2";

    private final TenantTransaction transactions;
    private final TerminalOutbox outbox;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    PostgresTerminalStore(TenantTransaction transactions, TerminalOutbox outbox, Audit audit, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> create(Caller caller, NewRecord terminal, Code code) {
        TerminalIdentity identity = terminal.identity();
        TerminalRecord row = TerminalRecord.of(terminal);
        return transactions.records(
                caller.scope(),
                tx -> tx.select(TAKEN, identity.tenant().value(), identity.terminalNumber())
                        .chain(taken -> taken.isEmpty()
                                ? row.persistAndFlush()
                                        .chain(() -> code(tx, identity, code))
                                        .chain(() -> happened(tx, caller, identity, "created"))
                                        .replaceWith(true)
                                : Uni.createFrom().item(false)));
    }

    @Override
    public Uni<TerminalIdentity> newCode(Caller caller, TerminalId terminal, Code code) {
        return transactions.records(
                caller.scope(),
                tx -> usable(caller, terminal)
                        .chain(row -> code(tx, row.identity(), code)
                                .chain(() -> happened(tx, caller, row.identity(), "activation-code-renewed"))
                                .replaceWith(row.identity())));
    }

    @Override
    public Uni<Boolean> revoke(Caller caller, TerminalId terminal) {
        return transactions.records(
                caller.scope(),
                tx -> present(caller, terminal).chain(row -> {
                    if (row.isRevoked()) {
                        return Uni.createFrom().item(false);
                    }
                    row.status = TerminalRecord.REVOKED;
                    return tx.execute(END_CERTIFICATES, row.tenantId, row.id)
                            .chain(() -> tx.execute(END_CODE, row.tenantId, row.id))
                            .chain(() -> happened(tx, caller, row.identity(), "revoked"))
                            .replaceWith(true);
                }));
    }

    @Override
    public Uni<TerminalIdentity> inSight(Caller caller, TerminalId terminal) {
        return transactions.records(
                caller.scope(), tx -> usable(caller, terminal).map(TerminalRecord::identity));
    }

    private static Uni<TerminalRecord> usable(Caller caller, TerminalId terminal) {
        return present(caller, terminal).invoke(row -> {
            if (row.isRevoked()) {
                throw new Refusal(TerminalProblem.REVOKED, "this terminal is revoked: make a new one");
            }
        });
    }

    private static Uni<TerminalRecord> present(Caller caller, TerminalId terminal) {
        return TerminalRecord.<TerminalRecord>findById(
                        new TerminalRecord.Key(caller.tenant().value(), terminal.value()))
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such terminal"));
    }

    private static Uni<Integer> code(Records tx, TerminalIdentity terminal, Code code) {
        return tx.execute(
                CODE,
                terminal.tenant().value(),
                terminal.terminal().value(),
                terminal.merchant().value(),
                Buffer.buffer(code.hash()),
                code.now(),
                code.expiresAt());
    }

    private Uni<Void> happened(Records tx, Caller caller, TerminalIdentity terminal, String kind) {
        return tx.execute(
                        EVENT,
                        terminal.tenant().value(),
                        ids.next(),
                        terminal.terminal().value(),
                        terminal.merchant().value(),
                        kind,
                        new JsonObject().put("by", caller.username()),
                        clock.instant())
                .chain(() -> audit.record(tx, entry(caller, terminal, "terminal." + kind, null)));
    }

    private static AuditEntry entry(
            Caller caller, TerminalIdentity terminal, String action, @Nullable JsonObject after) {
        return new AuditEntry(
                terminal.tenant(),
                terminal.merchant(),
                AuditEntry.Actor.of(caller),
                action,
                new AuditEntry.Subject("terminal", terminal.terminal().toString()),
                null,
                after);
    }

    @Override
    public Uni<Void> command(Caller caller, TerminalIdentity terminal, Command command) {
        var downlink = new NewDownlink(
                TerminalRows.keyOf(terminal),
                command.id(),
                isBlocking(command) ? DownlinkClass.BLOCKING : DownlinkClass.COMMAND,
                "cmd",
                command.body(),
                command.expiresAt());
        JsonObject after = new JsonObject()
                .put("kind", command.kind())
                .put("id", command.id().toString());
        return transactions.sql(
                caller.scope(),
                c -> outbox.put(c, downlink)
                        .chain(() -> keep(c, caller, terminal, command))
                        .chain(() -> isBlocking(command)
                                ? block(c, caller, terminal, command)
                                : Uni.createFrom().voidItem())
                        .chain(() -> audit.record(c, entry(caller, terminal, "terminal.command", after))));
    }

    private static boolean isBlocking(Command command) {
        return command.kind().equals(SendCommand.Kind.BLOCK.word())
                || command.kind().equals(SendCommand.Kind.UNBLOCK.word());
    }

    /** The service refuses new money from now on, whether or not the terminal ever hears of it. */
    private Uni<Void> block(SqlConnection c, Caller caller, TerminalIdentity terminal, Command command) {
        boolean block = command.kind().equals(SendCommand.Kind.BLOCK.word());
        Tuple by = Tuple.of(
                terminal.tenant().value(),
                terminal.terminal().value(),
                caller.isOfMerchant() ? "merchant" : "acquirer");
        var happening = new TerminalRows.Happening(
                ids.next(),
                block ? "blocked" : "unblocked",
                new JsonObject().put("by", caller.username()),
                command.now().atOffset(ZoneOffset.UTC));
        return c.preparedQuery(block ? BLOCK : UNBLOCK)
                .execute(by)
                .invoke(changed -> {
                    if (changed.rowCount() == 0) {
                        throw new Refusal(
                                TerminalProblem.BLOCKED_BY_ACQUIRER,
                                "the acquirer has blocked this terminal: ask there");
                    }
                })
                .chain(() -> TerminalRows.event(c, TerminalRows.keyOf(terminal), happening));
    }

    private static Uni<Void> keep(SqlConnection c, Caller caller, TerminalIdentity terminal, Command command) {
        Tuple row = Tuple.of(
                        terminal.tenant().value(),
                        command.id(),
                        terminal.terminal().value(),
                        terminal.merchant().value())
                .addString(command.kind())
                .addJsonObject(command.body())
                .addString(caller.username())
                .addValue(command.now().atOffset(ZoneOffset.UTC))
                .addValue(command.expiresAt().atOffset(ZoneOffset.UTC));
        return c.preparedQuery(COMMAND).execute(row).replaceWithVoid();
    }

    @Override
    public Uni<TerminalIdentity> identity(TenantId tenant, TerminalId terminal) {
        return transactions.sql(
                Scope.tenant(tenant),
                c -> c.preparedQuery(IDENTITY)
                        .execute(Tuple.of(tenant.value(), terminal.value()))
                        .map(rows -> {
                            if (!rows.iterator().hasNext()) {
                                throw new Refusal(CommonProblem.NOT_FOUND, "there is no such terminal");
                            }
                            return TerminalRows.identity(rows.iterator().next());
                        }));
    }

    @Override
    public Uni<List<TerminalIdentity>> active(TenantId tenant, MerchantId merchant, @Nullable StoreId store) {
        return identities(
                tenant, ACTIVE, Tuple.of(tenant.value(), merchant.value(), store == null ? null : store.value()));
    }

    @Override
    public Uni<List<TerminalIdentity>> oneOfEachStore(TenantId tenant, @Nullable StoreId after, int limit) {
        return identities(
                tenant, ONE_OF_EACH_STORE, Tuple.of(tenant.value(), after == null ? null : after.value(), limit));
    }

    private Uni<List<TerminalIdentity>> identities(TenantId tenant, String sql, Tuple by) {
        return transactions.sql(
                Scope.tenant(tenant),
                c -> c.preparedQuery(sql).execute(by).map(rows -> {
                    List<TerminalIdentity> found = new ArrayList<>();
                    rows.forEach(row -> found.add(TerminalRows.identity(row)));
                    return found;
                }));
    }
}
