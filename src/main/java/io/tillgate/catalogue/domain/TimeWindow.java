package io.tillgate.catalogue.domain;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * Days of the week and a time of day, in a store's local time. {@code to} is exclusive; one that is not after
 * {@code from} means the next morning, and the night belongs to the day on which it began.
 *
 * @param days empty for every day
 */
public record TimeWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public TimeWindow {
        days = Set.copyOf(days);
    }

    public boolean contains(LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        boolean overnight = !to.isAfter(from);
        if (!overnight) {
            return isOn(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        return !time.isBefore(from)
                ? isOn(local.getDayOfWeek())
                : time.isBefore(to) && isOn(local.getDayOfWeek().minus(1));
    }

    private boolean isOn(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
