package io.tillgate.risk;

import io.tillgate.shared.ProblemCode;

/** Refusals of risk, in the order in which they are checked. */
public enum RiskProblem implements ProblemCode {
    /** There is no list of that name in the tenant's policy, nor a built-in one. */
    UNKNOWN_LIST(Category.NOT_FOUND),
    /** The value is a card number; lists take tokens. */
    CARD_NUMBER_NOT_TAKEN(Category.INVALID),
    /** The list already holds as many values as it may. */
    LIST_FULL(Category.CONFLICT),
    /** Somebody decided this review before. */
    REVIEW_DECIDED(Category.CONFLICT),
    /** The rule cannot be compiled; {@code violations} say where. */
    RULE_MISTAKE(Category.INVALID);

    private final Category category;

    RiskProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
