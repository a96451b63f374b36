package io.tillgate.settlement;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A credit or debit that somebody wants for a merchant account.
 *
 * @param amount in the account's currency; positive in the merchant's favour, negative to its debit, not zero
 * @param reason what the merchant reads, 1 to 200 characters
 * @param note for the acquirer's people alone, 1 to 500 characters
 */
public record ProposeAdjustment(
        MerchantAccountId account,
        Money amount,
        String reason,
        @Nullable String note) {}
