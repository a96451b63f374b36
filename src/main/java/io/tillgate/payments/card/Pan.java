package io.tillgate.payments.card;

import io.tillgate.shared.Refusal;

/**
 * A primary account number, ISO/IEC 7812-1: 12 to 19 digits with a correct check digit. Prints its mask; the digits
 * themselves are for the host message and the security module only.
 */
public record Pan(String digits) {
    private static final int LENGTH_MIN = 12;
    private static final int LENGTH_MAX = 19;

    public Pan {
        if (digits.length() < LENGTH_MIN || digits.length() > LENGTH_MAX || !isDecimal(digits)) {
            throw new Refusal(CardProblem.CARD_NUMBER_INVALID, "a card number has 12 to 19 digits");
        }
        if (!hasCheckDigit(digits)) {
            throw new Refusal(CardProblem.CARD_NUMBER_INVALID, "the card number's check digit is wrong");
        }
    }

    /** ISO/IEC 7812-1, Annex B (Luhn): from the right, every second digit doubled, the sum divisible by ten. */
    public static boolean hasCheckDigit(String digits) {
        if (digits.isEmpty() || !isDecimal(digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    public CardNumberMask mask() {
        return CardNumberMask.of(this);
    }

    @Override
    public String toString() {
        return mask().toString();
    }

    private static boolean isDecimal(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
