package io.tillgate.sales.rest;

import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of the answer to a refund or a void, for the API document: it is stored as text, and sent again as it was. */
record UndoAnswer(
        @Schema(enumeration = {"approved", "declined", "error"})
        String outcome,

        PaymentId paymentId,
        @Nullable Money approvedAmount,
        @Nullable String responseCode,
        @Nullable String authCode,
        @Nullable String rrn,
        @Nullable String stan,
        @Nullable Map<String, Object> receipt,
        @Nullable String reason) {}
