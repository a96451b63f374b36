package io.tillgate.merchants.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.merchants.Store;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import org.jspecify.annotations.Nullable;

/** A store as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoreView(
        StoreId id,
        MerchantId merchantId,
        StoreForm.Name name,
        StoreForm.Address address,
        String timeZone,
        @Nullable String phone,
        boolean archived) {
    static StoreView of(Store store) {
        Store.Details details = store.details();
        Store.Address address = details.address();
        return new StoreView(
                store.id(),
                store.merchant(),
                new StoreForm.Name(details.name().en(), details.name().zh()),
                new StoreForm.Address(
                        address.line1(),
                        address.line2(),
                        address.city(),
                        address.region(),
                        address.postalCode(),
                        address.country()),
                details.timeZone().getId(),
                details.phone(),
                store.archived());
    }
}
