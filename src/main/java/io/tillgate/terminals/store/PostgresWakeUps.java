package io.tillgate.terminals.store;

import io.tillgate.platform.persistence.Notifications;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.usecase.WakeUps;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Wake-ups by {@code NOTIFY}: gathered for a few milliseconds, one statement for many terminals, ids only. */
@ApplicationScoped
class PostgresWakeUps implements WakeUps {
    private static final Logger LOG = Logger.getLogger(PostgresWakeUps.class);
    private static final String CHANNEL = "terminal_wake_up";
    private static final long GATHER_MILLIS = 10;
    private static final int IDS_MAX = 200;
    private static final Pattern COMMA = Pattern.compile(",");

    private final Notifications notifications;
    private final Vertx vertx;
    private final Set<TerminalId> gathered = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();

    PostgresWakeUps(Notifications notifications, Vertx vertx) {
        this.notifications = notifications;
        this.vertx = vertx;
    }

    @Override
    public void wake(TerminalId terminal) {
        gathered.add(terminal);
        if (due.compareAndSet(false, true)) {
            vertx.setTimer(GATHER_MILLIS, ignored -> send());
        }
    }

    private void send() {
        due.set(false);
        List<TerminalId> now = new ArrayList<>(gathered);
        now.forEach(gathered::remove);
        for (int from = 0; from < now.size(); from += IDS_MAX) {
            String ids = now.subList(from, Math.min(now.size(), from + IDS_MAX)).stream()
                    .map(TerminalId::toString)
                    .collect(Collectors.joining(","));
            notifications
                    .send(CHANNEL, ids)
                    .subscribe()
                    .with(
                            sent -> LOG.trace("woken up"),
                            fault -> LOG.debugf("a wake-up was lost, the pulse finds it: %s", fault.toString()));
        }
    }

    @Override
    public void listen(Consumer<TerminalId> listener) {
        notifications.listen(
                CHANNEL,
                payload ->
                        COMMA.splitAsStream(payload).map(TerminalId::fromString).forEach(listener));
    }
}
