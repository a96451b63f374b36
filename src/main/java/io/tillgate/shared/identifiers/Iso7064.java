package io.tillgate.shared.identifiers;

/** Check character systems of ISO/IEC 7064:2003. */
public final class Iso7064 {
    private Iso7064() {}

    /** Hybrid system MOD 11,10 (clause 9): the check digit that belongs behind these digits. */
    public static char mod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + Digits.at(digits, i)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    public static boolean endsInMod11And10(String digits) {
        int last = digits.length() - 1;
        return last > 0 && mod11And10(digits.substring(0, last)) == digits.charAt(last);
    }

    /** Pure system MOD 97-10 (clause 7): true when the whole, letters counted as 10 to 35, leaves 1. */
    public static boolean isMod97And10(CharSequence alphanumeric) {
        int remainder = 0;
        for (int i = 0; i < alphanumeric.length(); i++) {
            int value = Character.digit(alphanumeric.charAt(i), 36);
            if (value < 0) {
                return false;
            }
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }
}
