package io.tillgate.ledger;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account and what is in it now.
 *
 * @param code of the chart, {@link AccountCode#code()}
 * @param merchantAccount null for the tenant's own
 * @param postings how many there are
 */
public record AccountView(
        UUID id, String code, @Nullable MerchantAccountId merchantAccount, Money balance, long postings) {}
