package io.tillgate.merchants;

import io.tillgate.shared.ProblemCode;

/** Why merchants says no, in the order in which it is checked. */
public enum MerchantProblem implements ProblemCode {
    /** The tenant has no price list of this name. */
    UNKNOWN_FEE_PLAN(Category.REFUSED),
    /** The tenant does not take businesses of this category. */
    CATEGORY_REFUSED(Category.REFUSED),
    /** The tenant's price lists are in another currency. */
    ACCOUNT_CURRENCY(Category.REFUSED),
    /** A change of this kind is already waiting for this account. */
    CHANGE_ALREADY_PROPOSED(Category.CONFLICT),
    /** The change was confirmed or rejected before. */
    CHANGE_ALREADY_DECIDED(Category.CONFLICT),
    /** Who proposed a change cannot confirm it: it takes another person. */
    NEEDS_ANOTHER_PERSON(Category.REFUSED),
    /** The store is archived and cannot be changed. */
    STORE_ARCHIVED(Category.CONFLICT);

    private final Category category;

    MerchantProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
