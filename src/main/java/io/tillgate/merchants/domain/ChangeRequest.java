package io.tillgate.merchants.domain;

import io.tillgate.merchants.Change;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change to a merchant's accounts that one person proposes and another confirms.
 *
 * @param account which one; of a new one, which it became
 * @param reason why, in the proposer's words
 */
public record ChangeRequest(
        TenantId tenant,
        UUID id,
        MerchantId merchant,
        @Nullable MerchantAccountId account,
        int version,
        Change change,
        String reason,
        ChangeState state) {
    public ChangeRequest about(MerchantAccountId made) {
        return new ChangeRequest(tenant, id, merchant, made, version, change, reason, state);
    }

    public ChangeRequest in(ChangeState next) {
        return new ChangeRequest(tenant, id, merchant, account, version, change, reason, next);
    }
}
