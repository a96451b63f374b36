package io.tillgate.payments.iso8583;

/** What became of a request. Exactly one per request, decided by the link; what comes later goes to {@link LateAnswers}. */
public sealed interface HostOutcome {
    record Answered(HostAnswer answer) implements HostOutcome {}

    /** Sent, and no answer in time or the connection lost: the host may have done it. */
    record Silent(Silence why) implements HostOutcome {}

    /** Why nothing was heard. */
    enum Silence {
        TIMEOUT,
        CONNECTION_LOST
    }

    /** Provably never left this process: nothing to undo. */
    record NotSent(Obstacle why) implements HostOutcome {}

    /** Why it stayed here. */
    enum Obstacle {
        LINK_DOWN,
        WINDOW_FULL,
        /** The same terminal, trace number and time are already on their way. */
        IN_FLIGHT,
        /** The dialect cannot express it; the log names the field. */
        NOT_EXPRESSIBLE
    }

    /**
     * An answer came that cannot be read: the host may have done it.
     *
     * @param path the failing field, never its value
     */
    record Unreadable(String path, int offset) implements HostOutcome {}
}
