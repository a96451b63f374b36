package io.tillgate.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.GroupCommit.Waiting;
import io.tillgate.platform.persistence.LosingProxy.Loss;
import io.tillgate.platform.persistence.Probe.Row;
import io.tillgate.shared.TenantId;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many units in one transaction: each wholly or not at all, none for another's fault, none in doubt. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class GroupCommitIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final BatchStatement<Row> INSERT = statement(
            "probe",
            10,
            (sql, rows) -> sql.preparedQuery(
                            "insert into probe.unit (tenant_id, id, value) select * from unnest($1::uuid[], $2::uuid[], $3::int[])")
                    .execute(Probe.columns(rows))
                    .replaceWith(Set.of()));
    private static final BatchStatement<Row> REFUSE = statement(
            "refuse",
            20,
            (sql, rows) -> Uni.createFrom()
                    .item(IntStream.range(0, rows.size()).boxed().collect(Collectors.toSet())));

    @Inject
    TenantTransaction transactions;

    @Inject
    GroupCommit commits;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @BeforeAll
    static void a_table_of_our_own() throws SQLException {
        Probe.create();
    }

    @AfterAll
    static void no_table_of_our_own() throws SQLException {
        Probe.drop();
    }

    @Test
    void units_of_many_tenants_are_one_transaction() {
        List<Row> rows =
                IntStream.range(0, 20).mapToObj(i -> Row.of(Probe.tenant(), i)).toList();

        List<CompletableFuture<CommitOutcome>> outcomes =
                batch(rows.stream().map(GroupCommitIT::unit).toList());

        assertThat(outcomes).extracting(CompletableFuture::join).containsOnly(new CommitOutcome.Committed());
        assertThat(rows).allSatisfy(row -> assertThat(values(row.tenant())).containsExactly(row.value()));
        Scope all = Scope.tenants(rows.stream().map(Row::tenant).toList());
        assertThat(number(all, "select count(distinct xmin::text) from probe.unit"))
                .isEqualTo(1);
    }

    @Test
    void a_unit_that_violates_a_constraint_fails_alone() {
        TenantId tenant = Probe.tenant();
        List<CommitUnit> units = IntStream.range(0, 9)
                .mapToObj(i -> unit(Row.of(tenant, i == 4 ? -1 : i)))
                .toList();

        List<CompletableFuture<CommitOutcome>> outcomes = batch(units);

        assertThat(outcomes.get(4)).isCompletedExceptionally();
        assertThat(values(tenant)).containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
    }

    @Test
    void a_unit_whose_row_cannot_even_be_sent_fails_alone_and_takes_no_connection_along() throws IOException {
        TenantId tenant = Probe.tenant();
        BatchStatement<Row> broken = statement("broken", 15, (sql, rows) -> {
            throw new IllegalArgumentException("a row without its columns");
        });
        URI database = URI.create(System.getProperty("quarkus.datasource.reactive.url"));
        try (LosingProxy proxy = new LosingProxy(database.getPort())) {
            Pool twoConnections = through(proxy, database);
            for (int round = 0; round < 3; round++) {
                Row bad = Row.of(tenant, 90);
                CommitUnit both =
                        CommitUnit.of(tenant).add(INSERT, bad).add(broken, bad).build();

                List<CompletableFuture<CommitOutcome>> outcomes =
                        batch(twoConnections, List.of(unit(Row.of(tenant, round)), both));

                assertThat(outcomes.get(0)).isCompletedWithValue(new CommitOutcome.Committed());
                assertThat(outcomes.get(1)).isCompletedExceptionally();
            }
            twoConnections.closeAndAwait();
        }
        assertThat(values(tenant)).containsExactly(0, 1, 2);
    }

    @Test
    void a_refused_unit_leaves_no_row_and_names_its_statement() {
        TenantId tenant = Probe.tenant();
        Row refused = Row.of(tenant, 7);
        CommitUnit both =
                CommitUnit.of(tenant).add(INSERT, refused).add(REFUSE, refused).build();

        List<CompletableFuture<CommitOutcome>> outcomes =
                batch(List.of(unit(Row.of(tenant, 1)), both, unit(Row.of(tenant, 2))));

        assertThat(outcomes.get(1).join()).isEqualTo(new CommitOutcome.Refused("refuse"));
        assertThat(values(tenant)).containsExactly(1, 2);
    }

    @Test
    void nobody_is_refused_for_what_a_refused_neighbour_took() {
        TenantId tenant = Probe.tenant();
        BatchStatement<Row> oneLeft = statement(
                "one-left",
                15,
                (sql, rows) -> Uni.createFrom()
                        .item(IntStream.range(1, rows.size()).boxed().collect(Collectors.toSet())));
        Row refused = Row.of(tenant, 1);
        Row served = Row.of(tenant, 2);

        List<CompletableFuture<CommitOutcome>> outcomes = batch(List.of(
                CommitUnit.of(tenant)
                        .add(INSERT, refused)
                        .add(oneLeft, refused)
                        .add(REFUSE, refused)
                        .build(),
                CommitUnit.of(tenant).add(INSERT, served).add(oneLeft, served).build()));

        assertThat(outcomes.get(0).join()).isEqualTo(new CommitOutcome.Refused("refuse"));
        assertThat(outcomes.get(1).join()).isEqualTo(new CommitOutcome.Committed());
        assertThat(values(tenant)).containsExactly(2);
    }

    @Test
    void a_batch_sees_no_other_tenant_than_its_own() {
        TenantId foreign = Probe.tenant();
        CommitUnit stray =
                CommitUnit.of(Probe.tenant()).add(INSERT, Row.of(foreign, 1)).build();

        List<CompletableFuture<CommitOutcome>> outcomes = batch(List.of(stray));

        assertThatThrownBy(() -> outcomes.getFirst().join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("row-level security");
        assertThat(values(foreign)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"THE_COMMIT", "ITS_ANSWER"})
    void a_commit_in_doubt_is_read_back_and_the_unit_is_written_once(Loss loss) throws IOException {
        TenantId tenant = Probe.tenant();
        URI database = URI.create(System.getProperty("quarkus.datasource.reactive.url"));
        try (LosingProxy proxy = new LosingProxy(database.getPort())) {
            Pool lossy = through(proxy, database);
            GroupCommit overIt = new GroupCommit(new BatchTransaction(lossy), new SimpleMeterRegistry());
            assertThat(overIt.commit(unit(Row.of(tenant, 1))).await().atMost(PATIENCE))
                    .isEqualTo(new CommitOutcome.Committed());
            proxy.loseNext(loss);

            CommitOutcome outcome =
                    overIt.commit(unit(Row.of(tenant, 2))).await().atMost(PATIENCE);

            assertThat(outcome).isEqualTo(new CommitOutcome.Committed());
            assertThat(values(tenant)).containsExactly(1, 2);
            lossy.closeAndAwait();
        }
    }

    @Test
    void a_backend_that_is_killed_before_the_commit_costs_one_more_try() {
        TenantId tenant = Probe.tenant();
        AtomicInteger tries = new AtomicInteger();
        BatchStatement<Row> killed = statement(
                "killed",
                30,
                (sql, rows) -> sql.query(
                                tries.getAndIncrement() == 0
                                        ? "select pg_terminate_backend(pg_backend_pid())"
                                        : "select 1")
                        .execute()
                        .replaceWith(Set.of()));
        Row row = Row.of(tenant, 1);

        CommitOutcome outcome = commits.commit(
                        CommitUnit.of(tenant).add(INSERT, row).add(killed, row).build())
                .await()
                .atMost(PATIENCE);

        assertThat(outcome).isEqualTo(new CommitOutcome.Committed());
        assertThat(tries).hasValue(2);
        assertThat(values(tenant)).containsExactly(1);
    }

    @Test
    void a_deadlock_is_tried_again() {
        TenantId tenant = Probe.tenant();
        Row first = Row.of(tenant, 1);
        Row second = Row.of(tenant, 2);
        batch(List.of(unit(first), unit(second)));
        AtomicInteger tries = new AtomicInteger();
        BatchStatement<Row> one = statement("one", 40, (sql, rows) -> {
            tries.incrementAndGet();
            return raise(sql, first);
        });
        BatchStatement<Row> two = statement("two", 50, (sql, rows) -> raise(sql, second));
        CommitUnit both = CommitUnit.of(tenant).add(one, first).add(two, second).build();

        CompletableFuture<CommitOutcome> outcome = transactions
                .sql(
                        Scope.tenant(tenant),
                        sql -> raise(sql, second).chain(() -> {
                            CompletableFuture<CommitOutcome> waiting =
                                    commits.commit(both).subscribeAsCompletionStage();
                            return blocked().chain(() -> raise(sql, first)).replaceWith(waiting);
                        }))
                .await()
                .atMost(PATIENCE);

        assertThat(outcome.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join())
                .isEqualTo(new CommitOutcome.Committed());
        assertThat(tries).hasValueGreaterThan(1);
        assertThat(values(tenant)).containsExactly(3, 4);
    }

    private static Uni<Set<Integer>> raise(SqlConnection sql, Row row) {
        return sql.query("update probe.unit set value = value + 1 where id = '" + row.id() + "'")
                .execute()
                .replaceWith(Set.of());
    }

    /** Ends when somebody waits for a lock of ours. */
    private Uni<Void> blocked() {
        return pool.query("select count(*) as waiting from pg_locks where not granted")
                .execute()
                .map(rows -> rows.iterator().next().getLong("waiting"))
                .chain(waiting -> waiting > 0
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(Duration.ofMillis(20))
                                .chain(this::blocked));
    }

    /** One batch of exactly these units. */
    private List<CompletableFuture<CommitOutcome>> batch(List<CommitUnit> units) {
        return batch(pool, units);
    }

    private static List<CompletableFuture<CommitOutcome>> batch(Pool pool, List<CommitUnit> units) {
        List<Waiting> waiting = new ArrayList<>();
        List<CompletableFuture<CommitOutcome>> outcomes = new ArrayList<>();
        for (CommitUnit unit : units) {
            outcomes.add(Uni.createFrom()
                    .<CommitOutcome>emitter(emitter -> waiting.add(new Waiting(unit, emitter)))
                    .subscribeAsCompletionStage());
        }
        new BatchTransaction(pool).write(waiting).await().atMost(PATIENCE);
        await().until(() -> outcomes.stream().allMatch(CompletableFuture::isDone));
        return outcomes;
    }

    private static CommitUnit unit(Row row) {
        return CommitUnit.of(row.tenant()).add(INSERT, row).build();
    }

    private List<Integer> values(TenantId tenant) {
        List<Integer> values = new ArrayList<>();
        transactions
                .sql(
                        Scope.tenant(tenant),
                        sql -> sql.query("select value from probe.unit order by value")
                                .execute())
                .await()
                .atMost(PATIENCE)
                .forEach(row -> values.add(row.getInteger("value")));
        return values;
    }

    private long number(Scope scope, String select) {
        return transactions
                .sql(scope, sql -> sql.query(select).execute())
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private Pool through(LosingProxy proxy, URI database) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(proxy.port())
                .setDatabase(database.getPath().substring(1))
                .setUser("tillgate_app")
                .setPassword(System.getProperty("quarkus.datasource.password"));
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    private static BatchStatement<Row> statement(String name, int order, Writing writing) {
        return new Written(name, order, writing);
    }

    @FunctionalInterface
    private interface Writing {
        Uni<Set<Integer>> write(SqlConnection connection, List<Row> rows);
    }

    private record Written(String name, int order, Writing writing) implements BatchStatement<Row> {
        @Override
        public Uni<Set<Integer>> write(SqlConnection connection, List<Row> rows) {
            return writing.write(connection, rows);
        }
    }
}
