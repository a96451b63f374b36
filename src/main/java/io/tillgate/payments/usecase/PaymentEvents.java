package io.tillgate.payments.usecase;

import io.tillgate.payments.PaymentView;
import io.tillgate.payments.Payments;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.OutboxEvent;
import io.vertx.core.json.JsonObject;

/**
 * What is told of payments. Ids only: whoever hears of one reads the record, which may have moved on, and so never takes an
 * older state for the present one.
 */
final class PaymentEvents {
    private PaymentEvents() {}

    /** With the payment as it is from now on. */
    static OutboxEvent decided(Outbox outbox, PaymentView payment) {
        return event(outbox, Payments.DECIDED, payment, payment.state());
    }

    /** The terminal took back an approved payment. */
    static OutboxEvent reversed(Outbox outbox, PaymentView payment) {
        return event(outbox, Payments.REVERSED, payment, "reversed");
    }

    private static OutboxEvent event(Outbox outbox, String type, PaymentView payment, String state) {
        JsonObject payload = new JsonObject()
                .put("payment", payment.id().toString())
                .put("businessDate", payment.businessDate().toString())
                .put("merchant", payment.place().merchant().toString())
                .put("sale", payment.sale().toString())
                .put("state", state);
        if (payment.original() != null) {
            payload.put("original", payment.original().toString());
        }
        return outbox.event(payment.place().tenant(), type, "payment:" + payment.id(), payload);
    }
}
