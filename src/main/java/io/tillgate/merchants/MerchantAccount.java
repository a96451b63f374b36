package io.tillgate.merchants;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import java.util.Currency;
import java.util.UUID;

/**
 * One way in which a merchant trades.
 *
 * @param categoryCode ISO 18245, four digits
 * @param feePlan name of one of the tenant's price lists
 * @param payoutAccount which {@link BankAccount} row is paid
 * @param open false when the account is closed for good
 */
public record MerchantAccount(
        TenantId tenant,
        MerchantAccountId id,
        MerchantId merchant,
        int version,
        MerchantNumber number,
        Currency currency,
        String categoryCode,
        String feePlan,
        UUID payoutAccount,
        boolean open) {}
