package io.tillgate.settlement;

import io.tillgate.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money on the tenant's bank account that is no payout coming back: a card host pays for a run.
 *
 * @param amount negative when the host took money
 * @param reference the bank's own of this booking
 * @param settlementDate as booked
 * @param text what came with it; names the run by {@link FundingView#reference} where the host can
 */
public record HostCredit(
        Money amount,
        String reference,
        LocalDate settlementDate,
        @Nullable String text) {}
