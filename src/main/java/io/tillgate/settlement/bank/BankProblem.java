package io.tillgate.settlement.bank;

import io.tillgate.shared.ProblemCode;

/** Why a bank's message is refused, in the order in which it is checked. */
public enum BankProblem implements ProblemCode {
    /** The message is larger than is taken. */
    BANK_MESSAGE_TOO_LARGE(Category.TOO_LARGE),
    /** A document type, an entity or an inclusion. */
    XML_FORBIDDEN(Category.INVALID),
    /** Elements lie deeper than in any message. */
    XML_TOO_DEEP(Category.INVALID),
    /** Not well formed. */
    XML_MALFORMED(Category.INVALID),
    /** The namespace is of no message or version that is known here. */
    BANK_MESSAGE_UNKNOWN(Category.INVALID),
    /** Not valid by the schema of its version. */
    XML_INVALID(Category.INVALID),
    /** A message of another kind than this address takes. */
    BANK_MESSAGE_MISPLACED(Category.INVALID),
    /** This message id was used for another content. */
    BANK_MESSAGE_ID_REUSED(Category.CONFLICT),
    /** A statement about an account that is not the tenant's. */
    BANK_ACCOUNT_FOREIGN(Category.REFUSED),
    /** A status report about a file that does not exist here. */
    PAYMENT_FILE_UNKNOWN(Category.REFUSED),
    /** A status report about a file that the bank has not fetched. */
    PAYMENT_FILE_NOT_FETCHED(Category.CONFLICT);

    private final Category category;

    BankProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
