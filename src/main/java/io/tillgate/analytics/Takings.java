package io.tillgate.analytics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tillgate.shared.Money;
import java.util.Currency;

/**
 * What came in and went back. A sale that was voided or reversed counts as if it had not been.
 *
 * @param payments approved ones that stand
 * @param gross their sum, tips included
 * @param refunds approved
 * @param fees charged to the merchant, less those given back; cash has none
 */
public record Takings(long payments, Money gross, long refunds, Money refunded, Money fees) {
    public static Takings none(Currency currency) {
        return new Takings(0, Money.zero(currency), 0, Money.zero(currency), Money.zero(currency));
    }

    /** Gross less refunds; before fees. */
    @JsonProperty
    public Money net() {
        return gross.minus(refunded);
    }

    public Takings plus(Takings other) {
        return new Takings(
                payments + other.payments,
                gross.plus(other.gross),
                refunds + other.refunds,
                refunded.plus(other.refunded),
                fees.plus(other.fees));
    }
}
