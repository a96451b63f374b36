package io.tillgate.analytics;

import io.tillgate.shared.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Business dates, the first and the last included; at most {@value #DAYS_MAX}. */
public record Period(LocalDate from, LocalDate to) {
    /** A year and a day, so that a leap year and its comparison fit. */
    public static final int DAYS_MAX = 367;

    public Period {
        if (to.isBefore(from)) {
            throw new Refusal(AnalyticsProblem.PERIOD_INVALID, "the period ends before it begins");
        }
        if (ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
            throw new Refusal(AnalyticsProblem.PERIOD_INVALID, "a period has at most " + DAYS_MAX + " days");
        }
    }

    public static Period of(LocalDate day) {
        return new Period(day, day);
    }

    /** So many days, the last being this one. */
    public static Period endingWith(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days before, moved by whole weeks, so that each is compared with the same weekday. */
    public Period before() {
        long back = backDays();
        return new Period(from.minusDays(back), to.minusDays(back));
    }

    /** By how many days {@link #before} is moved. */
    public long backDays() {
        return (days() + 6L) / 7 * 7;
    }
}
