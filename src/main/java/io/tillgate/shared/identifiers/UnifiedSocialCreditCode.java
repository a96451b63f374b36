package io.tillgate.shared.identifiers;

import io.tillgate.shared.identifiers.IdentifierCheck.Proven;
import io.tillgate.shared.identifiers.IdentifierCheck.Wrong;

/**
 * China's unified social credit code (GB 32100-2015): registration department, kind of institution, six digits of the
 * place, nine characters of organisation code with a check of its own (GB 11714-1997), and a check character. The
 * alphabet leaves out I, O, S, V, Z. Upper case only, as the standard writes it.
 */
public record UnifiedSocialCreditCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public UnifiedSocialCreditCode {
        if (check(value) instanceof Wrong wrong) {
            throw new IllegalArgumentException(wrong.message());
        }
    }

    public static IdentifierCheck check(String text) {
        if (!text.matches("[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}")) {
            return new Wrong("FORMAT", "18 characters: digits and capital letters without I, O, S, V, Z");
        }
        if (text.charAt(17) != checkCharacter(text)) {
            return new Wrong("CHECK_DIGIT", "the last character does not agree: look for a mistyped character");
        }
        if (text.charAt(16) != organisationCheckCharacter(text.substring(8, 16))) {
            return new Wrong("CHECK_DIGIT", "the organisation code inside (characters 9 to 17) does not agree");
        }
        return new Proven(text, "GB 32100-2015");
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714-1997: letters count 10 (A) to 35 (Z); 11 minus the remainder, 10 written X, 11 written 0. */
    private static char organisationCheckCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11);
    }

    @Override
    public String toString() {
        return value;
    }
}
