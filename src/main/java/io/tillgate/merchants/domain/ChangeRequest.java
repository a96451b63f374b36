package io.tillgate.merchants.domain;

import io.tillgate.merchants.Change;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import java.util.UUID;

/**
 * A change to a merchant account that one person proposes and another confirms.
 *
 * @param reason why, in the proposer's words
 */
public record ChangeRequest(
        TenantId tenant,
        UUID id,
        MerchantId merchant,
        MerchantAccountId account,
        int version,
        Change change,
        String reason,
        ChangeState state) {
    public ChangeRequest in(ChangeState next) {
        return new ChangeRequest(tenant, id, merchant, account, version, change, reason, next);
    }
}
