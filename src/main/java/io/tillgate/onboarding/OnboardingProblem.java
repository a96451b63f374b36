package io.tillgate.onboarding;

import io.tillgate.shared.ProblemCode;

/** Why onboarding says no, in the order in which it is checked. */
public enum OnboardingProblem implements ProblemCode {
    /** The applicant has an application already, or is a merchant's user already. */
    ALREADY_APPLIED(Category.CONFLICT),
    /** The application is being reviewed and cannot be changed now. */
    UNDER_REVIEW(Category.CONFLICT),
    /** The application has not been submitted, or waits for the applicant. */
    NOT_SUBMITTED(Category.CONFLICT),
    /** The application was approved, refused or withdrawn before. */
    ALREADY_DECIDED(Category.CONFLICT),
    /** Nobody reviews an application of their own. */
    OWN_APPLICATION(Category.FORBIDDEN),
    /** Things are missing or wrong; {@code violations} lists all of them. */
    INCOMPLETE(Category.REFUSED),
    /** The tenant has no fee plan of this name. */
    UNKNOWN_FEE_PLAN(Category.REFUSED),
    /** Another version of the agreement is in force. */
    AGREEMENT_OUTDATED(Category.CONFLICT),
    /** The text of this version is not the one that was shown: a name or a price changed meanwhile. */
    AGREEMENT_CHANGED(Category.CONFLICT),
    /** An application holds at most so many documents. */
    TOO_MANY_DOCUMENTS(Category.REFUSED);

    private final Category category;

    OnboardingProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
