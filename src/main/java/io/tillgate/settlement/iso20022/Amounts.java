package io.tillgate.settlement.iso20022;

import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Between minor units and the decimals of a message. Exact: nothing is ever rounded. */
final class Amounts {
    private Amounts() {}

    static BigDecimal decimal(Money amount) {
        return BigDecimal.valueOf(amount.value(), Math.max(0, amount.exponent()));
    }

    /** Nothing where the decimals are finer than the currency, or the currency has no minor unit we know. */
    static Optional<Money> money(BigDecimal amount, String currency) {
        try {
            Currency known = Currency.getInstance(currency);
            long minor = amount.movePointRight(Math.max(0, known.getDefaultFractionDigits()))
                    .longValueExact();
            return Optional.of(new Money(minor, known));
        } catch (ArithmeticException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
