package io.tillgate.payments;

import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The members that every answer about a payment has; a companion adds its own, such as the receipt. */
public final class PaymentAnswers {
    private PaymentAnswers() {}

    /** The final answer of a payment: outcome, and what printer and chip need. */
    public static JsonObject of(PaymentView payment, Outcome outcome) {
        JsonObject answer = new JsonObject().put("paymentId", payment.id().toString());
        PaymentView.HostSide host = payment.host();
        if (host != null && host.trace() != null) {
            answer.put("stan", String.format(Locale.ROOT, "%06d", host.trace()));
        }
        switch (outcome) {
            case Outcome.Approved approved -> {
                answer.put("outcome", "approved").put("approvedAmount", money(approved.amount()));
                put(answer, "responseCode", approved.responseCode());
                put(answer, "authCode", approved.authCode());
                put(answer, "rrn", approved.rrn());
                put(answer, "emv", approved.issuerEmv());
            }
            case Outcome.Declined declined -> {
                answer.put("outcome", "declined").put("reason", declined.reason());
                put(answer, "responseCode", declined.responseCode());
                put(answer, "rrn", declined.rrn());
            }
            case Outcome.NotTaken notTaken -> answer.put("outcome", "declined").put("reason", notTaken.reason());
        }
        return answer;
    }

    public static JsonObject reversed(PaymentId payment) {
        return new JsonObject().put("outcome", "approved").put("paymentId", payment.toString());
    }

    /** For a payment that arrives after its own reversal. */
    public static JsonObject alreadyReversed() {
        return new JsonObject().put("outcome", "declined").put("reason", PaymentProblem.ALREADY_REVERSED.code());
    }

    /** For a request that was refused before anything was recorded. */
    public static JsonObject error(String code, String detail) {
        return new JsonObject().put("outcome", "error").put("reason", code).put("detail", detail);
    }

    public static JsonObject money(Money money) {
        return new JsonObject()
                .put("value", money.value())
                .put("currency", money.currency().getCurrencyCode());
    }

    private static void put(JsonObject answer, String member, @Nullable String value) {
        if (value != null) {
            answer.put(member, value);
        }
    }
}
