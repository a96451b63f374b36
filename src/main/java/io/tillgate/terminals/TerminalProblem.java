package io.tillgate.terminals;

import io.tillgate.shared.ProblemCode;

/** Refusals of terminals, on MQTT, EST and HTTP alike. */
public enum TerminalProblem implements ProblemCode {
    /** The payload is larger than its channel takes. */
    TOO_LARGE(Category.TOO_LARGE),
    /** The payload is not JSON, or not of the documented shape. */
    SCHEMA(Category.INVALID),
    /** {@code v} is not a version that this service speaks. */
    UNSUPPORTED_VERSION(Category.INVALID),
    /** {@code exp} has passed. */
    EXPIRED(Category.REFUSED),
    /** The response topic is not the one that belongs to the channel. */
    RESPONSE_TOPIC(Category.INVALID),
    /** No such channel, or one that this terminal may not publish to. */
    TOPIC(Category.FORBIDDEN),
    /** Retained messages are not kept. */
    RETAIN(Category.INVALID),
    /** Too many messages of this terminal, or of its tenant. */
    RATE(Category.RATE_LIMITED),
    /** More messages in a minute than the tenant's file lets one terminal send. */
    QUOTA(Category.RATE_LIMITED),
    /** This document is not handed to this terminal, or there is none of that kind. */
    NO_SUCH_DOCUMENT(Category.NOT_FOUND),
    /** An answer to a command that this terminal was never sent. */
    NO_SUCH_COMMAND(Category.NOT_FOUND),
    /** The tenant brings its keys into terminals another way. */
    KEYS_NOT_DELIVERED(Category.REFUSED),
    /** The store and the merchant account do not belong together, or trade no more. */
    PLACE_NOT_TRADING(Category.REFUSED),
    /** The terminal is revoked; make a new one. */
    REVOKED(Category.CONFLICT),
    /** The acquirer has blocked this terminal: the merchant cannot unblock it. */
    BLOCKED_BY_ACQUIRER(Category.FORBIDDEN),
    /** More commands wait for this terminal than may. */
    QUEUE_FULL(Category.CONFLICT);

    private final Category category;

    TerminalProblem(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
