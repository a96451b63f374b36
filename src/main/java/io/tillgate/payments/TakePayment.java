package io.tillgate.payments;

import io.tillgate.shared.SaleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Take, give back or cancel a payment.
 *
 * @param bodyHash of the canonical request; a repeat must have the same
 * @param expiresAt after this instant the request is refused unless it has its answer already
 */
public record TakePayment(
        RequestKey key,
        byte[] bodyHash,
        Till till,
        Instruction instruction,
        SaleId sale,
        @Nullable String cashier,
        Instant expiresAt) {}
