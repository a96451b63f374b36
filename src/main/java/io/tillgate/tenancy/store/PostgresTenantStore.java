package io.tillgate.tenancy.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.audit.AuditEntry.Subject;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The list of tenants and the history of their files. */
@ApplicationScoped
public class PostgresTenantStore {
    private static final String ALL =
            "select id, slug, realm, issuer, status, config, hash, version from tenant order by slug";
    private static final String LOCK = "select config, hash, issuer, version from tenant where id = $1 for update";
    private static final String WRITE =
            "insert into tenant (id, slug, realm, issuer, status, config, hash, version, applied_at)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, 1, $8)"
                    + " on conflict (id) do update set issuer = excluded.issuer, config = excluded.config, hash = excluded.hash,"
                    + " version = tenant.version + 1, applied_at = excluded.applied_at"
                    + " where (tenant.hash, tenant.issuer) is distinct from (excluded.hash, excluded.issuer)"
                    + " returning version";
    private static final String STATUS = "update tenant set status = $2 where id = $1 and status <> $2 returning slug";
    private static final String KEEP =
            "insert into tenant_file (tenant_id, version, config, hash, applied_by, applied_at)"
                    + " values ($1, $2, $3, $4, $5, $6)";

    private final TenantTransaction transaction;
    private final Audit audit;
    private final Clock clock;

    PostgresTenantStore(TenantTransaction transaction, Audit audit, Clock clock) {
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<List<TenantRow>> findAllAcrossTenants() {
        return transaction.global(connection -> connection.query(ALL).execute().map(rows -> {
            List<TenantRow> all = new ArrayList<>();
            rows.forEach(row -> all.add(tenant(row)));
            return all;
        }));
    }

    /** Writes the tenant, its history and one audit record; nothing when it is already like this. Answers whether it wrote. */
    public Uni<Boolean> apply(TenantRow row, Actor actor) {
        return transaction.sql(
                Scope.tenant(row.id()),
                connection -> before(connection, row.id())
                        .chain(before -> write(connection, row)
                                .chain(version -> version == 0
                                        ? Uni.createFrom().item(false)
                                        : keep(connection, row, version, actor)
                                                .chain(() -> audit.record(connection, entry(row, actor, before)))
                                                .replaceWith(true))));
    }

    /** Changes a tenant's status and leaves one audit record; nothing when it is already so. Answers whether it wrote. */
    public Uni<Boolean> become(TenantId id, Tenant.Status status, Actor actor, JsonObject why) {
        return transaction.sql(
                Scope.tenant(id),
                connection -> connection
                        .preparedQuery(STATUS)
                        .execute(Tuple.of(id.value(), word(status)))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().item(false)
                                : audit.record(
                                                connection,
                                                change(
                                                        id,
                                                        rows.iterator().next().getString("slug"),
                                                        status,
                                                        actor,
                                                        why))
                                        .replaceWith(true)));
    }

    private static AuditEntry change(TenantId id, String slug, Tenant.Status status, Actor actor, JsonObject why) {
        String action = status == Tenant.Status.SUSPENDED ? "tenant.suspend" : "tenant.resume";
        return new AuditEntry(id, null, actor, action, new Subject("tenant", slug), null, why);
    }

    private static String word(Tenant.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Uni<@Nullable JsonObject> before(SqlConnection connection, TenantId id) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getJsonObject("config"));
    }

    private Uni<Integer> write(SqlConnection connection, TenantRow row) {
        return connection
                .preparedQuery(WRITE)
                .execute(Tuple.from(List.of(
                        row.id().value(),
                        row.slug(),
                        row.realm(),
                        row.issuer(),
                        word(row.status()),
                        row.config(),
                        row.hash(),
                        now())))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger("version"));
    }

    private Uni<Void> keep(SqlConnection connection, TenantRow row, int version, Actor actor) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(row.id().value(), version, row.config(), row.hash(), actor.name(), now()))
                .replaceWithVoid();
    }

    private static AuditEntry entry(TenantRow row, Actor actor, @Nullable JsonObject before) {
        return new AuditEntry(
                row.id(), null, actor, "tenant.apply", new Subject("tenant", row.slug()), before, row.config());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static TenantRow tenant(Row row) {
        return new TenantRow(
                new TenantId(row.getUUID("id")),
                row.getString("slug"),
                row.getString("realm"),
                row.getString("issuer"),
                Tenant.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getJsonObject("config"),
                row.getString("hash"),
                row.getInteger("version"));
    }
}
