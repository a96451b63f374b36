package io.tillgate.terminals;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;

/**
 * Who a terminal is, as its certificate and our records say; never what it claims in a topic or a body.
 *
 * @param terminalNumber ISO 8583 field 41, 8 characters
 * @param merchantNumber ISO 8583 field 42, at most 15 characters
 */
public record TerminalIdentity(
        TenantId tenant,
        MerchantId merchant,
        MerchantAccountId account,
        StoreId store,
        TerminalId terminal,
        String terminalNumber,
        String merchantNumber) {}
