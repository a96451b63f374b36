package io.tillgate.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a tenant's day ends, and by which calendar its bank works. */
public record BusinessDay(ZoneId zone, String calendar, LocalTime cutOff) {

    /**
     * The date that something at this instant is booked under: the local date until the cut-off (exclusive), the next
     * local date from then on. Trade runs every day, so this may be a day on which the bank is closed.
     */
    public LocalDate dateAt(Instant instant) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        return instant.isBefore(endOf(date)) ? date : date.plusDays(1);
    }

    /** The instant at which the business day of this date ends. A cut-off at midnight ends it at the next day's start; one that summer time skips is an hour later that day. */
    public Instant endOf(LocalDate date) {
        LocalDate on = cutOff.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        return on.atTime(cutOff).atZone(zone).toInstant();
    }
}
