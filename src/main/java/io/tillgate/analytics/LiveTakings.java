package io.tillgate.analytics;

import io.smallrye.mutiny.Multi;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells pages that a merchant's figures changed, whichever replica folded the sale. */
@ApplicationScoped
public class LiveTakings {
    /**
     * A tick now, and one for each change; several changes within half a second are one. Who is slow gets the latest only.
     * Ends when it is cancelled, or with {@code UNAVAILABLE} when too many listen on this replica.
     */
    public Multi<LiveTick> of(TenantId tenant, MerchantId merchant) {
        return Multi.createFrom().failure(new UnsupportedOperationException());
    }
}
