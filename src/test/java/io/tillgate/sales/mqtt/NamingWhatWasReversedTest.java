package io.tillgate.sales.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.payments.Original;
import io.tillgate.payments.PaymentAnswers;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.shared.PaymentId;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamingWhatWasReversedTest {
    private static final UUID REQUEST = new UUID(7, 7);
    private static final PaymentId PAYMENT = new PaymentId(new UUID(8, 8));

    @Test
    void a_payment_that_was_reversed_is_named() {
        JsonObject reversed = PaymentAnswers.reversed(PAYMENT);

        assertThat(body(reversed, new Original.ByRequest(REQUEST))).isEqualTo(reversed);
        assertThat(body(reversed, new Original.ByPayment(PAYMENT))).isEqualTo(reversed);
    }

    @Test
    void a_request_that_brought_no_payment_is_not_named_as_one() {
        JsonObject tombstone = PaymentAnswers.reversed(new PaymentId(REQUEST));

        assertThat(body(tombstone, new Original.ByRequest(REQUEST)))
                .isEqualTo(new JsonObject().put("outcome", "approved"));
    }

    private static JsonObject body(JsonObject answer, Original original) {
        return ((TakeAnswer.Final) SaleMessages.ofPayments(new TakeAnswer.Final(answer), original)).answer();
    }
}
