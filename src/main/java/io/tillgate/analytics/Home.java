package io.tillgate.analytics;

/**
 * What a merchant's first page shows.
 *
 * @param today so far, beside the whole same weekday of the week before
 * @param soFarBefore of that day, what had come in by this hour
 * @param hours of today, beside the same weekday before; 24 rows
 * @param days the last 30, today the last, beside the same weekdays before
 * @param methods of the last 30 days
 * @param products of the last 30 days, ten
 * @param tills of today
 */
public record Home(
        Summary today,
        Takings soFarBefore,
        TakingsTable hours,
        TakingsTable days,
        TakingsTable methods,
        Summary.Rate approval30Days,
        Products products,
        TakingsTable tills) {
    public static final int DAYS = 30;
    public static final int PRODUCTS = 10;

    /** Whether there ever was anything to show; an empty home teaches the next step. */
    public boolean empty() {
        return days.total().payments() == 0 && days.totalBefore().payments() == 0;
    }
}
