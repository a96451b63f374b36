package io.tillgate.payments;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Where a payment is taken and on whose account.
 *
 * @param terminal null for a payment made in the portal
 * @param terminalNumber ISO 8583 field 41, 8 characters
 * @param merchantNumber ISO 8583 field 42, 15 characters
 * @param zone of the store, for the host's local time
 */
public record Till(
        TenantId tenant,
        MerchantId merchant,
        MerchantAccountId account,
        StoreId store,
        @Nullable TerminalId terminal,
        String terminalNumber,
        String merchantNumber,
        Trading trading,
        ZoneId zone) {

    /**
     * What the account may do.
     *
     * @param mcc merchant category code, ISO 18245
     * @param active false while merchant or account is suspended
     */
    public record Trading(Currency currency, String mcc, String feePlan, boolean active) {}
}
