package io.tillgate.settlement.domain;

import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.Signature;
import io.tillgate.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * The life of one attempt to pay a merchant. Every arrow is one {@link PayoutCommand}; what is not listed is refused, and a
 * bank's word that is refused becomes a break. {@code Retry} ends this attempt's part and drafts the next attempt.
 *
 * <pre>
 * from       command    to          in the book
 * Held       LiftHold   Drafted
 * Held       Cancel     Cancelled   (the amount is carried into the next run, as by every Cancel)
 * Drafted    Hold       Held
 * Drafted    Sign       Signed
 * Drafted    Cancel     Cancelled
 * Signed     Hold       Held        (the signature is void)
 * Signed     VoidSignature Drafted  (the merchant is paid elsewhere now than the first person saw)
 * Signed     Release    Released    payable to clearing; by another person than signed
 * Signed     Cancel     Cancelled
 * Released   Fetch      Fetched
 * Released   Hold       Cancelled   clearing to payable; the next attempt begins Held
 * Released   Cancel     Cancelled   clearing to payable
 * Fetched    Fetch      Fetched     (unchanged: the bank may fetch again)
 * Fetched    Accept     Accepted
 * Fetched    Reject     Rejected    clearing to payable
 * Fetched    Book       Booked      clearing to bank
 * Accepted   Fetch      Accepted    (unchanged)
 * Accepted   Accept     Accepted    (unchanged)
 * Accepted   Reject     Rejected    clearing to payable
 * Accepted   Book       Booked      clearing to bank
 * Booked     Fetch      Booked      (unchanged)
 * Booked     Accept     Booked      (unchanged: late)
 * Booked     Book       Booked      (unchanged: the same booking told again)
 * Booked     Return     Returned    bank to payable
 * Rejected   Fetch      Rejected    (unchanged)
 * Rejected   Reject     Rejected    (unchanged)
 * Rejected   Retry      Drafted     (as a new attempt)
 * Rejected   Cancel     Cancelled
 * Returned   Fetch      Returned    (unchanged)
 * Returned   Accept     Returned    (unchanged: late)
 * Returned   Book       Returned    (unchanged: the same booking told again)
 * Returned   Return     Returned    (unchanged: the same return told again)
 * Returned   Retry      Drafted     (as a new attempt)
 * Returned   Cancel     Cancelled
 * </pre>
 */
public sealed interface Payout {
    Money amount();

    PayoutState state();

    /** The merchant may not be paid now. */
    record Held(Money amount) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.HELD;
        }
    }

    /** Waits for the first of two people. */
    record Drafted(Money amount) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.DRAFTED;
        }
    }

    /** Waits for the second. */
    record Signed(Money amount, Signature first) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.SIGNED;
        }
    }

    /** In a file that the bank has not fetched. */
    record Released(Money amount) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.RELEASED;
        }
    }

    /** The bank has the file. */
    record Fetched(Money amount) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.FETCHED;
        }
    }

    /** The bank means to pay it; that is not paid. */
    record Accepted(Money amount) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.ACCEPTED;
        }
    }

    /**
     * Paid.
     *
     * @param reference the bank's, of its booking; null where it names none
     */
    record Booked(Money amount, @Nullable String reference) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.BOOKED;
        }
    }

    /** The bank said no before it booked. */
    record Rejected(Money amount) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.REJECTED;
        }
    }

    /** Paid, and sent back by the merchant's bank. */
    record Returned(
            Money amount,
            @Nullable String booking,
            @Nullable String reference) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.RETURNED;
        }
    }

    /** Not paid in this way any more: its amount is part of the next run. */
    record Cancelled(Money amount) implements Payout {
        @Override
        public PayoutState state() {
            return PayoutState.CANCELLED;
        }
    }
}
