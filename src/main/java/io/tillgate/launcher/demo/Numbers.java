package io.tillgate.launcher.demo;

import java.math.BigInteger;
import java.util.Locale;

/** Registration numbers and bank accounts that nobody has used, valid by their check digits. */
final class Numbers {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Numbers() {}

    /** A French SIREN: nine digits, Luhn. */
    static String siren(long seed) {
        String eight = String.format(Locale.ROOT, "%08d", Math.floorMod(seed, 100_000_000L));
        for (int check = 0; check < 10; check++) {
            if (luhn(eight + check)) {
                return eight + check;
            }
        }
        throw new IllegalStateException("ten digits and none fits");
    }

    /** A German IBAN at a bank of which nobody knows (ISO 13616, ISO 7064 MOD 97-10). */
    static String iban(long seed) {
        String account = "37040044" + String.format(Locale.ROOT, "%010d", Math.floorMod(seed, 10_000_000_000L));
        int check = 98 - new BigInteger(account + "131400").mod(NINETY_SEVEN).intValue();
        return "DE" + String.format(Locale.ROOT, "%02d", check) + account;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
