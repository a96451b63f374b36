package io.tillgate.ledger;

import io.tillgate.shared.TenantId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A balanced set of postings in one currency. One that does not sum to zero cannot be built.
 *
 * @param postings 2 to 16, in the order in which they are shown
 */
public record JournalEntry(Booking booking, PostingRule rule, List<Posting> postings) {
    public static final int POSTINGS_MAX = 16;

    public JournalEntry {
        postings = List.copyOf(postings);
        if (postings.size() < 2 || postings.size() > POSTINGS_MAX) {
            throw new IllegalArgumentException(rule.code() + " has " + postings.size() + " postings, not 2 to 16");
        }
        Currency currency = postings.getFirst().amount().currency();
        long sum = 0;
        for (Posting posting : postings) {
            requireFits(posting, booking.tenant(), currency);
            sum = Math.addExact(sum, posting.amount().value());
        }
        if (sum != 0) {
            throw new IllegalArgumentException(rule.code() + " is out of balance by " + sum + " " + currency);
        }
    }

    public static JournalEntry of(Booking booking, PostingRule rule, Posting... postings) {
        return new JournalEntry(booking, rule, List.of(postings));
    }

    /** Follows from tenant, source and rule: the same entry built twice has the same id. */
    public UUID id() {
        JournalSource source = booking.source();
        return DerivedId.near(source.id(), "journal-entry", booking.tenant(), source.kind(), source.id(), rule.code());
    }

    public TenantId tenant() {
        return booking.tenant();
    }

    public LocalDate businessDate() {
        return booking.businessDate();
    }

    public Currency currency() {
        return postings.getFirst().amount().currency();
    }

    private static void requireFits(Posting posting, TenantId tenant, Currency currency) {
        if (!posting.account().tenant().equals(tenant)) {
            throw new IllegalArgumentException("an entry of one tenant touches an account of another");
        }
        if (!posting.amount().currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "an entry in " + currency + " holds " + posting.amount().currency());
        }
    }
}
