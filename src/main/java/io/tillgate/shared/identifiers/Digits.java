package io.tillgate.shared.identifiers;

/** Sums over decimal digits, from which national check digits are made. */
final class Digits {
    private Digits() {}

    static int at(String digits, int index) {
        int value = digits.charAt(index) - '0';
        if (value < 0 || value > 9) {
            throw new IllegalArgumentException("not a decimal digit at " + index);
        }
        return value;
    }

    /** Sum of digit times weight, for as many digits as there are weights. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += at(digits, i) * weights[i];
        }
        return sum;
    }

    static int last(String digits) {
        return at(digits, digits.length() - 1);
    }

    static boolean allSame(String digits) {
        return digits.chars().distinct().count() == 1;
    }
}
