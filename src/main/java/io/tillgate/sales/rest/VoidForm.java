package io.tillgate.sales.rest;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a payment is cancelled. */
public record VoidForm(
        @Pattern(regexp = "[A-Z0-9_]{1,40}") @Nullable String reasonCode) {
    String reason() {
        return reasonCode == null ? "CANCELLED" : reasonCode;
    }
}
