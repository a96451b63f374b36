package io.tillgate.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.FundingView;
import io.tillgate.settlement.domain.FundingPolicy.Answer;
import io.tillgate.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundingByACardHostTest {
    private static final int FIVE_PERCENT = 500;

    @ParameterizedTest
    @CsvSource({"10000,10000,0", "10000,9500,500", "10000,9799,201", "-1000,-1020,20", "-1000,-1000,0", "1,1,0"})
    void what_it_kept_within_the_agreed_share_is_its_cost(long expected, long received, long cost) {
        assertThat(FundingPolicy.decide(Money.of(expected, "EUR"), Money.of(received, "EUR"), FIVE_PERCENT))
                .isEqualTo(new Answer.Accept(Money.of(cost, "EUR")));
    }

    @Test
    void money_goes_to_the_run_that_its_text_names() {
        FundingView older = expected("HF20261121-1");
        FundingView newer = expected("HF20261122-1");

        assertThat(match("for HF20261122-1", older, newer)).isEqualTo(newer);
    }

    @Test
    void money_that_names_no_run_is_for_none_whatever_its_amount() {
        assertThat(match("thanks", expected("HF20261121-1"))).isNull();
        assertThat(match(null, expected("HF20261121-1"))).isNull();
    }

    @Test
    void money_that_names_a_run_which_expects_none_is_nobody_elses() {
        assertThat(match("again HF20261120-1", expected("HF20261121-1"))).isNull();
        assertThat(match("HF20261121-12", expected("HF20261121-1"))).isNull();
    }

    @Test
    void what_a_person_noted_is_told_by_the_run_and_the_whole_amount() {
        FundingView noted = received("HF20261121-1");

        assertThat(noted("for HF20261121-1", 10_000, noted)).isTrue();
        assertThat(noted("for HF20261121-1", 9_999, noted)).isFalse();
        assertThat(noted("for HF20261121-12", 10_000, noted)).isFalse();
        assertThat(noted(null, 10_000, noted)).isFalse();
    }

    private static boolean noted(@Nullable String text, long amount, FundingView funding) {
        return FundingPolicy.noted(List.of(funding), Money.of(amount, "EUR"), text)
                .isPresent();
    }

    private static FundingView received(String reference) {
        return new FundingView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                LocalDate.of(2026, 11, 21),
                reference,
                Money.of(10_000, "EUR"),
                "received",
                Money.of(10_000, "EUR"),
                Money.of(0, "EUR"),
                "HAND-1",
                null,
                "anna",
                null);
    }

    private static @Nullable FundingView match(@Nullable String text, FundingView... open) {
        return FundingPolicy.match(List.of(open), Money.of(10_000, "EUR"), text, FIVE_PERCENT)
                .map(FundingPolicy.Match::funding)
                .orElse(null);
    }

    private static FundingView expected(String reference) {
        return new FundingView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                LocalDate.of(2026, 11, 21),
                reference,
                Money.of(10_000, "EUR"),
                "expected",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource({"10000,9499,EUR", "10000,10001,EUR", "10000,10000,CNY", "-1000,-999,EUR", "-1000,-1051,EUR"})
    void anything_else_is_not(long expected, long received, String currency) {
        assertThat(FundingPolicy.decide(Money.of(expected, "EUR"), Money.of(received, currency), FIVE_PERCENT))
                .isInstanceOf(Answer.Refuse.class);
    }
}
