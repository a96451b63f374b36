package io.tillgate.settlement.iso20022;

import java.util.regex.Pattern;

/** How an account is named in a message: by IBAN, or by the number its bank gave it (at most 34 characters). */
public sealed interface BankAccountId {
    /** The number as people write it, whichever kind it is. */
    String number();

    record Iban(String number) implements BankAccountId {
        private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}");

        public Iban {
            if (!FORM.matcher(number).matches()) {
                throw new IllegalArgumentException("not the form of an IBAN");
            }
        }
    }

    record Other(String number) implements BankAccountId {
        public Other {
            Texts.require(number, 34, "account number");
        }
    }
}
