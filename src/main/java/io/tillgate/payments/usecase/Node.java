package io.tillgate.payments.usecase;

import io.quarkus.runtime.StartupEvent;
import io.tillgate.payments.store.ArmedPayment.Owner;
import io.tillgate.platform.persistence.TenantTransaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who this process is among the owners of armed payments. Each start has a greater epoch than the last. */
@ApplicationScoped
public class Node {
    private static final String NEXT_EPOCH = "insert into payment_node as n (name, epoch) values ($1, 1)"
            + " on conflict (name) do update set epoch = n.epoch + 1, started_at = now() returning epoch";

    private final TenantTransaction transactions;
    private final PaymentsConfig config;
    private @Nullable Owner owner;

    Node(TenantTransaction transactions, PaymentsConfig config) {
        this.transactions = transactions;
        this.config = config;
    }

    /** Before any terminal is let in. */
    void start(@Observes @Priority(100) StartupEvent event) {
        owner = transactions
                .global(connection -> connection.preparedQuery(NEXT_EPOCH).execute(Tuple.of(config.nodeName())))
                .map(rows -> new Owner(config.nodeName(), rows.iterator().next().getLong("epoch")))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    public Owner owner() {
        if (owner == null) {
            throw new IllegalStateException("no epoch yet: the service is still starting");
        }
        return owner;
    }
}
