package io.tillgate.analytics;

import io.tillgate.shared.ProblemCode;

/** Why a question is not answered, in the order of checking. */
public enum AnalyticsProblem implements ProblemCode {
    /** The period is empty, ends before it begins, or has too many days. */
    PERIOD_INVALID(Category.INVALID),
    /** The currency is not one of ISO 4217. */
    CURRENCY_INVALID(Category.INVALID),
    /** A rebuild of this tenant's figures is under way. */
    REBUILD_RUNNING(Category.CONFLICT);

    private final Category category;

    AnalyticsProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
