package io.tillgate.portal.merchant.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.portal.frame.Formats;
import io.tillgate.settlement.PayoutState;
import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SayingWhatWasPaidTest {
    /** Says the name of each message. */
    private static final PayoutsMessages NAMES = (PayoutsMessages) Proxy.newProxyInstance(
            PayoutsMessages.class.getClassLoader(),
            new Class<?>[] {PayoutsMessages.class},
            (proxy, message, values) -> message.getName());

    @ParameterizedTest
    @EnumSource
    void only_what_the_bank_booked_is_paid_out(PayoutState state) {
        assertThat(sum(state).equals("sum_paid")).isEqualTo(state == PayoutState.BOOKED);
    }

    @ParameterizedTest
    @CsvSource({"REJECTED", "RETURNED", "CANCELLED"})
    void what_came_to_nothing_says_that_it_was_not_paid(PayoutState state) {
        assertThat(sum(state)).isEqualTo("sum_not");
    }

    private static String sum(PayoutState state) {
        return new PayoutWords(NAMES, Formats.of(Locale.ENGLISH, ZoneOffset.UTC)).sum(state.code());
    }
}
