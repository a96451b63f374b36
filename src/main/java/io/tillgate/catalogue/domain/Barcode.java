package io.tillgate.catalogue.domain;

/** GTIN-8, GTIN-12, GTIN-13 and GTIN-14 as GS1 General Specifications section 7.9 check them. */
public final class Barcode {
    private Barcode() {}

    /** Whether the text is all digits, of a GTIN's length, and its last digit is the check digit of the others. */
    public static boolean isValid(String text) {
        int length = text.length();
        if (length != 8 && length != 12 && length != 13 && length != 14) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return checkDigit(text.substring(0, length - 1)) == text.charAt(length - 1) - '0';
    }

    /** Weights 3, 1, 3, ... from the right; the check digit fills up to a multiple of ten. */
    public static int checkDigit(String digits) {
        int sum = 0;
        int weight = 3;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += weight * (digits.charAt(i) - '0');
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }
}
