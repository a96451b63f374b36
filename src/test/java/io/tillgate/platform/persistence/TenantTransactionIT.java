package io.tillgate.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Probe.Row;
import io.tillgate.platform.persistence.Probe.UnitRecord;
import io.tillgate.shared.TenantId;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one door to the database: managed records and SQL are one transaction, and nobody sees what is not theirs. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class TenantTransactionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String INSERT = "insert into probe.unit (tenant_id, id, value) values ($1, $2, $3)";
    private static final String COUNT = "select count(*) from probe.unit";

    @Inject
    TenantTransaction transactions;

    private final TenantId tenant = Probe.tenant();

    @BeforeAll
    static void a_table_of_our_own() throws SQLException {
        Probe.create();
    }

    @AfterAll
    static void no_table_of_our_own() throws SQLException {
        Probe.drop();
    }

    @Test
    void session_and_sql_share_one_connection() {
        List<Object> pids = await(transactions.records(
                Scope.tenant(tenant),
                records -> records.select("select pg_backend_pid()")
                        .chain(rows -> records.session()
                                .createNativeQuery("select pg_backend_pid()", Integer.class)
                                .getSingleResult()
                                .map(pid -> List.<Object>of(rows.getFirst()[0], pid)))));

        assertThat(pids.get(0)).isEqualTo(pids.get(1));
    }

    @Test
    void an_entity_and_sql_commit_together() {
        await(transactions.records(Scope.tenant(tenant), records -> both(records, 1, 2)));

        assertThat(count(Scope.tenant(tenant))).isEqualTo(2);
    }

    @Test
    void an_entity_and_sql_roll_back_together() {
        assertThatThrownBy(() -> await(transactions.records(Scope.tenant(tenant), records -> both(records, 1, -1))))
                .hasMessageContaining("unit_value_check");
        assertThatThrownBy(() -> await(transactions.records(
                        Scope.tenant(tenant),
                        records -> both(records, 1, 2)
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed my mind"))))))
                .hasMessageContaining("changed my mind");

        assertThat(count(Scope.tenant(tenant))).isZero();
    }

    @Test
    void what_the_session_holds_is_seen_by_sql() {
        Long seen = await(transactions.records(
                Scope.tenant(tenant),
                records -> records.session()
                        .persist(UnitRecord.of(Row.of(tenant, 1)))
                        .chain(() -> records.select(COUNT))
                        .map(rows -> (Long) rows.getFirst()[0])));

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void a_transaction_inside_another_is_refused() {
        Scope scope = Scope.tenant(tenant);

        assertThatThrownBy(() -> await(transactions.records(
                        scope, outer -> transactions.records(scope, inner -> inner.select(COUNT)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already open");
        assertThat(count(scope)).isZero();
    }

    @Test
    void another_tenant_sees_nothing_and_writes_nothing_here() {
        await(transactions.records(Scope.tenant(tenant), records -> both(records, 1, 2)));
        Scope other = Scope.tenant(Probe.tenant());

        assertThat(count(other)).isZero();
        assertThatThrownBy(() -> await(transactions.records(other, records -> both(records, 3, 4))))
                .hasMessageContaining("row-level security");
        assertThat(count(Scope.tenant(tenant))).isEqualTo(2);
    }

    @Test
    void without_a_tenant_nothing_is_seen_on_a_connection_that_was_used_before() {
        await(transactions.records(Scope.tenant(tenant), records -> both(records, 1, 2)));

        for (int i = 0; i < 40; i++) {
            assertThat(count(Scope.tenant(tenant))).isEqualTo(2);
            assertThat(await(transactions.global(sql -> sql.query(COUNT).execute()))
                            .iterator()
                            .next()
                            .getLong(0))
                    .isZero();
        }
    }

    private Uni<Integer> both(Records records, int asEntity, int bySql) {
        Row row = Row.of(tenant, bySql);
        return records.session()
                .persist(UnitRecord.of(Row.of(tenant, asEntity)))
                .chain(() -> records.execute(INSERT, row.tenant().value(), row.id(), row.value()));
    }

    private long count(Scope scope) {
        return await(transactions.sql(scope, sql -> sql.query(COUNT).execute()))
                .iterator()
                .next()
                .getLong(0);
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
