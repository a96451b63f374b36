package io.tillgate.terminals;

/** How a handler tells the gateway that a message can no longer be lost. */
public interface Acceptance {
    /**
     * The first commit is durable: the PUBACK may leave. Never means approved. Calling it again does nothing; a handler
     * that never calls it is acknowledged when its answer is there. May be called from any thread.
     */
    void committed();
}
