package io.tillgate.payments;

import io.tillgate.shared.PaymentId;
import java.util.UUID;

/** The payment that a void, refund or reversal is about. */
public sealed interface Original {
    /** By the terminal's own request id. */
    record ByRequest(UUID requestId) implements Original {}

    record ByPayment(PaymentId payment) implements Original {}
}
