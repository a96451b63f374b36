package io.tillgate.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDayTest {

    @ParameterizedTest
    @CsvSource({
        "22:00, 2026-03-10T20:59:59.999Z, 2026-03-10",
        "22:00, 2026-03-10T21:00:00Z,     2026-03-11",
        "22:00, 2026-07-10T19:59:59Z,     2026-07-10",
        "22:00, 2026-07-10T20:00:00Z,     2026-07-11",
        "00:00, 2026-07-10T21:59:59Z,     2026-07-10",
        "00:00, 2026-07-10T22:00:00Z,     2026-07-11",
        "02:30, 2026-03-29T01:29:59Z,     2026-03-29",
        "02:30, 2026-03-29T01:30:00Z,     2026-03-30",
    })
    void the_day_ends_at_the_cut_off_of_the_tenants_zone(LocalTime cutOff, Instant instant, LocalDate date) {
        BusinessDay day = new BusinessDay(ZoneId.of("Europe/Amsterdam"), "target2", cutOff);

        assertThat(day.dateAt(instant)).isEqualTo(date);
        assertThat(day.endOf(date)).isAfter(instant);
        assertThat(day.endOf(date.minusDays(1))).isBeforeOrEqualTo(instant);
    }
}
