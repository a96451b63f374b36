package io.tillgate.merchants;

import org.jspecify.annotations.Nullable;

/**
 * What a merchant may do now. Neither means suspended.
 *
 * @param reason why something was switched off; null when nothing is
 */
public record Standing(
        boolean mayTrade, boolean mayBePaid, @Nullable String reason) {
    public static final Standing GOOD = new Standing(true, true, null);

    public Status status() {
        if (mayTrade && mayBePaid) {
            return Status.ACTIVE;
        }
        return mayTrade || mayBePaid ? Status.LIMITED : Status.SUSPENDED;
    }

    /** In one word. */
    public enum Status {
        ACTIVE,
        LIMITED,
        SUSPENDED
    }
}
