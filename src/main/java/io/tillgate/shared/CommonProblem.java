package io.tillgate.shared;

/** Problems that any operation may answer with. */
public enum CommonProblem implements ProblemCode {
    /** The body is not JSON, or not of the documented shape. */
    MALFORMED(Category.INVALID),
    /** The address is known, but not for this method. */
    METHOD_NOT_ALLOWED(Category.INVALID),
    /** The body is of a media type that the operation does not take, or its answer has none of those accepted. */
    MEDIA_TYPE(Category.INVALID),
    /** One or more fields are missing or out of range; {@code violations} lists them. */
    VALIDATION(Category.INVALID),
    /** The body is larger than the operation takes. */
    TOO_LARGE(Category.TOO_LARGE),
    /** No valid credential came with the request. */
    UNAUTHENTICATED(Category.UNAUTHENTICATED),
    /** The token is bound to a certificate that this connection does not present. */
    TOKEN_BOUND(Category.UNAUTHENTICATED),
    /** The caller's role does not allow this. */
    FORBIDDEN(Category.FORBIDDEN),
    /** The platform's operator has suspended the caller's tenant: nobody of it works here until it is resumed. */
    TENANT_SUSPENDED(Category.FORBIDDEN),
    /** There is no such thing for this caller. */
    NOT_FOUND(Category.NOT_FOUND),
    /** {@code Idempotency-Key} is missing on an operation that moves money. */
    IDEMPOTENCY_KEY_REQUIRED(Category.INVALID),
    /** The same key or request id came before with another body. */
    ID_REUSED(Category.CONFLICT),
    /** {@code If-Match} is missing on an edit. */
    PRECONDITION_REQUIRED(Category.PRECONDITION),
    /** {@code If-Match} names a version that is not the present one. */
    STALE(Category.STALE),
    /** Too many requests from this caller. */
    RATE_LIMITED(Category.RATE_LIMITED),
    /** Something this operation depends on is away; nothing was lost, try again later. */
    UNAVAILABLE(Category.UNAVAILABLE);

    private final Category category;

    CommonProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
