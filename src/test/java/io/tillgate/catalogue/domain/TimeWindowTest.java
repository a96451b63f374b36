package io.tillgate.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T16:59:59, false",
        "2026-11-20T17:00, true",
        "2026-11-20T18:59:59, true",
        "2026-11-20T19:00, false",
        "2026-11-21T17:30, false"
    })
    void holds_from_its_beginning_until_just_before_its_end(LocalDateTime time, boolean holds) {
        TimeWindow window = new TimeWindow(Set.of(DayOfWeek.FRIDAY), LocalTime.of(17, 0), LocalTime.of(19, 0));

        assertThat(window.contains(time)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T22:00, true",
        "2026-11-21T01:59, true",
        "2026-11-21T02:00, false",
        "2026-11-21T22:00, false",
        "2026-11-20T01:00, false"
    })
    void a_night_belongs_to_the_day_on_which_it_began(LocalDateTime time, boolean holds) {
        TimeWindow window = new TimeWindow(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(2, 0));

        assertThat(window.contains(time)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 250", "5, 250", "6, 500", "300, 25000"})
    void three_for_two_gives_one_of_every_three(long pieces, long off) {
        assertThat(new BuyXPolicy(3, 2).off(pieces, 250)).isEqualTo(off);
    }

    @Test
    void a_bundle_that_gives_nothing_cannot_be_made() {
        assertThatThrownBy(() -> new BuyXPolicy(2, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
