package io.tillgate.settlement.statement;

import io.tillgate.settlement.statement.Statement.Issuer;
import io.tillgate.settlement.statement.Statement.Recipient;
import io.tillgate.settlement.statement.Statement.Total;
import io.tillgate.settlement.statement.Statement.Transfer;
import io.tillgate.shared.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All runs of a month for one merchant account, in its one currency, positive in favour of the merchant. A run that does not
 * add up cannot be stated.
 *
 * @param timeZone of the acquirer's business day
 */
public record MonthlyStatement(
        Issuer issuer, Recipient recipient, YearMonth month, String timeZone, Currency currency, List<Run> runs) {
    public MonthlyStatement {
        runs = List.copyOf(runs);
    }

    /**
     * What one run came to.
     *
     * @param returned refunds and voids
     * @param corrections chargebacks, reserves, adjustments
     * @param payout null when nothing was paid out: then all is carried
     */
    public record Run(
            LocalDate businessDate,
            int cycle,
            Money broughtForward,
            Total sales,
            Total returned,
            Money fees,
            Money corrections,
            Money carried,
            @Nullable Transfer payout) {
        public Run {
            Money net = broughtForward
                    .plus(sales.amount())
                    .plus(returned.amount())
                    .plus(fees)
                    .plus(corrections);
            Money left = payout == null ? carried : carried.plus(payout.amount());
            if (!net.equals(left)) {
                throw new IllegalArgumentException(
                        "the run of " + businessDate + " comes to " + net.value() + ", not to " + left.value());
            }
        }

        /** What was made ready to be paid, however far it got. */
        public Money paid() {
            return payout == null ? Money.zero(fees.currency()) : payout.amount();
        }
    }

    public Money sum(Function<Run, Money> amount) {
        return Statement.sum(runs.stream().map(amount).toList(), currency);
    }

    /** What the bank has booked by now. */
    public Money booked() {
        return sum(run -> run.payout() != null && run.payout().standing() == Statement.Standing.PAID
                ? run.payout().amount()
                : Money.zero(currency));
    }
}
