package io.tillgate.payments.card;

/**
 * What everyone may see of a card number: the first six digits, the last four, and how many there are.
 *
 * @param firstSix six digits
 * @param lastFour four digits
 * @param length of the whole number
 */
public record CardNumberMask(String firstSix, String lastFour, int length) {
    public CardNumberMask {
        if (firstSix.length() != 6 || lastFour.length() != 4 || length < 12 || length > 19) {
            throw new IllegalArgumentException("a mask shows six and four of 12 to 19 digits");
        }
    }

    static CardNumberMask of(Pan pan) {
        String digits = pan.digits();
        return new CardNumberMask(digits.substring(0, 6), digits.substring(digits.length() - 4), digits.length());
    }

    /** For example {@code 411111******1111}. */
    @Override
    public String toString() {
        return firstSix + "*".repeat(length - 10) + lastFour;
    }
}
