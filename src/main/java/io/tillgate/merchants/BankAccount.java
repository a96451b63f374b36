package io.tillgate.merchants;

import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;

/** Where a merchant is paid. Prints masked. */
public sealed interface BankAccount {
    int HOLDER_MAX = 140;

    /** As the bank writes it, 1 to {@value #HOLDER_MAX} characters. */
    String holder();

    /** First four and last four characters. */
    String masked();

    /** Compared to find the same account again. */
    String key();

    record ByIban(String holder, Iban iban) implements BankAccount {
        public ByIban {
            checkHolder(holder);
        }

        @Override
        public String masked() {
            return iban.masked();
        }

        @Override
        public String key() {
            return iban.value();
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /** An account at a Chinese bank branch. */
    record ByCnaps(String holder, CnapsCode bank, String accountNumber) implements BankAccount {
        public ByCnaps {
            checkHolder(holder);
            if (!isAccountNumber(accountNumber)) {
                throw new IllegalArgumentException("a bank account number has 8 to 32 digits");
            }
        }

        public static boolean isAccountNumber(String text) {
            return text.matches("[0-9]{8,32}");
        }

        @Override
        public String masked() {
            return BankAccount.masked(accountNumber);
        }

        @Override
        public String key() {
            return bank.value().substring(0, 3) + ":" + accountNumber;
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /** First four and last four characters of a number of 8 or more. */
    static String masked(String number) {
        return number.substring(0, 4) + "…" + number.substring(number.length() - 4);
    }

    private static void checkHolder(String holder) {
        if (holder.isBlank() || holder.length() > HOLDER_MAX) {
            throw new IllegalArgumentException("the holder has 1 to " + HOLDER_MAX + " characters");
        }
    }
}
