package io.tillgate.merchants.rest;

import io.tillgate.merchants.usecase.EditingMerchants.Edit;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /merchants/{id}}; what is absent stays. */
public record MerchantEdit(
        @Size(min = 1, max = 200) @Nullable String tradingName,

        @Size(min = 4, max = 300) @Pattern(regexp = "https?://\\S+") @Nullable
        String website,

        @Nullable Boolean mayTrade,
        @Nullable Boolean mayBePaid,
        @Size(min = 1, max = 500) @Nullable String reason) {
    Edit toEdit() {
        return new Edit(tradingName, website, mayTrade, mayBePaid, reason);
    }
}
