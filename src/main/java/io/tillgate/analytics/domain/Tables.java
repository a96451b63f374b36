package io.tillgate.analytics.domain;

import io.tillgate.analytics.Measured;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Takings;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.analytics.TakingsTable.Row;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** From sums by key to the rows that people see. */
public final class Tables {
    private Tables() {}

    /** @param cutOff when the business day ends, and so with which hour the next begins */
    public static TakingsTable of(Measured measured, TakingsBy by, Keyed keyed, LocalTime cutOff) {
        Currency currency = measured.currency();
        List<Row> rows = switch (by) {
            case HOUR -> hours(keyed, currency, cutOff);
            case DAY -> days(measured.period(), keyed, currency);
            case STORE, TILL, MERCHANT -> largestFirst(keyed, currency, Sums::net);
            case METHOD -> largestFirst(keyed, currency, Sums::gross);
        };
        return new TakingsTable(
                measured,
                measured.period().before(),
                by,
                rows,
                keyed.totalNow().takings(currency),
                keyed.totalBefore().takings(currency));
    }

    /** How many hours into its business day an hour of the clock is, 0 to 23. */
    public static int place(int hour, LocalTime cutOff) {
        return Math.floorMod(hour - cutOff.getHour(), 24);
    }

    /** What had come in on the day before by the beginning of this hour. */
    public static Takings soFar(TakingsTable hours, LocalTime now, LocalTime cutOff) {
        int place = place(now.getHour(), cutOff);
        return hours.rows().stream()
                .filter(row -> place(Integer.parseInt(row.key()), cutOff) < place)
                .map(Row::before)
                .reduce(Takings.none(hours.measured().currency()), Takings::plus);
    }

    private static List<Row> hours(Keyed keyed, Currency currency, LocalTime cutOff) {
        return IntStream.range(0, 24)
                .map(place -> (place + cutOff.getHour()) % 24)
                .mapToObj(hour -> row(String.format(Locale.ROOT, "%02d", hour), keyed, currency))
                .toList();
    }

    private static List<Row> days(Period period, Keyed keyed, Currency currency) {
        return IntStream.range(0, period.days())
                .mapToObj(step -> period.from().plusDays(step))
                .map(day -> new Row(
                        day.toString(),
                        keyed.nowOf(day.toString()).takings(currency),
                        keyed.beforeOf(back(day, period)).takings(currency)))
                .toList();
    }

    private static String back(LocalDate day, Period period) {
        return day.minusDays(period.backDays()).toString();
    }

    private static List<Row> largestFirst(Keyed keyed, Currency currency, ToLongFunction<Sums> measure) {
        return keyed.keys().stream()
                .filter(key -> !keyed.nowOf(key).equals(Sums.NONE)
                        || !keyed.beforeOf(key).equals(Sums.NONE))
                .sorted(Comparator.comparingLong((String key) -> measure.applyAsLong(keyed.nowOf(key)))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TakingsTable.ROWS_MAX)
                .map(key -> row(key, keyed, currency))
                .toList();
    }

    private static Row row(String key, Keyed keyed, Currency currency) {
        return new Row(
                key, keyed.nowOf(key).takings(currency), keyed.beforeOf(key).takings(currency));
    }
}
