package io.tillgate.pricing;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A calendar month and how much of it an account was open.
 *
 * @param days from the day on which the account was opened to the end of the month; 0: it was opened later
 */
public record OpenMonth(YearMonth month, int days) {
    public OpenMonth {
        if (days < 0 || days > month.lengthOfMonth()) {
            throw new IllegalArgumentException(month + " does not have " + days + " days");
        }
    }

    public static OpenMonth of(YearMonth month, LocalDate openedOn) {
        LocalDate end = month.atEndOfMonth();
        if (openedOn.isAfter(end)) {
            return new OpenMonth(month, 0);
        }
        int first = YearMonth.from(openedOn).equals(month) ? openedOn.getDayOfMonth() : 1;
        return new OpenMonth(month, end.getDayOfMonth() - first + 1);
    }

    public boolean isWhole() {
        return days == month.lengthOfMonth();
    }

    /** The days' share of what a whole month costs, rounded half up. */
    public long share(long wholeMonth) {
        return FeeCalculation.divideHalfUp(
                BigInteger.valueOf(wholeMonth).multiply(BigInteger.valueOf(days)), month.lengthOfMonth());
    }
}
