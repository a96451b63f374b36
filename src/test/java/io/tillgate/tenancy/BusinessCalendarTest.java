package io.tillgate.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every day of the reference lists; those beside the repository too when they are there. */
class BusinessCalendarTest {

    static Stream<Path> references() {
        return Stream.of(Path.of("src/test/resources/reference/calendar"), Path.of("../shared/reference/calendar"))
                .filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("references")
    void target2_is_closed_on_its_six_days_and_weekends_only(Path reference) throws IOException {
        assertClosedExactly("target2", reference.resolve("target2-closing-days.csv"), 0);
    }

    @ParameterizedTest
    @MethodSource("references")
    void fed_banks_are_closed_on_the_observed_days_only(Path reference) throws IOException {
        assertClosedExactly("us-fed", reference.resolve("us-fed-holidays.csv"), 1);
    }

    @ParameterizedTest
    @MethodSource("references")
    void hong_kong_is_closed_on_its_public_holidays(Path reference) throws IOException {
        assertClosedExactly("hongkong", reference.resolve("hongkong-2024-2030.csv"), 0);
    }

    @ParameterizedTest
    @MethodSource("references")
    void china_rests_and_works_as_the_notices_say(Path reference) throws IOException {
        Map<LocalDate, Boolean> noticed = new HashMap<>();
        for (Path year : files(reference.resolve("china"))) {
            for (JsonNode day : new ObjectMapper().readTree(year.toFile()).get("days")) {
                noticed.put(
                        LocalDate.parse(day.get("date").asText()),
                        !day.get("isOffDay").asBoolean());
            }
        }
        BusinessCalendar china = BusinessCalendars.of("china");

        LocalDate.of(2019, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .forEach(date -> assertThat(china.isOpen(date))
                        .as("%s", date)
                        .isEqualTo(noticed.getOrDefault(date, isWeekday(date))));
    }

    @ParameterizedTest
    @CsvSource({
        "target2,  2026-12-24, 2026-12-28, 2026-12-23",
        "target2,  2026-04-02, 2026-04-07, 2026-04-01",
        "china,    2026-02-14, 2026-02-24, 2026-02-13",
        "china,    2025-09-30, 2025-10-09, 2025-09-29",
        "us-fed,   2026-07-02, 2026-07-03, 2026-07-01",
        "us-fed,   2027-07-02, 2027-07-06, 2027-07-01",
    })
    void next_and_previous_skip_what_is_closed(String calendar, LocalDate day, LocalDate next, LocalDate previous) {
        BusinessCalendar known = BusinessCalendars.of(calendar);

        assertThat(known.next(day)).isEqualTo(next);
        assertThat(known.previous(day)).isEqualTo(previous);
        assertThat(known.onOrAfter(day.plusDays(1))).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"2018-12-31, false", "2019-01-01, true", "2026-12-31, true", "2027-01-01, false"})
    void china_says_which_years_it_knows(LocalDate date, boolean known) {
        assertThat(BusinessCalendars.of("china").isKnown(date)).isEqualTo(known);
    }

    private static void assertClosedExactly(String name, Path list, int column) throws IOException {
        Set<LocalDate> closed = new HashSet<>();
        for (String line : Files.readAllLines(list).stream().skip(1).toList()) {
            closed.add(LocalDate.parse(List.of(line.split(",", -1)).get(column)));
        }
        BusinessCalendar calendar = BusinessCalendars.of(name);

        LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2031, 1, 1))
                .forEach(date -> assertThat(calendar.isOpen(date))
                        .as("%s on %s", name, date)
                        .isEqualTo(isWeekday(date) && !closed.contains(date)));
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(f -> f.toString().endsWith(".json")).toList());
        }
    }
}
