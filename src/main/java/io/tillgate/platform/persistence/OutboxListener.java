package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Hears committed events, at least once each, in order per key. A failure is tried again later, a bounded number of times. */
public interface OutboxListener {
    /** Stable; for logs and metrics. */
    String name();

    /** The event types this listener wants. */
    Set<String> types();

    Uni<Void> on(OutboxEvent event);
}
