package io.tillgate.terminals.domain;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an activation code opens the door: once, for 24 hours, five tries; ten minutes of grace for a lost answer. */
public final class ActivationPolicy {
    public static final int TRIES_MAX = 5;
    public static final Duration LIFETIME = Duration.ofHours(24);
    public static final Duration GRACE = Duration.ofMinutes(10);

    private ActivationPolicy() {}

    /**
     * What is stored of a code.
     *
     * @param codeHash keyed hash of the characters
     * @param tries wrong tries so far
     * @param usedAt when a certificate was issued for it
     * @param usedKeyHash SHA-256 of the public key that it was issued to
     */
    @SuppressWarnings("ArrayRecordComponent") // digests, read only
    public record Stored(
            byte[] codeHash,
            int tries,
            Instant expiresAt,
            @Nullable Instant usedAt,
            byte @Nullable [] usedKeyHash) {}

    /** What is presented. */
    @SuppressWarnings("ArrayRecordComponent") // digests, read only
    public record Presented(byte[] codeHash, byte[] keyHash, Instant at) {}

    public enum Verdict {
        /** Issue a certificate and mark the code used. */
        ISSUE,
        /** The answer may have been lost: hand out the certificate issued before. */
        REPEAT,
        /** Count a wrong try. */
        WRONG,
        /** Spent, expired or used: refuse, count nothing. */
        DEAD
    }

    public static Verdict judge(Stored stored, Presented presented) {
        boolean right = MessageDigest.isEqual(stored.codeHash(), presented.codeHash());
        if (stored.tries() >= TRIES_MAX) {
            return Verdict.DEAD;
        }
        Instant usedAt = stored.usedAt();
        if (usedAt != null) {
            boolean lost = right
                    && MessageDigest.isEqual(stored.usedKeyHash(), presented.keyHash())
                    && presented.at().isBefore(usedAt.plus(GRACE));
            return lost ? Verdict.REPEAT : Verdict.DEAD;
        }
        if (!presented.at().isBefore(stored.expiresAt())) {
            return Verdict.DEAD;
        }
        return right ? Verdict.ISSUE : Verdict.WRONG;
    }
}
