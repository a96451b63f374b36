package io.tillgate.settlement;

import io.tillgate.shared.MerchantAccountId;

/**
 * A rolling reserve that somebody wants for a merchant account.
 *
 * @param partsPerMillion 0 to 1 000 000; 0 ends it, what is held stays held for its days
 * @param days 1 to 730
 * @param reason 1 to 200 characters
 */
public record ProposeReserve(MerchantAccountId account, int partsPerMillion, int days, String reason) {}
