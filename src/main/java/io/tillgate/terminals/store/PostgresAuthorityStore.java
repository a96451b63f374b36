package io.tillgate.terminals.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.tillgate.terminals.usecase.AuthorityStore;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class PostgresAuthorityStore implements AuthorityStore {
    private static final String ROOT = "select certificate, sealed_key from platform_authority where id = 1";
    private static final String KEEP_ROOT = "insert into platform_authority (id, certificate, sealed_key)"
            + " values (1, $1, $2) on conflict do nothing";
    private static final String TENANT = "select certificate, sealed_key from tenant_authority where tenant_id = $1";
    private static final String KEEP_TENANT = "insert into tenant_authority (tenant_id, certificate, sealed_key)"
            + " values ($1, $2, $3) on conflict do nothing";

    private final TenantTransaction transactions;

    PostgresAuthorityStore(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<Sealed>> root() {
        return transactions.global(PostgresAuthorityStore::findRoot);
    }

    @Override
    public Uni<Sealed> keepRoot(Sealed root) {
        return transactions.global(c -> c.preparedQuery(KEEP_ROOT)
                .execute(Tuple.of(TerminalRows.bytes(root.certificate()), TerminalRows.bytes(root.key())))
                .chain(() -> findRoot(c))
                .map(Optional::orElseThrow));
    }

    @Override
    public Uni<Optional<Sealed>> ofTenant(TenantId tenant) {
        return transactions.sql(Scope.tenant(tenant), c -> findTenant(c, tenant));
    }

    @Override
    public Uni<Sealed> keepOfTenant(TenantId tenant, Sealed authority) {
        return transactions.sql(
                Scope.tenant(tenant),
                c -> c.preparedQuery(KEEP_TENANT)
                        .execute(Tuple.of(
                                tenant.value(),
                                TerminalRows.bytes(authority.certificate()),
                                TerminalRows.bytes(authority.key())))
                        .chain(() -> findTenant(c, tenant))
                        .map(Optional::orElseThrow));
    }

    private static Uni<Optional<Sealed>> findRoot(SqlConnection connection) {
        return connection.preparedQuery(ROOT).execute().map(PostgresAuthorityStore::first);
    }

    private static Uni<Optional<Sealed>> findTenant(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(TENANT)
                .execute(Tuple.of(tenant.value()))
                .map(PostgresAuthorityStore::first);
    }

    private static Optional<Sealed> first(RowSet<Row> rows) {
        var all = rows.iterator();
        if (!all.hasNext()) {
            return Optional.empty();
        }
        Row row = all.next();
        return Optional.of(new Sealed(
                row.getBuffer("certificate").getBytes(),
                row.getBuffer("sealed_key").getBytes()));
    }
}
