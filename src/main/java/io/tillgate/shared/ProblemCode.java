package io.tillgate.shared;

/**
 * The stable code of a refusal or fault, as clients see it in {@code code}. Each package has one enum of them;
 * constants are documented in the order in which they are checked and never renumbered or renamed.
 */
public interface ProblemCode {
    /** Upper snake case, for example {@code CARD_DATA_IN_CLEAR}. */
    default String code() {
        return name();
    }

    String name();

    Category category();

    /** What kind of answer the caller gets; each transport maps it in one place. */
    enum Category {
        /** The request cannot be understood: malformed, out of range, unknown field. */
        INVALID,
        /** Nobody is signed in, or the credential is wrong. */
        UNAUTHENTICATED,
        /** Signed in, but the role does not allow it. */
        FORBIDDEN,
        /** There is no such thing for this caller; another's thing looks the same. */
        NOT_FOUND,
        /** Well formed, but the present state does not allow it. */
        CONFLICT,
        /** The version named in {@code If-Match} is not the present one. */
        STALE,
        /** An edit has to say which version it is of, in {@code If-Match}. */
        PRECONDITION,
        /** The body is larger than this operation takes. */
        TOO_LARGE,
        /** Too many requests; trying again later helps. */
        RATE_LIMITED,
        /** Well formed and allowed, but a rule refuses it. */
        REFUSED,
        /** Cannot now: something this depends on is away. Trying again later helps. */
        UNAVAILABLE
    }
}
