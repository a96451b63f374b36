package io.tillgate.catalogue;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Quantities of stock entries: plain decimals with at most 3 places, up to 999999999.999. */
public final class StockQuantity {
    static final String RULE = "a plain number with at most 3 decimals; a sign only for transfer and correction";
    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,3})?");

    private StockQuantity() {}

    static boolean isValid(String text, StockReason reason) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int sign = new BigDecimal(text).signum();
        return switch (reason) {
            case COUNT -> !text.startsWith("-");
            case RECEIPT, DAMAGE, THEFT -> sign > 0;
            case TRANSFER, CORRECTION -> sign != 0;
            case SALE, SALE_UNDONE, REFUND -> false;
        };
    }

    /** What the balance changes by, in thousandths. A count's change is the difference to what the books say. */
    public static long change(String text, StockReason reason, long balance) {
        long entered = new BigDecimal(text).movePointRight(3).longValueExact();
        return switch (reason) {
            case COUNT -> Math.subtractExact(entered, balance);
            case DAMAGE, THEFT -> -entered;
            case RECEIPT, TRANSFER, CORRECTION, SALE, SALE_UNDONE, REFUND -> entered;
        };
    }
}
