package io.tillgate.terminals.usecase;

import io.tillgate.shared.TerminalId;
import java.util.function.Consumer;

/** A shout to all nodes that something waits. May be lost: the pulse each second finds it all the same. */
public interface WakeUps {
    /** Batched; returns at once. Never called inside a business transaction. */
    void wake(TerminalId terminal);

    /** The node's own sessions are told through this; at most one listener. */
    void listen(Consumer<TerminalId> listener);
}
