package io.tillgate.ledger;

import io.tillgate.shared.Money;

/** One line of an entry. Debit is positive, credit negative; nothing is not posted. */
public record Posting(LedgerAccount account, Money amount) {
    public Posting {
        if (!account.currency().equals(amount.currency())) {
            throw new IllegalArgumentException(
                    "an account in " + account.currency() + " takes no " + amount.currency());
        }
        if (amount.isZero()) {
            throw new IllegalArgumentException("a posting of nothing");
        }
    }

    public static Posting debit(LedgerAccount account, Money amount) {
        return new Posting(account, amount);
    }

    public static Posting credit(LedgerAccount account, Money amount) {
        return new Posting(account, amount.negated());
    }
}
