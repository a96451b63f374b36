package io.tillgate.analytics.store;

import io.tillgate.analytics.domain.PaymentCounts;
import io.tillgate.payments.PaymentFact;
import io.tillgate.payments.PaymentView;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A payment that counts for something. */
public record PaymentRow(PaymentFact fact, PaymentCounts counts) {
    PaymentView payment() {
        return fact.payment();
    }

    /** {@code cash}, or the card's scheme. */
    String method() {
        PaymentView.CardShown card = payment().card();
        if (!payment().tender().equals("card")) {
            return payment().tender();
        }
        return card == null ? "other" : Objects.requireNonNullElse(card.scheme(), "other");
    }

    /** Of the store's clock. */
    int hour() {
        return payment().createdAt().atZone(fact.zone()).getHour();
    }

    byte @Nullable [] token() {
        PaymentView.CardShown card = payment().card();
        return card == null || card.token() == null ? null : HexFormat.of().parseHex(card.token());
    }
}
