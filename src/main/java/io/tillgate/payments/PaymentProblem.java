package io.tillgate.payments;

import io.tillgate.shared.ProblemCode;

/** Why a payment is refused before any host is asked, in the order of checking. */
public enum PaymentProblem implements ProblemCode {
    /** The same request id came before with another body. */
    ID_REUSED(Category.CONFLICT),
    /** The request's time is over; it was not sent to a host. */
    EXPIRED(Category.REFUSED),
    /** A reversal of this request came first. */
    ALREADY_REVERSED(Category.CONFLICT),
    /** The amount is zero, negative, or above what the account may take. */
    AMOUNT_INVALID(Category.INVALID),
    /** The currency is not one of the account's. */
    CURRENCY_INVALID(Category.INVALID),
    /** The merchant may not trade now. */
    NOT_TRADING(Category.REFUSED),
    /** There is no such original payment here. */
    ORIGINAL_NOT_FOUND(Category.NOT_FOUND),
    /** The original cannot be undone this way: wrong state, wrong day, or already being undone. */
    ORIGINAL_STATE(Category.CONFLICT),
    /** A refund or void stands: whoever took it back from the customer sells again. */
    NOT_REVERSIBLE(Category.CONFLICT),
    /** More than is left of the original. */
    REFUND_EXCEEDS(Category.CONFLICT),
    /** The key serial number came before with another request. */
    KSN_REUSED(Category.CONFLICT),
    /** No card host is configured for this tenant. */
    NO_HOST(Category.UNAVAILABLE),
    /** This card host takes no PIN: neither its dialect nor a key for it is there. */
    HOST_TAKES_NO_PIN(Category.REFUSED);

    private final Category category;

    PaymentProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
