package io.tillgate.terminals.mqtt;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.usecase.TerminalSessions.Key;
import io.tillgate.terminals.usecase.TerminalSessions.Pulse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * What a node learns about its sessions from the truth in the database: taken over elsewhere, revoked, mail. All of them
 * each second; single ones at once when a wake-up names them. Losing every wake-up costs at most that second.
 */
final class Pulsing {
    private static final Logger LOG = Logger.getLogger(Pulsing.class);
    private static final int AT_ONCE_MAX = 1_000;

    private final Gateway gateway;
    private final Set<TerminalId> named = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();

    Pulsing(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A wake-up came. */
    void wake(TerminalId terminal) {
        if (gateway.local().find(terminal).isPresent()) {
            named.add(terminal);
            runNamed();
        }
    }

    /** The regular round. Rounds do not overlap. */
    void round() {
        gateway.local().all().forEach(c -> c.onLoop(TerminalConnection::sweep));
        run(gateway.local().all().stream().map(TerminalConnection::key).toList());
    }

    private void runNamed() {
        List<TerminalId> now = List.copyOf(named);
        if (now.isEmpty() || running.get()) {
            return; // the running round looks again at its end
        }
        now.forEach(named::remove);
        run(now.stream()
                .flatMap(t -> gateway.local().find(t).stream())
                .map(TerminalConnection::key)
                .toList());
    }

    private void run(List<Key> keys) {
        if (keys.isEmpty() || !running.compareAndSet(false, true)) {
            return;
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (List<Key> some : slices(keys)) {
            all = all.chain(() -> gateway.sessions().pulses(some)).map(pulses -> {
                pulses.forEach(this::act);
                return null;
            });
        }
        all.subscribe().with(done -> finished(), fault -> {
            LOG.warnf("no news of the sessions: %s", fault.toString());
            finished();
        });
    }

    private void finished() {
        running.set(false);
        runNamed();
    }

    private void act(Pulse pulse) {
        gateway.local()
                .find(pulse.terminal())
                .ifPresent(connection -> connection.onLoop(c -> {
                    if (c.key().epoch() != pulse.epoch()) {
                        return; // the news is about the connection before this one
                    }
                    c.blocked(pulse.blocked());
                    if (!pulse.live()) {
                        c.cut(Cut.TAKEN_OVER);
                    } else if (!pulse.allowed()) {
                        c.cut(Cut.REVOKED);
                    } else if (pulse.mail()) {
                        c.mail();
                    }
                }));
    }

    private static List<List<Key>> slices(List<Key> keys) {
        List<List<Key>> slices = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += AT_ONCE_MAX) {
            slices.add(keys.subList(from, Math.min(keys.size(), from + AT_ONCE_MAX)));
        }
        return slices;
    }
}
