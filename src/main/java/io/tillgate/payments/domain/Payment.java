package io.tillgate.payments.domain;

import io.tillgate.payments.PaymentKind;
import io.tillgate.shared.Money;
import java.time.LocalDate;

/**
 * The life of a payment. Every arrow is one {@link PaymentCommand}; what is not listed is refused.
 *
 * <pre>
 * from       command        to
 * Armed      HostApproved   Approved
 * Armed      HostDeclined   Declined
 * Armed      NeverSent      Declined            (an advice: Approved, and it is owed to the host)
 * Armed      NoAnswer       NotTaken            (and a reversal is owed; an advice: Approved, and it is owed)
 * Approved   GiveBack       Approved            (a sale with something left)
 * Approved   Cancel         Voided              (a whole sale, same business day)
 * Approved   Reverse        Reversed            (a whole sale; and a reversal is owed to the host)
 * NotTaken   Reverse        NotTaken            (the reversal is owed already)
 * Declined   Reverse        Declined            (nothing to undo)
 * Voided     Reverse        Voided              (undone already)
 * Reversed   Reverse        Reversed            (undone already)
 * </pre>
 */
public sealed interface Payment {
    PaymentKind kind();

    /** Sent, or about to be: whoever dies now leaves the duty to the next owner. */
    record Armed(PaymentKind kind, Money amount, Duty duty) implements Payment {}

    /**
     * The host agreed, or cash was taken.
     *
     * @param refunded minor units given back
     * @param pending minor units in refunds or a void that are still under way
     */
    record Approved(PaymentKind kind, Money amount, LocalDate businessDate, long refunded, long pending)
            implements Payment {
        long left() {
            return amount.value() - refunded - pending;
        }
    }

    /** The host or a rule said no. */
    record Declined(PaymentKind kind) implements Payment {}

    /** Nobody knows what the host did; it counts as not done, and the host is told so. */
    record NotTaken(PaymentKind kind) implements Payment {}

    /** Undone the same day, as if it had not been. */
    record Voided(PaymentKind kind) implements Payment {}

    /** Undone because the terminal could not finish it. */
    record Reversed(PaymentKind kind) implements Payment {}
}
