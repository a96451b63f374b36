package io.tillgate.catalogue.rest;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** {@code ?store=&merchant=}; the store is required. */
public final class StoreFilter {
    @QueryParam("store")
    @Parameter(required = true)
    private @Nullable StoreId store;

    @QueryParam("merchant")
    private @Nullable MerchantId merchant;

    StoreId store() {
        if (store == null) {
            throw new Refusal(CommonProblem.VALIDATION, "Say which store: ?store=");
        }
        return store;
    }

    @Nullable
    MerchantId merchant() {
        return merchant;
    }
}
