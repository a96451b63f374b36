package io.tillgate.terminals.mqtt;

import io.tillgate.shared.TerminalId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connections that this node holds; one for each terminal. Safe for all threads. */
final class LocalSessions {
    private final ConcurrentHashMap<TerminalId, TerminalConnection> connections = new ConcurrentHashMap<>();

    /** Returns the connection that it displaces. */
    Optional<TerminalConnection> put(TerminalConnection connection) {
        return Optional.ofNullable(connections.put(connection.terminal(), connection));
    }

    /** Takes it out unless a newer one stands in its place. */
    void remove(TerminalConnection connection) {
        connections.remove(connection.terminal(), connection);
    }

    Optional<TerminalConnection> find(TerminalId terminal) {
        return Optional.ofNullable(connections.get(terminal));
    }

    Collection<TerminalConnection> all() {
        return List.copyOf(connections.values());
    }

    int size() {
        return connections.size();
    }
}
