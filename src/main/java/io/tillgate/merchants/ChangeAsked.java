package io.tillgate.merchants;

import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change to a merchant's accounts that takes two people, as it stands.
 *
 * @param account which one; null for an account that is yet to be opened
 * @param reason why, in the proposer's words
 * @param state {@code proposed}, {@code confirmed} or {@code rejected}
 * @param decided null while nobody has
 * @param rejection why it was rejected
 */
public record ChangeAsked(
        UUID id,
        MerchantId merchant,
        @Nullable MerchantAccountId account,
        Change change,
        String reason,
        String state,
        Mark proposed,
        @Nullable Mark decided,
        @Nullable String rejection) {
    /**
     * A person and a time.
     *
     * @param subject the person's id in the realm
     */
    public record Mark(String subject, String name, Instant at) {}

    public boolean isOpen() {
        return state.equals("proposed");
    }
}
