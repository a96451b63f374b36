package io.tillgate.merchants.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.merchants.Merchant;
import io.tillgate.shared.MerchantId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A merchant as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MerchantView(
        MerchantId id,
        String legalName,
        String tradingName,
        String legalForm,
        String country,
        String registrationNumber,
        @Nullable String website,
        String status,
        boolean mayTrade,
        boolean mayBePaid,
        @Nullable String reason,
        Instant createdAt) {
    static MerchantView of(Merchant merchant) {
        var business = merchant.business();
        var standing = merchant.standing();
        return new MerchantView(
                merchant.id(),
                business.legalName(),
                business.tradingName(),
                business.legalForm(),
                business.country(),
                business.registrationNumber(),
                business.website(),
                standing.status().name().toLowerCase(Locale.ROOT),
                standing.mayTrade(),
                standing.mayBePaid(),
                standing.reason(),
                merchant.createdAt());
    }
}
