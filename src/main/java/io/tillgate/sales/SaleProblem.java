package io.tillgate.sales;

import io.tillgate.shared.ProblemCode;

/**
 * Why a message at the till is refused before any money moves, in the order in which it is checked. Card data is
 * checked between {@link #CASH_SHORT} and {@link #KSN_FOREIGN} ({@code EMV_UNREADABLE}, {@code CARD_DATA_IN_CLEAR},
 * {@code KSN_INVALID}, {@code PIN_ENTRY_MODE}, {@code PIN_FORMAT_INVALID}, {@code CARD_DATA_UNREADABLE},
 * {@code CARD_NUMBER_INVALID}, {@code PIN_BLOCK_INVALID}), quantities and coupons by the
 * catalogue's own codes. A request id that is known gets its stored answer whatever else is wrong by now.
 */
public enum SaleProblem implements ProblemCode {
    /** A member that the message does not have. */
    UNKNOWN_FIELD(Category.INVALID),
    /** A member that must be there is missing. */
    FIELD_MISSING(Category.INVALID),
    /** A member has the wrong type, length or form. */
    FIELD_INVALID(Category.INVALID),
    /** A known thing that is not done here: pre-authorisation, completion, balance, wallet, cashback, surcharge. */
    UNSUPPORTED(Category.REFUSED),
    /** The amount is zero, negative or too large, or the tip is not within it. */
    AMOUNT_INVALID(Category.INVALID),
    /** The currency is unknown or not the account's. */
    CURRENCY_INVALID(Category.INVALID),
    /** Not exactly one of card, wallet and cash. */
    TENDER_COUNT(Category.INVALID),
    /** Less cash was handed over than the amount of the tender. */
    CASH_SHORT(Category.INVALID),
    /** The key serial number is not one of this terminal's keys. */
    KSN_FOREIGN(Category.INVALID),
    /** The terminal, its store or its account is not known any more. */
    TILL_UNKNOWN(Category.NOT_FOUND),
    /** The terminal is blocked: it takes no sale, refund or void until it is unblocked. Reversals and stored sales are taken. */
    TERMINAL_BLOCKED(Category.REFUSED),
    /** A stored sale's time is after the platform's. */
    SALE_IN_FUTURE(Category.INVALID),
    /** A stored sale was made longer ago than is taken. */
    SALE_TOO_OLD(Category.REFUSED),
    /** The sale id that the terminal named belongs to another sale of the merchant. */
    SALE_ID_TAKEN(Category.CONFLICT),
    /** The basket was sent before, and differently. */
    BASKET_DIFFERS(Category.CONFLICT),
    /** The sale is paid, voided or refunded. */
    SALE_CLOSED(Category.CONFLICT),
    /** More than is left to pay of the basket. */
    OVERPAID(Category.CONFLICT),
    /** Another request about the same sale is under way. */
    SALE_BUSY(Category.CONFLICT),
    /** The merchant sells no such article. */
    UNKNOWN_SKU(Category.REFUSED),
    /** The price is neither the present one nor the one just before it. */
    PRICE_CHANGED(Category.CONFLICT),
    /** A unit price is negative or too large, or a discount is above what it is taken from. */
    LINE_INVALID(Category.INVALID),
    /** The lines do not add up to the basket's total, or a line's discount is not what its coupon gives. */
    BASKET_TOTAL(Category.INVALID),
    /** A line to return does not exist, or less of it was sold or is left, or the sale is not paid and its goods never left. */
    RETURN_INVALID(Category.CONFLICT);

    private final Category category;

    SaleProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
