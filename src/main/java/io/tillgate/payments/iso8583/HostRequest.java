package io.tillgate.payments.iso8583;

import io.tillgate.shared.Money;
import org.jspecify.annotations.Nullable;

/** What can be asked of a card host. The dialect decides which message that becomes. Amounts are positive. */
public sealed interface HostRequest {
    Station at();

    Trace trace();

    /** Money from the card to the merchant, in one message. */
    record Sale(Station at, Trace trace, Money amount, CardForHost card) implements HostRequest {
        public Sale {
            positive(amount);
        }
    }

    /** Money back, later than the sale or in part. Some hosts take it as an advice: they cannot refuse it. */
    record Refund(Station at, Trace trace, Money amount, CardForHost card, Original original) implements HostRequest {
        public Refund {
            positive(amount);
        }
    }

    /** Undoes a known approval of the same batch, in full. */
    record VoidSale(Station at, Trace trace, Money amount, CardForHost card, Original original) implements HostRequest {
        public VoidSale {
            positive(amount);
        }
    }

    /** Undoes a message whose outcome is not known. {@code repeat} marks every sending after the first. */
    record Reversal(
            Station at, Trace trace, Money amount, @Nullable CardForHost card, Undoing undoing) implements HostRequest {
        public Reversal {
            positive(amount);
        }
    }

    /** Is anybody there (field 70: 301). */
    record Echo(Station at, Trace trace) implements HostRequest {}

    /** Opens the host's day for this connection (field 70: 001). */
    record SignOn(Station at, Trace trace) implements HostRequest {}

    /** What a reversal undoes and why. */
    record Undoing(Original original, Reason reason, boolean repeat) {}

    /** Why something is undone. */
    enum Reason {
        /** No answer came in time. */
        NO_ANSWER("98"),
        /** An answer came that could not be read or trusted. */
        UNREADABLE_ANSWER("A0"),
        /** The terminal or the customer gave up after the approval. */
        CANCELLED("06");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static void positive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an amount for a host is positive");
        }
    }
}
