package io.tillgate.terminals.mqtt;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.usecase.TerminalSessions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The twin of the sessions in PostgreSQL; also shared by several gateways that play nodes. */
final class InMemoryTerminalSessions implements TerminalSessions {
    final Map<TerminalId, TerminalIdentity> known = new ConcurrentHashMap<>();
    final Map<TerminalId, Set<String>> allowed = new ConcurrentHashMap<>();
    final Set<TerminalId> blocked = ConcurrentHashMap.newKeySet();
    final Set<TenantId> suspended = ConcurrentHashMap.newKeySet();
    final List<String> closings = new CopyOnWriteArrayList<>();
    volatile java.util.function.Predicate<TerminalId> mail = t -> false;
    private final Map<TerminalId, Live> sessions = new ConcurrentHashMap<>();

    private record Live(
            long epoch,
            String node,
            String serial,
            boolean connected,
            boolean kept,
            List<Subscription> subscriptions) {}

    @Override
    public synchronized Uni<Admission> open(Opening o) {
        if (suspended.contains(o.tenant())) {
            return Uni.createFrom().item(new Admission.TenantSuspended());
        }
        TerminalIdentity identity = known.get(o.terminal());
        if (identity == null
                || !identity.tenant().equals(o.tenant())
                || !allowed.getOrDefault(o.terminal(), Set.of()).contains(o.serial())) {
            return Uni.createFrom().item(new Admission.NotAllowed());
        }
        Live old = sessions.get(o.terminal());
        boolean present = old != null && !o.cleanStart() && (old.connected() || old.kept());
        var live = new Live(
                old == null ? 1 : old.epoch() + 1,
                o.node(),
                o.serial(),
                true,
                false,
                old != null && present ? old.subscriptions() : List.of());
        sessions.put(o.terminal(), live);
        boolean displaced = old != null && old.connected() && !old.node().equals(o.node());
        return Uni.createFrom()
                .item(new Admission.Admitted(
                        identity,
                        live.epoch(),
                        present,
                        displaced,
                        blocked.contains(o.terminal()),
                        live.subscriptions()));
    }

    @Override
    public synchronized Uni<Void> subscribed(Key key, List<Subscription> subscriptions) {
        sessions.computeIfPresent(
                key.terminal(),
                (t, s) -> s.epoch() == key.epoch()
                        ? new Live(s.epoch(), s.node(), s.serial(), s.connected(), s.kept(), subscriptions)
                        : s);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Void> close(Key key, Closing closing) {
        closings.add(closing.reason());
        sessions.computeIfPresent(
                key.terminal(),
                (t, s) -> s.epoch() == key.epoch()
                        ? new Live(
                                s.epoch(),
                                s.node(),
                                s.serial(),
                                false,
                                closing.expiry().isPositive(),
                                s.subscriptions())
                        : s);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<List<Pulse>> pulses(Collection<Key> keys) {
        return Uni.createFrom()
                .item(keys.stream()
                        .map(k -> {
                            Live s = sessions.get(k.terminal());
                            boolean live = s != null && s.epoch() == k.epoch();
                            boolean may = s != null
                                    && allowed.getOrDefault(k.terminal(), Set.of())
                                            .contains(s.serial());
                            return new Pulse(
                                    k.terminal(),
                                    k.epoch(),
                                    live,
                                    may && !suspended.contains(k.tenant()),
                                    mail.test(k.terminal()),
                                    blocked.contains(k.terminal()));
                        })
                        .toList());
    }
}
