package io.tillgate.merchants;

import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A place of business of a merchant. */
public record Store(TenantId tenant, StoreId id, MerchantId merchant, int version, Details details, boolean archived) {
    /**
     * What the merchant says of it.
     *
     * @param timeZone local time of receipts, promotions and host messages
     * @param phone E.164 or as people write it, 4 to 24 characters
     */
    public record Details(
            Name name,
            Address address,
            ZoneId timeZone,
            @Nullable String phone) {}

    /** The name on receipts; the Chinese one is optional. */
    public record Name(String en, @Nullable String zh) {}

    /**
     * Where it is.
     *
     * @param country ISO 3166 alpha-2
     */
    public record Address(
            String line1,
            @Nullable String line2,
            String city,
            @Nullable String region,
            @Nullable String postalCode,
            String country) {}
}
