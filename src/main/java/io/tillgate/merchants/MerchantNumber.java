package io.tillgate.merchants;

import io.tillgate.shared.identifiers.Iso7064;
import io.tillgate.shared.identifiers.Luhn;
import java.util.Optional;

/**
 * The number under which a merchant account trades: ISO 8583 field 42, 15 digits: {@code 8}, a sequence of 13 digits
 * within the tenant, a check digit (ISO 7064 MOD 11,10) against typing it wrong into a terminal.
 *
 * <p>No merchant number looks like a card number: none begins like one, and sequences that would pass the cards' Luhn
 * check are left out.
 */
public record MerchantNumber(String value) {
    public static final int LENGTH = 15;
    private static final long SEQUENCE_MAX = 9_999_999_999_999L;

    public MerchantNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a merchant number");
        }
    }

    /** The number of a sequence; empty when that sequence is left out. */
    public static Optional<MerchantNumber> ofSequence(long sequence) {
        if (sequence < 1 || sequence > SEQUENCE_MAX) {
            throw new IllegalArgumentException("sequence out of range: " + sequence);
        }
        String body = String.format("8%013d", sequence);
        String number = body + Iso7064.mod11And10(body);
        return Luhn.holds(number) ? Optional.empty() : Optional.of(new MerchantNumber(number));
    }

    public static boolean isWellFormed(String text) {
        return text.matches("8[0-9]{14}") && Iso7064.endsInMod11And10(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
