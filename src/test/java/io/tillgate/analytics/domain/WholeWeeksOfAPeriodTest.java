package io.tillgate.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.analytics.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeWeeksOfAPeriodTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Test
    void thirty_days_hold_three_or_four() {
        assertThat(Weeks.within(Period.endingWith(LocalDate.of(2026, 11, 22), 30)))
                .isEqualTo(new Weeks(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 11, 23)));
        assertThat(Weeks.within(Period.endingWith(LocalDate.of(2026, 11, 18), 30)))
                .isEqualTo(new Weeks(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 11, 16)));
    }

    @Test
    void a_week_from_monday_to_sunday_is_one() {
        assertThat(Weeks.within(new Period(MONDAY, MONDAY.plusDays(6))))
                .isEqualTo(new Weeks(MONDAY, MONDAY.plusDays(7)));
    }

    @Test
    void every_day_is_in_a_week_or_beside_it_and_never_in_both() {
        for (int shift = 0; shift < 7; shift++) {
            for (int days = 1; days <= 40; days++) {
                Period period = new Period(
                        MONDAY.plusDays(shift), MONDAY.plusDays(shift).plusDays(days - 1L));
                Weeks weeks = Weeks.within(period);

                List<LocalDate> read = new ArrayList<>();
                period.from().datesUntil(weeks.from()).forEach(read::add);
                weeks.from().datesUntil(weeks.until()).forEach(read::add);
                weeks.until().datesUntil(period.to().plusDays(1)).forEach(read::add);
                assertThat(read)
                        .as(period.toString())
                        .containsExactlyElementsOf(period.from()
                                .datesUntil(period.to().plusDays(1))
                                .toList());
            }
        }
    }
}
