package io.tillgate.settlement.iso20022;

import java.util.regex.Pattern;

/** How a bank is named in a message. */
public sealed interface BankAgent {
    /** ISO 9362, 8 or 11 characters. */
    record Bic(String code) implements BankAgent {
        private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

        public Bic {
            if (!FORM.matcher(code).matches()) {
                throw new IllegalArgumentException("not the form of a BIC");
            }
        }
    }

    /** Member of a clearing system; China's national payment system is {@code CNAPS} with twelve digits. */
    record ClearingMember(String system, String member) implements BankAgent {
        public ClearingMember {
            Texts.require(system, 5, "clearing system");
            Texts.require(member, 35, "clearing member");
        }

        public static ClearingMember cnaps(String bankCode) {
            return new ClearingMember("CNAPS", bankCode);
        }
    }

    /** The IBAN says enough; where the schema asks for a bank, {@code NOTPROVIDED} is written. */
    record FromAccount() implements BankAgent {}
}
