package io.tillgate.ledger;

import io.tillgate.shared.ProblemCode;

/** Refusals of the book. */
public enum LedgerProblem implements ProblemCode {
    /** This source has been booked under this rule before; nothing was written. */
    ALREADY_POSTED(Category.CONFLICT);

    private final Category category;

    LedgerProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
