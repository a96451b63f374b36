package io.tillgate.shared.identifiers;

/**
 * Check digits of national business registers, as their issuers publish them. Each takes a number whose form was
 * checked before.
 */
final class NationalChecks {
    private NationalChecks() {}

    /** 97 minus the first eight digits modulo 97 stand as the last two. */
    static boolean belgian(String n) {
        return 97 - Integer.parseInt(n.substring(0, 8)) % 97 == Integer.parseInt(n.substring(8));
    }

    static boolean bulgarian(String n) {
        int first = Digits.weighted(n, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        int second = Digits.weighted(n, 3, 4, 5, 6, 7, 8, 9, 10) % 11;
        return (first < 10 ? first : second % 10) == Digits.last(n);
    }

    static boolean swiss(String n) {
        String digits = n.substring(3);
        return (11 - Digits.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == Digits.last(digits);
    }

    static boolean czech(String n) {
        return (11 - Digits.weighted(n, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == Digits.last(n);
    }

    static boolean danish(String n) {
        return Digits.weighted(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean estonian(String n) {
        int first = Digits.weighted(n, 1, 2, 3, 4, 5, 6, 7) % 11;
        int second = Digits.weighted(n, 3, 4, 5, 6, 7, 8, 9) % 11;
        return (first < 10 ? first : second % 10) == Digits.last(n);
    }

    /** Every second digit doubled as in Luhn; some kinds of body write the result as a letter, J for 0. */
    static boolean spanish(String n) {
        int sum = 0;
        for (int i = 1; i <= 7; i++) {
            int digit = Digits.at(n, i) * (i % 2 == 1 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        int control = (10 - sum % 10) % 10;
        char digit = (char) ('0' + control);
        char letter = "JABCDEFGHI".charAt(control);
        char written = n.charAt(8);
        return switch (n.charAt(0)) {
            case 'N', 'P', 'Q', 'R', 'S', 'W' -> written == letter;
            case 'A', 'B', 'E', 'H' -> written == digit;
            default -> written == digit || written == letter;
        };
    }

    static boolean finnish(String n) {
        int remainder = Digits.weighted(n, 7, 9, 10, 5, 8, 4, 2) % 11;
        return remainder != 1 && (11 - remainder) % 11 == Digits.last(n);
    }

    /** Luhn over the whole, and over the SIREN in front; La Poste's offices count a plain sum of fives instead. */
    static boolean frenchEstablishment(String n) {
        if (n.startsWith("356000000") && n.chars().map(c -> c - '0').sum() % 5 == 0) {
            return true;
        }
        return Luhn.holds(n) && Luhn.holds(n.substring(0, 9));
    }

    static boolean greek(String n) {
        return Digits.weighted(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == Digits.last(n) && !Digits.allSame(n);
    }

    static boolean lithuanian(String n) {
        int first = Digits.weighted(n, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        int second = Digits.weighted(n, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        return (first < 10 ? first : second % 10) == Digits.last(n);
    }

    static boolean latvian(String n) {
        return Digits.weighted(n, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
    }

    static boolean norwegian(String n) {
        return (11 - Digits.weighted(n, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == Digits.last(n);
    }

    static boolean polishTax(String n) {
        return Digits.weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == Digits.last(n);
    }

    static boolean polishStatistics(String n) {
        return Digits.weighted(n, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10 == Digits.last(n);
    }

    static boolean portuguese(String n) {
        int remainder = Digits.weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (remainder < 2 ? 0 : 11 - remainder) == Digits.last(n);
    }

    static boolean romanian(String n) {
        String padded = "0".repeat(10 - n.length()) + n;
        return Digits.weighted(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == Digits.last(n);
    }
}
