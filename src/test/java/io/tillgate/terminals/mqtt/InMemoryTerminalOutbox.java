package io.tillgate.terminals.mqtt;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.DownlinkClass;
import io.tillgate.terminals.usecase.NewDownlink;
import io.tillgate.terminals.usecase.TerminalOutbox;
import io.tillgate.terminals.usecase.TerminalSessions.Key;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The twin of the outbox in PostgreSQL. */
final class InMemoryTerminalOutbox implements TerminalOutbox {
    private final Map<TerminalId, TreeMap<Long, Downlink>> waiting = new ConcurrentHashMap<>();
    private long last;

    synchronized void accept(TerminalId terminal, String channel, JsonObject body) {
        long sequence = ++last;
        waiting.computeIfAbsent(terminal, t -> new TreeMap<>())
                .put(
                        sequence,
                        new Downlink(
                                sequence,
                                UUID.randomUUID(),
                                DownlinkClass.COMMAND,
                                channel,
                                body,
                                Instant.now(),
                                Instant.now().plusSeconds(600)));
    }

    synchronized int waiting(TerminalId terminal) {
        return waiting.getOrDefault(terminal, new TreeMap<>()).size();
    }

    @Override
    public synchronized Uni<List<Downlink>> next(Key key, long after, int limit) {
        return Uni.createFrom()
                .item(waiting.getOrDefault(key.terminal(), new TreeMap<>()).tailMap(after, false).values().stream()
                        .limit(limit)
                        .toList());
    }

    @Override
    public synchronized Uni<Void> delivered(Key key, List<Long> sequences) {
        waiting.getOrDefault(key.terminal(), new TreeMap<>()).keySet().removeAll(new HashSet<>(sequences));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> put(SqlConnection connection, NewDownlink downlink) {
        throw new UnsupportedOperationException("accept() is what tests use");
    }
}
