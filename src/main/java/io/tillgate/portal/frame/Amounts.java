package io.tillgate.portal.frame;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as people write them: {@code 12.50}, {@code 12,50} or {@code € 1 250}. Not negative, and with no more decimals than the
 * currency has: {@code 1,250} is a thousand to one reader and little more than one to the next, so it is none here.
 */
public final class Amounts {
    private static final int WHOLE_DIGITS_MAX = 13;

    private Amounts() {}

    /** Null for what is no amount. */
    public static @Nullable Money of(String text, Currency currency) {
        String plain = text.replaceAll("[\\s\\p{Sc}]", "").replace(',', '.');
        int decimals = currency.getDefaultFractionDigits();
        String pattern = "[0-9]{1," + WHOLE_DIGITS_MAX + "}" + (decimals == 0 ? "" : "(\\.[0-9]{1," + decimals + "})?");
        return plain.matches(pattern)
                ? new Money(new BigDecimal(plain).movePointRight(decimals).longValueExact(), currency)
                : null;
    }

    /** The same with a sign before it, or none: a minus takes, be it a keyboard's or a typesetter's. */
    public static @Nullable Money signed(String text, Currency currency) {
        String plain = text.strip();
        boolean takes = plain.startsWith("-") || plain.startsWith("\u2212");
        Money amount = of(takes || plain.startsWith("+") ? plain.substring(1) : plain, currency);
        return amount != null && takes ? amount.negated() : amount;
    }

    /**
     * Refuses what is no amount.
     *
     * @param field where it was written, as a pointer
     */
    public static Money needed(String field, @Nullable String text, Currency currency) {
        Money amount = text == null ? null : of(text, currency);
        if (amount == null) {
            throw new Refusal(
                    CommonProblem.VALIDATION,
                    "not an amount",
                    List.of(new Violation(field, "AMOUNT", "an amount, such as 12.50")));
        }
        return amount;
    }
}
