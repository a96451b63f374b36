package io.tillgate.settlement;

import io.tillgate.shared.ProblemCode;

/** Why settlement says no, in the order of checking. */
public enum SettlementProblem implements ProblemCode {
    /** The newest entries of the journal have no number yet. */
    JOURNAL_NOT_SEALED(Category.UNAVAILABLE),
    /** None of the payouts asked for is in the state that this needs. */
    NOTHING_SELECTED(Category.CONFLICT),
    /** The payout's state does not allow this. */
    PAYOUT_STATE(Category.CONFLICT),
    /** The merchant may not be paid now. */
    PAYOUT_HELD(Category.REFUSED),
    /** Nobody has signed yet, so nobody can release. */
    NOT_SIGNED(Category.CONFLICT),
    /** Who signed cannot release: it takes another person. */
    NEEDS_ANOTHER_PERSON(Category.REFUSED),
    /** The merchant is paid elsewhere now than the first person saw: it takes a first signature again. */
    ACCOUNT_CHANGED(Category.CONFLICT),
    /** The bank has fetched the file; only its answer can end the payout now. */
    FILE_FETCHED(Category.CONFLICT),
    /** The bank names another amount. */
    AMOUNT_DIFFERS(Category.REFUSED),
    /** The bank booked under another reference what it has booked before. */
    BOOKED_TWICE(Category.CONFLICT),
    /** The bank's word does not follow from what it said before, or from what it could know. */
    UNEXPECTED_WORD(Category.CONFLICT),
    /** This funding was received before. */
    FUNDING_RECEIVED(Category.CONFLICT),
    /** The card host paid more, or so much less that it cannot be its cost. */
    FUNDING_DIFFERS(Category.REFUSED),
    /** The bank's reference stands under another booking already. */
    REFERENCE_USED(Category.CONFLICT),
    /** The bank told of this credit: it waits as a difference. */
    CREDIT_HELD(Category.CONFLICT),
    /** The break was resolved before. */
    BREAK_RESOLVED(Category.CONFLICT),
    /** Somebody proposed a resolution: it has to be confirmed or withdrawn first. */
    BREAK_PROPOSED(Category.CONFLICT),
    /** Nobody has proposed a resolution, so there is nothing to confirm. */
    BREAK_NOT_PROPOSED(Category.CONFLICT),
    /** The money of this break cannot belong there. */
    BREAK_TARGET(Category.REFUSED),
    /** The account is in another currency than the adjustment. */
    ADJUSTMENT_CURRENCY(Category.REFUSED),
    /** The adjustment was confirmed or rejected before. */
    ADJUSTMENT_DECIDED(Category.CONFLICT),
    /** The terms of a reserve were confirmed or rejected before. */
    RESERVE_DECIDED(Category.CONFLICT),
    /** The payout consists of more payments than a statement takes. */
    STATEMENT_TOO_LONG(Category.REFUSED),
    /** Too many statements are being drawn at once. */
    STATEMENTS_BUSY(Category.UNAVAILABLE);

    private final Category category;

    SettlementProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
