package io.tillgate.terminals.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.usecase.CertificateAuthorities;
import io.tillgate.terminals.usecase.TerminalReports;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PostgresTerminalReports implements TerminalReports {
    private static final String STATE =
            "insert into terminal_state as s (tenant_id, terminal_id, merchant_id, documents,"
                    + " reported, reported_at) values ($1, $2, $3, $4, $5, $6) on conflict (tenant_id, terminal_id) do update"
                    + " set documents = s.documents || excluded.documents, reported = excluded.reported,"
                    + " reported_at = excluded.reported_at";
    private static final String DOCUMENTS =
            "select documents from terminal_state where tenant_id = $1 and terminal_id = $2";
    private static final String EVENT = "insert into terminal_event (tenant_id, terminal_id, merchant_id, id, kind,"
            + " detail, occurred_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing";
    private static final String ANSWER = "update terminal_command set status = $4, answer = $5, answered_at = $6"
            + " where tenant_id = $1 and terminal_id = $2 and id = $3 and status = 'waiting'";
    private static final String COMMAND =
            "select 1 from terminal_command where tenant_id = $1 and terminal_id = $2 and id = $3";
    private static final String SESSION_KEY = "select c.certificate from terminal_session s"
            + " join terminal_certificate c on c.tenant_id = s.tenant_id and c.serial = s.serial"
            + " where s.tenant_id = $1 and s.terminal_id = $2";

    private final TenantTransaction transactions;

    PostgresTerminalReports(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> state(TerminalIdentity terminal, JsonObject reported, Instant now) {
        JsonObject rest = reported.copy();
        Object documents = rest.remove("documents");
        Tuple row = owner(terminal)
                .addJsonObject(documents instanceof JsonObject held ? held : new JsonObject())
                .addJsonObject(rest)
                .addValue(now.atOffset(ZoneOffset.UTC));
        return run(terminal, STATE, row);
    }

    @Override
    public Uni<Map<String, Object>> documents(TerminalIdentity terminal) {
        return transactions.sql(
                scope(terminal),
                c -> c.preparedQuery(DOCUMENTS)
                        .execute(of(terminal))
                        .map(rows -> rows.iterator().hasNext()
                                ? rows.iterator()
                                        .next()
                                        .getJsonObject("documents")
                                        .getMap()
                                : Map.of()));
    }

    @Override
    public Uni<Void> event(TerminalIdentity terminal, Event event) {
        Tuple row = owner(terminal)
                .addUUID(event.id())
                .addString(event.kind())
                .addJsonObject(event.detail())
                .addValue(event.now().atOffset(ZoneOffset.UTC));
        return run(terminal, EVENT, row);
    }

    @Override
    public Uni<Boolean> answered(TerminalIdentity terminal, Answer answer) {
        Tuple row = of(terminal)
                .addUUID(answer.command())
                .addString(answer.done() ? "done" : "failed")
                .addJsonObject(answer.body())
                .addValue(answer.now().atOffset(ZoneOffset.UTC));
        return transactions.sql(
                scope(terminal),
                c -> c.preparedQuery(ANSWER)
                        .execute(row)
                        .chain(filed -> filed.rowCount() > 0
                                ? Uni.createFrom().item(true)
                                : c.preparedQuery(COMMAND)
                                        .execute(of(terminal).addUUID(answer.command()))
                                        .map(found -> found.size() > 0)));
    }

    @Override
    public Uni<Optional<PublicKey>> sessionKey(TerminalIdentity terminal) {
        return transactions.sql(
                scope(terminal),
                c -> c.preparedQuery(SESSION_KEY)
                        .execute(of(terminal))
                        .map(rows -> rows.iterator().hasNext()
                                ? Optional.of(CertificateAuthorities.certificate(rows.iterator()
                                                .next()
                                                .getBuffer("certificate")
                                                .getBytes())
                                        .getPublicKey())
                                : Optional.empty()));
    }

    private Uni<Void> run(TerminalIdentity terminal, String sql, Tuple row) {
        return transactions.sql(
                scope(terminal), c -> c.preparedQuery(sql).execute(row).replaceWithVoid());
    }

    private static Scope scope(TerminalIdentity terminal) {
        return Scope.merchant(terminal.tenant(), terminal.merchant());
    }

    private static Tuple of(TerminalIdentity terminal) {
        return Tuple.of(terminal.tenant().value(), terminal.terminal().value());
    }

    private static Tuple owner(TerminalIdentity terminal) {
        return of(terminal).addUUID(terminal.merchant().value());
    }
}
