package io.tillgate.shared.identifiers;

import io.tillgate.shared.identifiers.IdentifierCheck.Proven;
import io.tillgate.shared.identifiers.IdentifierCheck.Wrong;

/**
 * A bank code of China's national payment system: 3 digits bank, 4 area, 4 branch, 1 check digit by ISO 7064 MOD 11,10.
 * Names a bank branch, not an account.
 */
public record CnapsCode(String value) {
    public CnapsCode {
        if (check(value) instanceof Wrong wrong) {
            throw new IllegalArgumentException(wrong.message());
        }
    }

    public static IdentifierCheck check(String text) {
        if (!text.matches("[0-9]{12}")) {
            return new Wrong("FORMAT", "a CNAPS bank code has 12 digits");
        }
        return Iso7064.endsInMod11And10(text)
                ? new Proven(text, "CNAPS, ISO 7064 MOD 11,10")
                : new Wrong("CHECK_DIGIT", "the check digit does not agree: look for a mistyped digit");
    }

    @Override
    public String toString() {
        return value;
    }
}
