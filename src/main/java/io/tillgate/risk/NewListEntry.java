package io.tillgate.risk;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value for a list. Adding it again renews note and expiry.
 *
 * @param value a fact as rules see it: a token, an issuer range, a category, an id
 * @param expiresAt null: until it is taken off
 */
public record NewListEntry(
        @NotBlank @Size(max = 200) String value,
        @Size(min = 1, max = 500) @Nullable String note,
        @Future @Nullable Instant expiresAt) {}
