package io.tillgate.catalogue.rest;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code ?store=&merchant=}; the store is required. */
public final class StoreFilter {
    @QueryParam("store")
    private @Nullable UUID store;

    @QueryParam("merchant")
    private @Nullable UUID merchant;

    StoreId store() {
        if (store == null) {
            throw new Refusal(CommonProblem.VALIDATION, "Say which store: ?store=");
        }
        return new StoreId(store);
    }

    @Nullable
    MerchantId merchant() {
        return merchant == null ? null : new MerchantId(merchant);
    }
}
