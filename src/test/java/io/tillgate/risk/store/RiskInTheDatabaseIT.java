package io.tillgate.risk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.risk.RecordedDecision;
import io.tillgate.risk.Risk;
import io.tillgate.risk.RiskDecision;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RiskPolicy.Action;
import io.tillgate.risk.RiskPolicy.CountedBy;
import io.tillgate.risk.RiskPolicy.Counter;
import io.tillgate.risk.RiskPolicy.Measure;
import io.tillgate.risk.RiskPolicy.Rule;
import io.tillgate.risk.RiskStatements;
import io.tillgate.risk.SomeFacts;
import io.tillgate.risk.domain.Subject;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Counting, listing and recording in a real database. */
@QuarkusTest
class RiskInTheDatabaseIT {
    private static final List<String> TABLES =
            List.of("risk_decision", "risk_review", "risk_counter", "risk_list_entry");
    private static final RiskPolicy POLICY = new RiskPolicy(
            List.of(
                    new Counter("cardCount10m", CountedBy.CARD, Measure.COUNT, Duration.ofMinutes(10)),
                    new Counter("cardAmount1h", CountedBy.CARD, Measure.AMOUNT, Duration.ofHours(1)),
                    new Counter("declines7d", CountedBy.TERMINAL, Measure.DECLINES, Duration.ofDays(7))),
            List.of(),
            List.of(
                    new Rule("velocity", "cardCount10m >= 3", Action.REFUSE, "tried too often", 70),
                    new Rule("declines", "declines7d >= 2", Action.REVIEW, "declined often", 40)));

    @Inject
    TenantTransaction transaction;

    @Inject
    Risk risk;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Test
    void a_card_tried_too_often_is_refused() {
        risk.load(tenant, POLICY);
        for (int i = 0; i < 3; i++) {
            RiskDecision decision = decide();
            assertThat(decision).isInstanceOf(RiskDecision.Proceed.class);
            count(1);
        }

        RiskDecision fourth = decide();

        assertThat(fourth).isInstanceOfSatisfying(RiskDecision.Refuse.class, refused -> {
            assertThat(refused.reason()).isEqualTo("tried too often");
            assertThat(refused.evidence().counters())
                    .containsEntry("cardCount10m", 3L)
                    .containsEntry("cardAmount1h", 3_750L);
        });
    }

    @Test
    void attempts_from_many_writers_are_all_counted() {
        risk.load(tenant, POLICY);
        RiskDecision decision = decide();
        List<Uni<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            writers.add(transaction.sql(
                    Scope.tenant(tenant),
                    c -> RiskStatements.COUNT
                            .write(c, Collections.nCopies(5, risk.attempt(tenant, decision)))
                            .replaceWithVoid()));
        }

        Uni.join().all(writers).andFailFast().await().atMost(Duration.ofSeconds(30));

        assertThat(decide().evidence().counters()).containsEntry("cardCount10m", 200L);
    }

    @Test
    void declines_are_counted_beside_attempts() {
        risk.load(tenant, POLICY);
        sql(c -> RiskStatements.COUNT.write(c, Collections.nCopies(2, risk.decline(tenant, SomeFacts.lunch()))));

        RiskDecision decision = decide();

        assertThat(decision).isInstanceOf(RiskDecision.Review.class);
        assertThat(decision.evidence().counters())
                .containsEntry("cardCount10m", 0L)
                .containsEntry("declines7d", 2L);
    }

    @Test
    void a_card_on_the_block_list_is_refused_until_the_entry_expires() {
        list("blocked-cards", "now() + interval '1 hour'");
        assertThat(decide()).isInstanceOf(RiskDecision.Refuse.class);

        sql(c -> c.query("update risk_list_entry set expires_at = now() - interval '1 second'")
                .execute());

        assertThat(decide()).isInstanceOf(RiskDecision.Proceed.class);
    }

    @Test
    void a_decision_is_recorded_once_and_a_review_enters_the_queue() {
        risk.load(
                tenant,
                new RiskPolicy(
                        List.of(), List.of(), List.of(new Rule("all", "amount > 0", Action.REVIEW, "look at it", 5))));
        RecordedDecision decision = new RecordedDecision(tenant, new PaymentId(UUID.randomUUID()), today, decide());

        Set<Integer> first = sql(c -> RiskStatements.DECISION.write(c, List.of(decision)));
        Set<Integer> again = sql(c -> RiskStatements.DECISION.write(c, List.of(decision)));

        assertThat(first).isEmpty();
        assertThat(again).containsExactly(0);
        assertThat(seen("risk_decision", Scope.tenant(tenant))).isEqualTo(1);
        assertThat(seen("risk_review", Scope.tenant(tenant))).isEqualTo(1);
    }

    @Test
    void a_recorded_decision_cannot_be_changed() {
        for (String change : List.of("update risk_decision set score = 0", "delete from risk_decision")) {
            assertThatThrownBy(() -> sql(c -> c.query(change).execute()))
                    .isInstanceOfSatisfying(
                            PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
        }
    }

    @Test
    void neither_another_tenant_nor_a_merchant_sees_any_of_it() {
        fillEveryTable();

        for (String table : TABLES) {
            assertThat(seen(table, Scope.tenant(tenant))).as(table).isPositive();
            assertThat(seen(table, Scope.tenant(new TenantId(UUID.randomUUID()))))
                    .as(table)
                    .isZero();
            assertThat(seen(table, Scope.merchant(tenant, new MerchantId(UUID.randomUUID()))))
                    .as(table)
                    .isZero();
        }
    }

    private void fillEveryTable() {
        risk.load(
                tenant,
                new RiskPolicy(
                        POLICY.counters(),
                        List.of(),
                        List.of(new Rule("all", "amount > 0", Action.REVIEW, "look at it", 5))));
        list("watched-cards", "null");
        count(1);
        RecordedDecision decision = new RecordedDecision(tenant, new PaymentId(UUID.randomUUID()), today, decide());
        sql(c -> RiskStatements.DECISION.write(c, List.of(decision)));
    }

    private RiskDecision decide() {
        return risk.decide(tenant, SomeFacts.lunch()).await().atMost(Duration.ofSeconds(10));
    }

    private void count(int times) {
        RiskDecision decision = decide();
        sql(c -> RiskStatements.COUNT.write(c, Collections.nCopies(times, risk.attempt(tenant, decision))));
    }

    private void list(String list, String expires) {
        UUID hash = Subject.hash(tenant, "5a0c9f");
        sql(c -> c.preparedQuery("insert into risk_list_entry (tenant_id, id, list, value_hash, added_by, expires_at)"
                        + " values ($1, $2, $3, $4, 'test', " + expires + ")")
                .execute(Tuple.of(tenant.value(), UUID.randomUUID(), list, hash)));
    }

    private long seen(String table, Scope scope) {
        return transaction
                .sql(
                        scope,
                        c -> c.query("select count(*) as n from " + table)
                                .execute()
                                .map(rows -> rows.iterator().next().getLong("n")))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private <T> T sql(Function<SqlConnection, Uni<T>> work) {
        return transaction.sql(Scope.tenant(tenant), work).await().atMost(Duration.ofSeconds(10));
    }
}
