package io.tillgate.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A settlement run as its reader may see it: staff all of it, a merchant its own accounts.
 *
 * @param cycle counts the runs of one business date from 1
 * @param occasion {@code calendar} or {@code person}; absent for merchants
 * @param throughNumber of the sealed journal, up to which the run reaches; absent for merchants
 * @param totals one for each currency; empty when nothing had to be settled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        UUID id,
        LocalDate businessDate,
        int cycle,
        Instant cutAt,
        @Nullable String occasion,
        @Nullable Long throughNumber,
        List<Totals> totals) {
    public RunView {
        totals = List.copyOf(totals);
    }

    /**
     * Sums in the merchants' sign: fees and refunds are negative.
     *
     * @param accounts how many merchant accounts had something to settle
     * @param payouts how many payouts were made
     * @param paidOut what they come to
     * @param carriedOut what the next run begins with
     */
    public record Totals(
            int accounts,
            int payouts,
            int items,
            Money sales,
            Money refunds,
            Money voids,
            Money fees,
            Money chargebacks,
            Money reserves,
            Money adjustments,
            Money carriedIn,
            Money net,
            Money paidOut,
            Money carriedOut) {}
}
