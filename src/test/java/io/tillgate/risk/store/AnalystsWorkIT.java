package io.tillgate.risk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.platform.retention.Erasure.Batch;
import io.tillgate.risk.ListEntry;
import io.tillgate.risk.NewListEntry;
import io.tillgate.risk.RecordedDecision;
import io.tillgate.risk.Review;
import io.tillgate.risk.Review.Status;
import io.tillgate.risk.Risk;
import io.tillgate.risk.RiskDecision;
import io.tillgate.risk.RiskLists;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RiskPolicy.Action;
import io.tillgate.risk.RiskPolicy.CountedBy;
import io.tillgate.risk.RiskPolicy.Counter;
import io.tillgate.risk.RiskPolicy.Measure;
import io.tillgate.risk.RiskPolicy.Rule;
import io.tillgate.risk.RiskProblem;
import io.tillgate.risk.RiskReviews;
import io.tillgate.risk.RiskStatements;
import io.tillgate.risk.RuleTrial;
import io.tillgate.risk.SomeFacts;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What analysts do: lists, the review queue, trying a rule. */
@QuarkusTest
class AnalystsWorkIT {
    private static final String TOKEN = "5a0c9f";
    private static final RiskPolicy POLICY = new RiskPolicy(
            List.of(new Counter("cardCount10m", CountedBy.CARD, Measure.COUNT, Duration.ofMinutes(10))),
            List.of(new RiskPolicy.ValueList("shops", Set.of("5411"))),
            List.of(new Rule("all", "amount > 1000", Action.REVIEW, "look at it", 5)));

    @Inject
    TenantTransaction transaction;

    @Inject
    Risk risk;

    @Inject
    RiskLists lists;

    @Inject
    RiskReviews reviews;

    @Inject
    RuleTrial trial;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final Caller analyst =
            new Caller(tenant, "test", "subject", "ana", Set.of(Roles.RISK_ANALYST), null, "127.0.0.1");

    @Test
    void a_card_put_on_the_block_list_is_refused_at_once_and_goes_on_when_taken_off() {
        ListEntry entry = get(lists.add(analyst, "blocked-cards", new NewListEntry(TOKEN, "stolen", null)));

        assertThat(decide()).isInstanceOf(RiskDecision.Refuse.class);
        assertThat(entry.value()).as("tokens are kept as hashes only").isNull();

        get(lists.remove(analyst, "blocked-cards", entry.id()));

        assertThat(decide()).isInstanceOf(RiskDecision.Proceed.class);
    }

    @Test
    void adding_a_value_again_renews_it_and_adds_none() {
        risk.load(tenant, POLICY);
        ListEntry first = get(lists.add(analyst, "shops", new NewListEntry("5812", "first", null)));
        ListEntry again = get(lists.add(analyst, "shops", new NewListEntry("5812", "again", null)));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(get(lists.entries(tenant, "shops", new PageRequest(50, null)))
                        .items())
                .singleElement()
                .satisfies(e -> assertThat(e.note()).isEqualTo("again"));
    }

    @Test
    void lists_that_do_not_exist_and_card_numbers_are_refused() {
        assertRefused(RiskProblem.UNKNOWN_LIST, () -> lists.add(analyst, "nope", new NewListEntry("1", null, null)));
        assertRefused(
                RiskProblem.CARD_NUMBER_NOT_TAKEN,
                () -> lists.add(analyst, "blocked-cards", new NewListEntry("4035870000000007", null, null)));
    }

    @Test
    void another_tenants_analyst_finds_neither_entry_nor_review() {
        risk.load(tenant, POLICY);
        UUID review = openReview();
        ListEntry entry = get(lists.add(analyst, "blocked-cards", new NewListEntry("other", null, null)));
        TenantId other = new TenantId(UUID.randomUUID());
        Caller stranger = new Caller(other, "o", "s", "eve", Set.of(Roles.RISK_ANALYST), null, "127.0.0.1");

        assertRefused(CommonProblem.NOT_FOUND, () -> lists.remove(stranger, "blocked-cards", entry.id()));
        assertRefused(CommonProblem.NOT_FOUND, () -> reviews.get(other, review));
        assertRefused(CommonProblem.NOT_FOUND, () -> reviews.decide(stranger, review, Status.FRAUD, null));
        assertThat(get(reviews.get(tenant, review)).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void a_review_is_decided_once() {
        risk.load(tenant, POLICY);
        UUID id = openReview();

        Review decided = get(reviews.decide(analyst, id, Status.ACCEPTED, "called the shop"));

        assertThat(decided.status()).isEqualTo(Status.ACCEPTED);
        assertThat(decided.decidedBy()).isEqualTo("ana");
        assertThat(get(reviews.queue(tenant, Status.OPEN, new PageRequest(50, null)))
                        .items())
                .isEmpty();
        assertRefused(RiskProblem.REVIEW_DECIDED, () -> reviews.decide(analyst, id, Status.FRAUD, null));
    }

    @Test
    void the_queue_is_paged_and_shows_why() {
        risk.load(tenant, POLICY);
        openReview();
        openReview();

        var first = get(reviews.queue(tenant, Status.OPEN, new PageRequest(1, null)));
        var second = get(reviews.queue(tenant, Status.OPEN, new PageRequest(1, first.next())));

        assertThat(first.items()).hasSize(1);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(first.items().getFirst().reason()).isEqualTo("look at it");
    }

    @Test
    void a_rule_is_tried_on_what_was_decided() {
        risk.load(tenant, POLICY);
        openReview();

        assertThat(get(trial.test(tenant, "mcc == '5812' && cardCount10m == 0")).fired())
                .isEqualTo(1);
        assertThat(get(trial.test(tenant, "amount > 99999")).fired()).isZero();
        assertRefused(RiskProblem.RULE_MISTAKE, () -> trial.test(tenant, "amuont > 1"));
    }

    @Test
    void buckets_that_no_window_reaches_are_removed_and_others_stay() {
        risk.load(tenant, POLICY);
        RiskDecision decision = decide();
        get(transaction.sql(
                Scope.tenant(tenant), c -> RiskStatements.COUNT.write(c, List.of(risk.attempt(tenant, decision)))));
        get(transaction.sql(
                Scope.tenant(tenant),
                c -> c.query("insert into risk_counter select tenant_id, kind, subject,"
                                + " grain, bucket - interval '1 day', 1, 1, 0 from risk_counter")
                        .execute()));

        Batch due = new Batch(tenant, Instant.now().minus(Duration.ofDays(CounterExpiry.DAYS)), 1000);
        get(transaction.sql(Scope.tenant(tenant), c -> new CounterExpiry().erase(c, due)));

        long left = get(transaction.sql(
                Scope.tenant(tenant),
                c -> c.query("select count(*) as n from risk_counter")
                        .execute()
                        .map(rows -> rows.iterator().next().getLong("n"))));
        assertThat(left).isEqualTo(1);
    }

    private UUID openReview() {
        RiskDecision decision = decide();
        RecordedDecision recorded =
                new RecordedDecision(tenant, new PaymentId(UUID.randomUUID()), LocalDate.now(ZoneOffset.UTC), decision);
        get(transaction.sql(Scope.tenant(tenant), c -> RiskStatements.DECISION.write(c, List.of(recorded))));
        return recorded.payment().value();
    }

    private RiskDecision decide() {
        return get(risk.decide(tenant, SomeFacts.lunch()));
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }

    private static void assertRefused(io.tillgate.shared.ProblemCode code, java.util.function.Supplier<Uni<?>> work) {
        assertThatThrownBy(() -> work.get().await().atMost(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
