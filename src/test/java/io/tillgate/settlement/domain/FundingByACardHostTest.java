package io.tillgate.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.domain.FundingPolicy.Answer;
import io.tillgate.shared.Money;
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

    @ParameterizedTest
    @CsvSource({"10000,9499,EUR", "10000,10001,EUR", "10000,10000,CNY", "-1000,-999,EUR", "-1000,-1051,EUR"})
    void anything_else_is_not(long expected, long received, String currency) {
        assertThat(FundingPolicy.decide(Money.of(expected, "EUR"), Money.of(received, currency), FIVE_PERCENT))
                .isInstanceOf(Answer.Refuse.class);
    }
}
