package io.tillgate.terminals.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.authority.CertifiedTerminal;
import io.tillgate.terminals.domain.ActivationPolicy;
import io.tillgate.terminals.usecase.AnnouncingChanges;
import io.tillgate.terminals.usecase.CertificateAuthorities;
import io.tillgate.terminals.usecase.EnrolmentStore;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresEnrolmentStore implements EnrolmentStore {
    private static final String FIND = "select t.*, a.code_hash, a.tries, a.expires_at, a.used_at, a.used_key_hash,"
            + " c.certificate from terminal t"
            + " join terminal_activation a on a.tenant_id = t.tenant_id and a.terminal_id = t.id"
            + " left join terminal_certificate c on c.tenant_id = t.tenant_id and c.serial = a.used_serial"
            + " and c.status = 'allowed'"
            + " where t.tenant_id = $1 and t.merchant_number = $2 and t.number = $3 and t.status <> 'revoked'"
            + " for update of a";
    private static final String TRY =
            "update terminal_activation set tries = tries + 1 where tenant_id = $1 and terminal_id = $2";
    private static final String USED =
            "update terminal_activation set used_at = $3, used_key_hash = $4, used_serial = $5"
                    + " where tenant_id = $1 and terminal_id = $2";
    private static final String ALLOW = "insert into terminal_certificate (tenant_id, serial, terminal_id, merchant_id,"
            + " certificate, status, allowed_until, created_at) values ($1, $2, $3, $4, $5, 'allowed', $6, $7)";
    /** A new activation ends every certificate from before: the device may have been replaced. */
    private static final String END_OTHERS = "update terminal_certificate set status = 'revoked'"
            + " where tenant_id = $1 and terminal_id = $2 and serial <> $3 and status = 'allowed'";

    private static final String ACTIVE = "update terminal set status = 'active', version = version + 1"
            + " where tenant_id = $1 and id = $2 and status = 'created'";
    private static final String ALLOWED = "select t.* from terminal_certificate c"
            + " join terminal t on t.tenant_id = c.tenant_id and t.id = c.terminal_id"
            + " where c.tenant_id = $1 and c.serial = $2 and c.status = 'allowed' and c.allowed_until > $3"
            + " and t.status <> 'revoked'";
    private static final String SHORTEN = "update terminal_certificate set allowed_until = least(allowed_until, $3)"
            + " where tenant_id = $1 and serial = $2";

    private final TenantTransaction transactions;
    private final Audit audit;
    private final Outbox outbox;
    private final Ids ids;

    PostgresEnrolmentStore(TenantTransaction transactions, Audit audit, Outbox outbox, Ids ids) {
        this.transactions = transactions;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public Uni<Attempted> attempt(TenantId tenant, Numbers numbers, Function<Found, Uni<Step>> decide) {
        Tuple by = Tuple.of(tenant.value(), numbers.merchantNumber(), numbers.terminalNumber());
        return transactions.sql(
                Scope.tenant(tenant),
                c -> c.preparedQuery(FIND).execute(by).chain(rows -> {
                    var found = rows.iterator();
                    if (!found.hasNext()) {
                        return Uni.createFrom().item(new Attempted(Optional.empty()));
                    }
                    Found terminal = found(found.next());
                    return decide.apply(terminal).chain(step -> write(c, terminal.terminal(), step));
                }));
    }

    private static Found found(Row row) {
        OffsetDateTime usedAt = row.getOffsetDateTime("used_at");
        Buffer usedKey = row.getBuffer("used_key_hash");
        Buffer certificate = row.getBuffer("certificate");
        var stored = new ActivationPolicy.Stored(
                row.getBuffer("code_hash").getBytes(),
                row.getInteger("tries"),
                row.getOffsetDateTime("expires_at").toInstant(),
                usedAt == null ? null : usedAt.toInstant(),
                usedKey == null ? null : usedKey.getBytes());
        return new Found(
                TerminalRows.identity(row),
                stored,
                certificate == null ? null : CertificateAuthorities.certificate(certificate.getBytes()));
    }

    private Uni<Attempted> write(SqlConnection c, TerminalIdentity terminal, Step step) {
        return switch (step) {
            case Step.Issue issue ->
                issued(c, terminal, issue).replaceWith(new Attempted(Optional.of(issue.certificate())));
            case Step.Repeat repeat -> Uni.createFrom().item(new Attempted(Optional.of(repeat.certificate())));
            case Step.CountTry tried ->
                c.preparedQuery(TRY)
                        .execute(Tuple.of(
                                terminal.tenant().value(), terminal.terminal().value()))
                        .chain(() -> happened(c, terminal, "activation-failed", tried.now(), null))
                        .replaceWith(new Attempted(Optional.empty()));
            case Step.Nothing ignored -> Uni.createFrom().item(new Attempted(Optional.empty()));
        };
    }

    private Uni<Void> issued(SqlConnection c, TerminalIdentity terminal, Step.Issue issue) {
        String serial = CertifiedTerminal.serialOf(issue.certificate());
        Tuple used = Tuple.of(
                terminal.tenant().value(),
                terminal.terminal().value(),
                issue.now().atOffset(ZoneOffset.UTC),
                TerminalRows.bytes(issue.keyHash()),
                serial);
        return allow(c, terminal, issue.certificate(), issue.now())
                .chain(() -> c.preparedQuery(USED).execute(used))
                .chain(() -> c.preparedQuery(END_OTHERS)
                        .execute(Tuple.of(
                                terminal.tenant().value(), terminal.terminal().value(), serial)))
                .chain(() -> c.preparedQuery(ACTIVE)
                        .execute(Tuple.of(
                                terminal.tenant().value(), terminal.terminal().value())))
                .chain(() -> happened(c, terminal, "enrolled", issue.now(), serial))
                .chain(() -> outbox.publish(c, activated(terminal)));
    }

    private OutboxEvent activated(TerminalIdentity terminal) {
        String id = terminal.terminal().toString();
        return outbox.event(
                terminal.tenant(), AnnouncingChanges.ACTIVATED, "terminal:" + id, new JsonObject().put("terminal", id));
    }

    private static Uni<Void> allow(
            SqlConnection c, TerminalIdentity terminal, X509Certificate certificate, Instant now) {
        try {
            Tuple row = Tuple.of(
                            terminal.tenant().value(),
                            CertifiedTerminal.serialOf(certificate),
                            terminal.terminal().value(),
                            terminal.merchant().value())
                    .addValue(TerminalRows.bytes(certificate.getEncoded()))
                    .addValue(certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC))
                    .addValue(now.atOffset(ZoneOffset.UTC));
            return c.preparedQuery(ALLOW).execute(row).replaceWithVoid();
        } catch (CertificateEncodingException e) {
            return Uni.createFrom().failure(e);
        }
    }

    @Override
    public Uni<Optional<TerminalIdentity>> allowed(TenantId tenant, String serial, Instant now) {
        Tuple by = Tuple.of(tenant.value(), serial, now.atOffset(ZoneOffset.UTC));
        return transactions.sql(
                Scope.tenant(tenant),
                c -> c.preparedQuery(ALLOWED)
                        .execute(by)
                        .map(rows -> rows.iterator().hasNext()
                                ? Optional.of(
                                        TerminalRows.identity(rows.iterator().next()))
                                : Optional.empty()));
    }

    @Override
    public Uni<Void> renewed(TerminalIdentity terminal, String oldSerial, Renewal renewal) {
        OffsetDateTime until = renewal.oldAllowedUntil().atOffset(ZoneOffset.UTC);
        String serial = CertifiedTerminal.serialOf(renewal.certificate());
        return transactions.sql(
                Scope.tenant(terminal.tenant()),
                c -> allow(c, terminal, renewal.certificate(), renewal.now())
                        .chain(() -> c.preparedQuery(SHORTEN)
                                .execute(Tuple.of(terminal.tenant().value(), oldSerial, until)))
                        .chain(() -> happened(c, terminal, "renewed", renewal.now(), serial)));
    }

    private Uni<Void> happened(
            SqlConnection c, TerminalIdentity terminal, String kind, Instant at, @Nullable String serial) {
        JsonObject detail = serial == null ? new JsonObject() : new JsonObject().put("serial", serial);
        var entry = new AuditEntry(
                terminal.tenant(),
                terminal.merchant(),
                AuditEntry.Actor.system("est"),
                "terminal." + kind,
                new AuditEntry.Subject("terminal", terminal.terminal().toString()),
                null,
                detail);
        var happening = new TerminalRows.Happening(ids.next(), kind, detail, at.atOffset(ZoneOffset.UTC));
        return TerminalRows.event(c, TerminalRows.keyOf(terminal), happening).chain(() -> audit.record(c, entry));
    }
}
