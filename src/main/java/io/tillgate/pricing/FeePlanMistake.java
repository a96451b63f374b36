package io.tillgate.pricing;

/** A price list that cannot be used. The message says which line and why; it is shown to who wrote the list. */
public final class FeePlanMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public FeePlanMistake(String message) {
        super(message);
    }
}
