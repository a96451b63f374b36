package io.tillgate.ledger;

import io.tillgate.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the book says about itself at one moment: every figure stems from one snapshot.
 *
 * @param balanced no difference anywhere, and each currency's accounts sum to zero
 * @param totals the sum of all balances, one per currency; each has to be zero
 */
public record LedgerProof(Instant asOf, boolean balanced, List<Line> accounts, List<Money> totals) {
    public LedgerProof {
        accounts = List.copyOf(accounts);
        totals = List.copyOf(totals);
    }

    /**
     * All accounts of one code and currency.
     *
     * @param postings the sum of the journal, from its first entry
     * @param openItems the sum of what other packages keep; null where nothing but the journal proves the balance
     * @param difference the balance less the postings, or if these agree less the open items; zero is proven
     */
    public record Line(
            String account,
            Money balance,
            Money postings,
            @Nullable Money openItems,
            List<Contribution> contributions,
            Money difference) {
        public Line {
            contributions = List.copyOf(contributions);
        }
    }

    /** What one package contributes to the open items of a line. */
    public record Contribution(String name, Money amount) {}
}
