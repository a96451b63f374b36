package io.tillgate.merchants.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.merchants.MerchantProblem;
import io.tillgate.merchants.domain.ChangeState.Confirmed;
import io.tillgate.merchants.domain.ChangeState.Mark;
import io.tillgate.merchants.domain.ChangeState.Proposed;
import io.tillgate.merchants.domain.ChangeState.Rejected;
import io.tillgate.merchants.domain.ChangeState.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every state against every verdict. */
class ChangingWithTwoPeopleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Mark ANN = new Mark("1", "ann", NOW);
    private static final Mark ANN_RENAMED = new Mark("1", "ann.miller", NOW);
    private static final Mark BOB = new Mark("2", "bob", NOW);

    @Test
    void another_person_confirms() {
        assertThat(ChangeState.decide(new Proposed(ANN), new Verdict.Confirm(BOB))
                        .next())
                .isEqualTo(new Confirmed(ANN, BOB));
    }

    @Test
    void the_proposer_cannot_confirm_not_even_under_another_name() {
        for (Mark same : List.of(ANN, ANN_RENAMED)) {
            assertThat(ChangeState.decide(new Proposed(ANN), new Verdict.Confirm(same))
                            .problem())
                    .isEqualTo(MerchantProblem.NEEDS_ANOTHER_PERSON);
        }
    }

    @Test
    void anybody_may_reject_and_the_proposer_withdraws_that_way() {
        for (Mark anybody : List.of(ANN, BOB)) {
            assertThat(ChangeState.decide(new Proposed(ANN), new Verdict.Reject(anybody, "typo"))
                            .next())
                    .isEqualTo(new Rejected(ANN, anybody, "typo"));
        }
    }

    @Test
    void what_is_decided_stays_decided() {
        for (ChangeState decided : List.of(new Confirmed(ANN, BOB), new Rejected(ANN, BOB, "no"))) {
            for (Verdict verdict : List.of(new Verdict.Confirm(BOB), new Verdict.Reject(BOB, "no"))) {
                assertThat(ChangeState.decide(decided, verdict).problem())
                        .isEqualTo(MerchantProblem.CHANGE_ALREADY_DECIDED);
            }
        }
    }
}
