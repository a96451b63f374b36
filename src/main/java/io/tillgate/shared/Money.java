package io.tillgate.shared;

import java.util.Currency;

/**
 * An amount in minor units of its currency, signed. The currency's exponent is that of ISO 4217.
 * Arithmetic is exact: an overflow or a mix of currencies is a bug and fails.
 */
public record Money(long value, Currency currency) {
    public static Money of(long value, String currency) {
        return new Money(value, Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(value, sameCurrency(other).value), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(value, sameCurrency(other).value), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(value), currency);
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean isZero() {
        return value == 0;
    }

    /** Decimal digits of the minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
    public int exponent() {
        return currency.getDefaultFractionDigits();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
