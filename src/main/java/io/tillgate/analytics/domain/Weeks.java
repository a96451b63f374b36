package io.tillgate.analytics.domain;

import io.tillgate.analytics.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The whole weeks within a period, which sums of weeks answer for; days before and after are read one by one.
 *
 * @param from a Monday; the period's first day when it holds no whole week
 * @param until the Monday after the last of them, exclusive; {@code from} when there is none
 */
public record Weeks(LocalDate from, LocalDate until) {

    public static Weeks within(Period period) {
        LocalDate first = period.from().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate until = period.to().plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return first.isBefore(until) ? new Weeks(first, until) : new Weeks(period.from(), period.from());
    }
}
