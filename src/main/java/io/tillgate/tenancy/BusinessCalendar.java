package io.tillgate.tenancy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days a settlement system or a country's banks work: Monday to Friday but for the closed days, and in China also the
 * weekends that are worked in exchange. Known for the years of its list; days outside go by the weekday alone, and
 * {@link #isKnown} says which they are.
 */
public final class BusinessCalendar {
    /** No list closes as many days in a row; more would be a broken list. */
    private static final int SEARCH_DAYS_MAX = 60;

    private final String name;
    private final int firstYear;
    private final int lastYear;
    private final NavigableSet<LocalDate> closed;
    private final Set<LocalDate> worked;

    /**
     * A calendar of the years from the first to the last closed day.
     *
     * @param closed days off, never empty
     * @param worked weekend days that are worked
     */
    public BusinessCalendar(String name, Set<LocalDate> closed, Set<LocalDate> worked) {
        this.name = name;
        this.closed = new TreeSet<>(closed);
        this.worked = Set.copyOf(worked);
        this.firstYear = this.closed.first().getYear();
        this.lastYear = this.closed.last().getYear();
    }

    public String name() {
        return name;
    }

    public boolean isKnown(LocalDate date) {
        return date.getYear() >= firstYear && date.getYear() <= lastYear;
    }

    public boolean isOpen(LocalDate date) {
        if (closed.contains(date)) {
            return false;
        }
        return worked.contains(date) || date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** The first open day after this one. */
    public LocalDate next(LocalDate date) {
        return firstOpen(date.plusDays(1), 1);
    }

    /** The last open day before this one. */
    public LocalDate previous(LocalDate date) {
        return firstOpen(date.minusDays(1), -1);
    }

    /** This day if it is open, else the next open one. */
    public LocalDate onOrAfter(LocalDate date) {
        return firstOpen(date, 1);
    }

    private LocalDate firstOpen(LocalDate from, int step) {
        LocalDate date = from;
        for (int i = 0; i < SEARCH_DAYS_MAX; i++, date = date.plusDays(step)) {
            if (isOpen(date)) {
                return date;
            }
        }
        throw new IllegalStateException(
                "calendar " + name + " closes " + SEARCH_DAYS_MAX + " days in a row at " + from);
    }
}
