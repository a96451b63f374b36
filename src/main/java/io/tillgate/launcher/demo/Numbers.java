package io.tillgate.launcher.demo;

import java.math.BigInteger;
import java.util.Locale;

/** Registration numbers and bank accounts that nobody has used, valid by their check digits. */
public final class Numbers {
    private static final String CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Numbers() {}

    /** A French SIREN: nine digits, Luhn. */
    public static String siren(long seed) {
        String eight = String.format(Locale.ROOT, "%08d", Math.floorMod(seed, 100_000_000L));
        for (int check = 0; check < 10; check++) {
            if (luhn(eight + check)) {
                return eight + check;
            }
        }
        throw new IllegalStateException("ten digits and none fits");
    }

    /** A German IBAN at a bank of which nobody knows (ISO 13616, ISO 7064 MOD 97-10). */
    public static String iban(long seed) {
        String account = "37040044" + String.format(Locale.ROOT, "%010d", Math.floorMod(seed, 10_000_000_000L));
        int check = 98 - new BigInteger(account + "131400").mod(NINETY_SEVEN).intValue();
        return "DE" + String.format(Locale.ROOT, "%02d", check) + account;
    }

    /** A number of this length that begins like this and ends with its check digit (ISO/IEC 7812-1). */
    public static String luhnNumber(String beginning, int length, long seed) {
        int free = length - 1 - beginning.length();
        String body = beginning
                + String.format(Locale.ROOT, "%0" + free + "d", Math.floorMod(seed, (long) Math.pow(10, free)));
        for (int check = 0; check < 10; check++) {
            if (luhn(body + check)) {
                return body + check;
            }
        }
        throw new IllegalStateException("ten digits and none fits");
    }

    /** A Chinese unified social credit identifier of a company in Shanghai (GB 32100-2015). */
    public static String creditIdentifier(long seed) {
        String body =
                "91310115" + organisation("MA" + String.format(Locale.ROOT, "%06d", Math.floorMod(seed, 1_000_000L)));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += CREDIT_DIGITS.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + CREDIT_DIGITS.charAt((31 - sum % 31) % 31);
    }

    /** Eight characters and their check character (GB 11714-1997). */
    private static String organisation(String eight) {
        int sum = 0;
        for (int i = 0; i < eight.length(); i++) {
            sum += Character.digit(eight.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return eight + (check == 10 ? "X" : Integer.toString(check % 11));
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
