package io.tillgate.platform.persistence;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's {@code LISTEN} and {@code NOTIFY}, as wake-ups between replicas: they may be lost, so whoever uses them
 * polls as well. Needs a connection of its own; a lost one is opened again every few seconds.
 */
@ApplicationScoped
public class Notifications {
    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final long AGAIN_MILLIS = 3_000;

    private final Vertx vertx;
    private final Pool pool;
    private volatile boolean stopping;
    private volatile @Nullable PgConnection held;

    Notifications(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** @param payload less than 8000 bytes */
    public Uni<Void> send(String channel, String payload) {
        return pool.preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(channel, payload))
                .replaceWithVoid();
    }

    /** Hears a channel until the service stops. One channel for each bean of this kind is enough for now. */
    public void listen(String channel, Consumer<String> listener) {
        pool.getConnection()
                .subscribe()
                .with(
                        connection -> hold(
                                new PgConnection((io.vertx.pgclient.PgConnection) connection.getDelegate()),
                                channel,
                                listener),
                        fault -> {
                            LOG.debugf("no connection to listen on: %s", fault.toString());
                            again(channel, listener);
                        });
    }

    private void hold(PgConnection connection, String channel, Consumer<String> listener) {
        held = connection;
        connection.notificationHandler(n -> {
            if (n.getChannel().equals(channel)) {
                listener.accept(n.getPayload());
            }
        });
        connection.closeHandler(() -> again(channel, listener));
        connection
                .query("listen " + channel)
                .execute()
                .subscribe()
                .with(done -> LOG.debugf("listening on %s", channel), fault -> connection.closeAndForget());
    }

    private void again(String channel, Consumer<String> listener) {
        if (!stopping) {
            vertx.setTimer(AGAIN_MILLIS, ignored -> listen(channel, listener));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        PgConnection connection = held;
        if (connection != null) {
            connection.closeAndForget();
        }
    }
}
