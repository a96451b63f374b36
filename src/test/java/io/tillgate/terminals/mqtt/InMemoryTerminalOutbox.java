package io.tillgate.terminals.mqtt;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.DownlinkClass;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.usecase.NewDownlink;
import io.tillgate.terminals.usecase.TerminalOutbox;
import io.tillgate.terminals.usecase.TerminalSessions.Key;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The twin of the outbox in PostgreSQL: the same room for each kind, the same order; nothing is rolled back. */
final class InMemoryTerminalOutbox implements TerminalOutbox {
    private final Map<TerminalId, NavigableMap<Long, Downlink>> waiting = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private long last;

    InMemoryTerminalOutbox() {
        this(InstantSource.system());
    }

    InMemoryTerminalOutbox(InstantSource clock) {
        this.clock = clock;
    }

    void accept(TerminalId terminal, String channel, JsonObject body) {
        Key key = new Key(new TenantId(UUID.randomUUID()), new MerchantId(UUID.randomUUID()), terminal, 0);
        add(new NewDownlink(key, UUID.randomUUID(), DownlinkClass.COMMAND, channel, body, null));
    }

    synchronized int waiting(TerminalId terminal) {
        return of(terminal).size();
    }

    @Override
    public synchronized Uni<List<Downlink>> next(Key key, long after, int limit) {
        return Uni.createFrom()
                .item(of(key.terminal()).tailMap(after, false).values().stream()
                        .filter(this::isDue)
                        .limit(limit)
                        .toList());
    }

    @Override
    public synchronized Uni<Void> delivered(Key key, List<Long> sequences) {
        of(key.terminal()).keySet().removeAll(new HashSet<>(sequences));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> put(SqlConnection connection, NewDownlink downlink) {
        return Uni.createFrom().voidItem().invoke(() -> {
            room(downlink);
            add(downlink);
        });
    }

    private synchronized void room(NewDownlink downlink) {
        DownlinkClass kind = downlink.kind();
        NavigableMap<Long, Downlink> all = of(downlink.key().terminal());
        List<Long> same = all.values().stream()
                .filter(other -> other.kind() == kind && (kind.dropsOldest() || isDue(other)))
                .map(Downlink::sequence)
                .toList();
        int over = same.size() + 1 - kind.waitingMax();
        if (over > 0 && !kind.dropsOldest()) {
            throw new Refusal(TerminalProblem.QUEUE_FULL, "the terminal has not yet taken what waits for it");
        }
        same.stream().limit(Math.max(0, over)).forEach(all::remove);
    }

    private synchronized void add(NewDownlink downlink) {
        long sequence = ++last;
        Instant now = clock.instant();
        Instant latest = now.plus(downlink.kind().lifetime());
        Instant wanted = downlink.expiresAt();
        Instant expires = wanted == null || wanted.isAfter(latest) ? latest : wanted;
        of(downlink.key().terminal())
                .put(
                        sequence,
                        new Downlink(
                                sequence,
                                downlink.id(),
                                downlink.kind(),
                                downlink.channel(),
                                downlink.body(),
                                now,
                                expires));
    }

    private boolean isDue(Downlink downlink) {
        return Objects.requireNonNull(downlink.expiresAt()).isAfter(clock.instant());
    }

    private NavigableMap<Long, Downlink> of(TerminalId terminal) {
        return waiting.computeIfAbsent(terminal, absent -> new TreeMap<>());
    }
}
