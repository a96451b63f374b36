package io.tillgate.risk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.risk.RiskDecision;
import io.tillgate.risk.RiskEvidence;
import io.tillgate.risk.RiskEvidence.Fired;
import io.tillgate.risk.RiskPolicy.Action;
import io.tillgate.risk.SomeFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How what fired becomes a decision. */
class DecidingTest {
    private static final Fired REFUSING = new Fired("too-much", Action.REFUSE, "more than this shop sells", 80);
    private static final Fired REVIEWING = new Fired("manual", Action.REVIEW, "typed in", 30);

    @Test
    void nothing_fired_proceeds() {
        assertThat(decide(Map.of())).isInstanceOf(RiskDecision.Proceed.class);
    }

    @Test
    void refusing_outweighs_reviewing_whatever_the_order() {
        assertThat(decide(Map.of(), REVIEWING, REFUSING))
                .isInstanceOfSatisfying(
                        RiskDecision.Refuse.class, r -> assertThat(r.reason()).isEqualTo("more than this shop sells"));
    }

    @Test
    void a_review_proceeds_and_says_why() {
        assertThat(decide(Map.of(), REVIEWING))
                .isInstanceOfSatisfying(
                        RiskDecision.Review.class, r -> assertThat(r.reason()).isEqualTo("typed in"));
    }

    @Test
    void a_blocked_card_is_refused_without_a_rule() {
        assertThat(decide(Map.of("cardToken", Set.of("blocked-cards")))).isInstanceOf(RiskDecision.Refuse.class);
        assertThat(decide(Map.of("terminal", Set.of("blocked-terminals")))).isInstanceOf(RiskDecision.Refuse.class);
        assertThat(decide(Map.of("cardToken", Set.of("watched-cards")))).isInstanceOf(RiskDecision.Review.class);
    }

    @Test
    void a_built_in_list_means_nothing_to_another_fact() {
        assertThat(decide(Map.of("bin", Set.of("blocked-cards")))).isInstanceOf(RiskDecision.Proceed.class);
    }

    @Test
    void an_allowed_card_goes_on_and_what_fired_stays_recorded() {
        RiskDecision decision = decide(Map.of("cardToken", Set.of("allowed-cards", "blocked-cards")), REFUSING);

        assertThat(decision).isInstanceOf(RiskDecision.Proceed.class);
        assertThat(decision.evidence().fired()).extracting(Fired::rule).containsExactly("blocked-cards", "too-much");
    }

    @Test
    void the_score_is_that_of_the_worst() {
        assertThat(decide(Map.of(), REVIEWING, REFUSING).evidence().score()).isEqualTo(80);
        assertThat(decide(Map.of()).evidence().score()).isZero();
    }

    @Test
    void the_cashiers_word_tells_nothing_of_the_reason() {
        assertThat(RiskDecision.CASHIER_TEXT).isEqualTo("declined");
    }

    private static RiskDecision decide(Map<String, Set<String>> listed, Fired... byRules) {
        List<Fired> fired = new ArrayList<>(Deciding.builtIn(listed));
        fired.addAll(List.of(byRules));
        return Deciding.decide(new RiskEvidence(SomeFacts.lunch(), Map.of(), listed, fired, Instant.EPOCH, 0));
    }
}
