package io.tillgate.shared.identifiers;

/** The "double-add-double" check of ISO/IEC 7812-1, annex B; used by cards and by several company registers. */
public final class Luhn {
    private Luhn() {}

    public static boolean holds(String digits) {
        return sum(digits) % 10 == 0;
    }

    private static int sum(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = Digits.at(digits, i) * (twice ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            twice = !twice;
        }
        return sum;
    }
}
