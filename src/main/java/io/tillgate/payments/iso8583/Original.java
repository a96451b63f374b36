package io.tillgate.payments.iso8583;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The message that a void, refund or reversal is about.
 *
 * @param mti as it was sent, for example {@code 0200}
 * @param rrn field 37 of its answer, when there was one
 * @param authorisation field 38 of its answer, when there was one
 */
public record Original(
        String mti,
        Trace trace,
        @Nullable String rrn,
        @Nullable String authorisation) {
    /** One whose answer is not known. */
    public static Original unanswered(String mti, Trace trace) {
        return new Original(mti, trace, null, null);
    }

    Optional<String> knownRrn() {
        return Optional.ofNullable(rrn);
    }

    Optional<String> knownAuthorisation() {
        return Optional.ofNullable(authorisation);
    }
}
