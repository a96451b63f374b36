package io.tillgate.payments.iso8583;

import java.util.Optional;

/**
 * Takes what a host said when nobody waited for it any more. Evidence, kept by whoever listens; it never changes an answer
 * already given. Called on the link's event loop: must not block, must not throw.
 */
@FunctionalInterface
public interface LateAnswers {
    void heard(LateAnswer late);

    /**
     * One such answer.
     *
     * @param mti empty when not even that could be read
     * @param key what it could be laid to, as far as readable
     * @param answer empty when unreadable
     */
    record LateAnswer(String link, Reason reason, String mti, Optional<MatchKey> key, Optional<HostAnswer> answer) {}

    /** Why nobody waited. */
    enum Reason {
        /** Its request was answered 'silent' before. */
        LATE,
        /** Its request has an answer already. */
        DUPLICATE,
        /** No request of this process fits. */
        UNMATCHED,
        /** It cannot be read, nor laid to a request. */
        UNREADABLE
    }
}
