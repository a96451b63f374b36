package io.tillgate.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.audit.AuditEntry.Subject;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.CommitOutcome;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.GroupCommit;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A change in group commit and its audit record: both or neither. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class RecordedWithTheChangeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RECORDS =
            "select actor, actor_roles, before, after, source from audit_record where tenant_id = $1";
    private static final String CHANGES = "select subject from risk_counter where tenant_id = $1";

    @Inject
    Audit audit;

    @Inject
    GroupCommit commits;

    @Inject
    TenantTransaction transactions;

    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Test
    void both_are_there_and_the_record_is_as_it_was_given() {
        assertThat(commit(audit.part(entry("thing.change")), change())).isEqualTo(new CommitOutcome.Committed());

        assertThat(count(CHANGES)).isEqualTo(1);
        Row row = transactions
                .sql(Scope.tenant(tenant), sql -> sql.preparedQuery(RECORDS).execute(Tuple.of(tenant.value())))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
        assertThat(row.getString("actor")).isEqualTo("anna");
        assertThat(row.getArrayOfStrings("actor_roles")).containsExactly("finance", "support");
        assertThat(row.getValue("before")).as("SQL's null, not JSON's").isNull();
        assertThat(row.getJsonObject("after")).isEqualTo(new JsonObject().put("amount", 5));
        assertThat(row.getString("source")).isEqualTo("10.0.0.1");
    }

    @Test
    void a_refused_change_leaves_no_record() {
        BatchStatement<TenantId> refuses =
                statement(9_991, sql -> Uni.createFrom().item(Set.of(0)));

        CommitOutcome outcome =
                commit(audit.part(entry("thing.change")), change(), new CommitUnit.Part<>(refuses, tenant));

        assertThat(outcome).isEqualTo(new CommitOutcome.Refused(refuses.name()));
        assertThat(count(RECORDS)).isZero();
        assertThat(count(CHANGES)).isZero();
    }

    @Test
    void a_change_whose_connection_dies_before_the_commit_leaves_no_record() {
        BatchStatement<TenantId> dies = statement(
                9_992,
                sql -> sql.query("select pg_terminate_backend(pg_backend_pid())")
                        .execute()
                        .replaceWith(Set.of()));

        assertThatThrownBy(
                () -> commit(audit.part(entry("thing.change")), change(), new CommitUnit.Part<>(dies, tenant)));

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> { // until the pool has seen its dead connections
                            assertThat(count(RECORDS)).isZero();
                            assertThat(count(CHANGES)).isZero();
                        });
    }

    @Test
    void a_record_that_cannot_be_written_stops_the_change() {
        String tooLong = "x".repeat(81);

        assertThatThrownBy(() -> commit(audit.part(entry(tooLong)), change())).hasMessageContaining("audit_record");

        assertThat(count(CHANGES)).isZero();
    }

    private CommitOutcome commit(CommitUnit.Part<?>... parts) {
        CommitUnit.Builder unit = CommitUnit.of(tenant);
        Set.of(parts).forEach(unit::add);
        return commits.commit(unit.build()).await().atMost(PATIENCE);
    }

    private AuditEntry entry(String action) {
        return new AuditEntry(
                tenant,
                null,
                new Actor("anna", Set.of("support", "finance"), "10.0.0.1"),
                action,
                new Subject("thing", "1"),
                null,
                new JsonObject().put("amount", 5));
    }

    /** Stands for what a person changed. */
    private CommitUnit.Part<?> change() {
        BatchStatement<TenantId> insert = statement(
                9_990,
                sql -> sql.preparedQuery(
                                "insert into risk_counter (tenant_id, kind, subject, grain, bucket, attempts, amount,"
                                        + " declines) values ($1, 'CARD', $1, 'HOUR', now(), 1, 1, 0)")
                        .execute(Tuple.of(tenant.value()))
                        .replaceWith(Set.of()));
        return new CommitUnit.Part<>(insert, tenant);
    }

    private int count(String rows) {
        return transactions
                .sql(
                        Scope.tenant(tenant),
                        sql -> sql.preparedQuery(rows)
                                .execute(Tuple.of(tenant.value()))
                                .map(found -> found.size()))
                .await()
                .atMost(PATIENCE);
    }

    private static BatchStatement<TenantId> statement(int order, Function<SqlConnection, Uni<Set<Integer>>> write) {
        return new BatchStatement<>() {
            @Override
            public String name() {
                return "test-" + order;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public Uni<Set<Integer>> write(SqlConnection connection, List<TenantId> rows) {
                return write.apply(connection);
            }
        };
    }
}
