package io.tillgate.settlement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose a difference is, as one person proposes and another confirms.
 *
 * @param to which one: a run's id or funding reference, a payout's id or end-to-end id, a merchant account's id or number,
 *     another difference's id or number; null where the owner says it all, or where the bank named the payout
 * @param resolution in the words of who proposes
 */
public record BreakProposal(Owner owner, @Nullable String to, String resolution) {
    /** Where the money of a difference can belong. */
    public enum Owner {
        /** Nowhere: the bank account never moved. */
        NOTHING,
        /** A card host paid for a run. */
        FUNDING,
        /** A payout was paid, or came back. */
        PAYOUT,
        /** A merchant owes it, or is owed it: an adjustment of its next payout. */
        MERCHANT,
        /** Our bank's own charge or interest. */
        BANK,
        /** Another difference took it back. */
        SET_OFF,
        /** The book's, which had this booking already: the bank told it twice. */
        TOLD_BEFORE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException for no such code */
        public static Owner ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
