package io.tillgate.settlement;

import java.time.Instant;

/**
 * Who agreed, and when.
 *
 * @param subject the person's id in the realm; two people are two subjects
 * @param name as they sign in
 */
public record Signature(String subject, String name, Instant at) {
    public boolean isOfSamePersonAs(Signature other) {
        return subject.equals(other.subject);
    }
}
