package io.tillgate.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.analytics.Measured;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Summary.Rate;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.analytics.domain.Keyed.Group;
import io.tillgate.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowingTakingsTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    @Test
    void every_hour_is_there_beside_the_same_weekday_before() {
        TakingsTable hours = Tables.of(
                measured(Period.of(SUNDAY)),
                TakingsBy.HOUR,
                Keyed.of(List.of(group(true, "09", 500), group(false, "09", 300), group(false, "23", 40))),
                LocalTime.MIDNIGHT);

        assertThat(hours.rows()).hasSize(24);
        assertThat(hours.compared()).isEqualTo(Period.of(SUNDAY.minusDays(7)));
        assertThat(hours.rows().get(9).takings().gross().value()).isEqualTo(500);
        assertThat(hours.rows().get(9).before().gross().value()).isEqualTo(300);
        assertThat(hours.total().gross().value()).isEqualTo(500);
        assertThat(hours.totalBefore().gross().value()).isEqualTo(340);
    }

    @Test
    void hours_stand_in_the_order_of_the_business_day() {
        TakingsTable hours = Tables.of(
                measured(Period.of(SUNDAY)),
                TakingsBy.HOUR,
                Keyed.of(List.of(group(false, "23", 40), group(false, "02", 2))),
                LocalTime.of(23, 0));

        assertThat(hours.rows().getFirst().key()).isEqualTo("23");
        assertThat(hours.rows().getLast().key()).isEqualTo("22");
        assertThat(Tables.soFar(hours, LocalTime.of(1, 30), LocalTime.of(23, 0))
                        .gross()
                        .value())
                .isEqualTo(40);
        assertThat(Tables.soFar(hours, LocalTime.of(3, 0), LocalTime.of(23, 0))
                        .gross()
                        .value())
                .isEqualTo(42);
    }

    @Test
    void every_day_is_there_beside_its_weekday() {
        Period thirty = Period.endingWith(SUNDAY, 30);
        TakingsTable days = Tables.of(
                measured(thirty),
                TakingsBy.DAY,
                Keyed.of(List.of(
                        group(true, SUNDAY.toString(), 10),
                        group(false, SUNDAY.minusDays(35).toString(), 9))),
                LocalTime.MIDNIGHT);

        assertThat(days.rows()).hasSize(30);
        assertThat(days.rows().getLast().takings().gross().value()).isEqualTo(10);
        assertThat(days.rows().getLast().before().gross().value()).isEqualTo(9);
    }

    @Test
    void methods_stand_largest_first_and_empty_ones_are_left_out() {
        TakingsTable methods = Tables.of(
                measured(Period.of(SUNDAY)),
                TakingsBy.METHOD,
                Keyed.of(List.of(group(true, "visa", 5), group(true, "cash", 9), group(true, "amex", 0))),
                LocalTime.MIDNIGHT);

        assertThat(methods.rows()).extracting(TakingsTable.Row::key).containsExactly("cash", "visa");
    }

    @Test
    void merchants_stand_by_what_was_kept_and_not_by_what_was_given_back() {
        TakingsTable merchants = Tables.of(
                measured(Period.of(SUNDAY)),
                TakingsBy.MERCHANT,
                Keyed.of(List.of(refunding("gives-back", 900, 850), group(true, "keeps", 100))),
                LocalTime.MIDNIGHT);

        assertThat(merchants.rows()).extracting(TakingsTable.Row::key).containsExactly("keeps", "gives-back");
        assertThat(merchants.rows().getFirst().takings().net().value()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "7, 7", "8, 14", "30, 35", "367, 371"})
    void a_period_is_compared_with_the_same_weekdays(int days, int back) {
        Period period = Period.endingWith(SUNDAY, days);

        assertThat(period.days()).isEqualTo(days);
        assertThat(period.before()).isEqualTo(new Period(period.from().minusDays(back), SUNDAY.minusDays(back)));
        assertThat(period.before().to()).isBefore(period.from());
    }

    @Test
    void a_period_has_an_order_and_a_bound() {
        assertThatThrownBy(() -> new Period(SUNDAY, SUNDAY.minusDays(1))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Period.endingWith(SUNDAY, 368)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 6667", "1, 1, 10000", "8, 0, 0", "3, 1, 3333"})
    void rates_are_hundredths_of_a_percent_half_up(long tried, long approved, int basisPoints) {
        assertThat(Rate.of(tried, approved).basisPoints()).isEqualTo(basisPoints);
    }

    @Test
    void nothing_tried_has_no_rate() {
        assertThat(Rate.of(0, 0).basisPoints()).isNull();
    }

    private static Group refunding(String key, long gross, long refunded) {
        return new Group(true, key, new Sums(1, gross, 1, refunded, 0, 0, 0, 0, 0));
    }

    private static Group group(boolean now, String key, long gross) {
        return new Group(now, key, new Sums(gross == 0 ? 0 : 1, gross, 0, 0, 0, 0, 0, 0, 0));
    }

    private static Measured measured(Period period) {
        return new Measured(Instant.EPOCH, period, Currency.getInstance("EUR"), ZoneOffset.UTC, true, List.of());
    }
}
