package io.tillgate.tenancy;

import io.tillgate.shared.ProblemCode;

/** Why something about tenants or their staff is refused, in the order of the checks. */
public enum TenancyProblem implements ProblemCode {
    /** The tenant file has mistakes; {@code violations} lists all of them with path and line. Nothing was changed. */
    TENANT_FILE(Category.INVALID),
    /** The slug in the file is not the one in the path. */
    SLUG_MISMATCH(Category.CONFLICT),
    /** A tenant with this slug exists; change it with PUT. */
    TENANT_EXISTS(Category.CONFLICT),
    /** Passwords are given by the operator of an embedded installation only; elsewhere people set their own. */
    PASSWORD_NOT_ALLOWED(Category.INVALID),
    /** This role cannot be given by the caller. */
    ROLE_NOT_ALLOWED(Category.FORBIDDEN),
    /** Somebody has this user name or e-mail address already, or cannot apply with it. */
    STAFF_EXISTS(Category.CONFLICT);

    private final Category category;

    TenancyProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
