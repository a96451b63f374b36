package io.tillgate.shared.identifiers;

import io.tillgate.shared.identifiers.IdentifierCheck.Proven;
import io.tillgate.shared.identifiers.IdentifierCheck.Unproven;
import io.tillgate.shared.identifiers.IdentifierCheck.Wrong;
import java.util.Locale;

/**
 * An international bank account number (ISO 13616-1, check by ISO 7064 MOD 97-10), without spaces, upper case.
 * Spaces between groups and lower case are accepted on the way in. Prints masked.
 */
public record Iban(String value) {
    private static final String STANDARD = "ISO 13616-1";

    public Iban {
        if (!(check(value) instanceof Wrong) && !value.equals(normalise(value))) {
            throw new IllegalArgumentException("an IBAN is kept without spaces and in upper case");
        }
        if (check(value) instanceof Wrong wrong) {
            throw new IllegalArgumentException(wrong.message());
        }
    }

    /** Of text as people write it. */
    public static Iban parse(String text) {
        return new Iban(normalise(text));
    }

    public static IdentifierCheck check(String text) {
        String iban = normalise(text);
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}")) {
            return new Wrong("FORMAT", "an IBAN starts with a country code and two check digits");
        }
        IbanStructure structure = IbanStructure.of(iban.substring(0, 2));
        if (structure == null) {
            return new Wrong("COUNTRY", "no country with this code has IBANs");
        }
        if (iban.length() != structure.length()) {
            return new Wrong(
                    "LENGTH", "an IBAN of " + structure.country() + " has " + structure.length() + " characters");
        }
        if (!structure.pattern().matcher(iban).matches()) {
            return new Wrong("FORMAT", "an IBAN of " + structure.country() + " is built differently");
        }
        if (!checkDigitsHold(iban)) {
            return new Wrong("CHECK_DIGIT", "the check digits do not agree: look for a mistyped or swapped digit");
        }
        return structure.official()
                ? new Proven(iban, STANDARD)
                : new Unproven(iban, "the country is not in SWIFT's IBAN registry");
    }

    public String country() {
        return value.substring(0, 2);
    }

    public String masked() {
        return value.substring(0, 4) + "…" + value.substring(value.length() - 4);
    }

    /** Check digits run from 02 to 98; 00, 01 and 99 leave the right remainder too, but are never issued. */
    private static boolean checkDigitsHold(String iban) {
        int digits = Integer.parseInt(iban.substring(2, 4));
        return digits >= 2 && digits <= 98 && Iso7064.isMod97And10(iban.substring(4) + iban.substring(0, 4));
    }

    private static String normalise(String text) {
        return text.strip().replace(" ", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return masked();
    }
}
