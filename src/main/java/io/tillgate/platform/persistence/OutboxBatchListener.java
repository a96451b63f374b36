package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A listener for which many events cost little more than one. */
public interface OutboxBatchListener extends OutboxListener {
    /**
     * All or none of them, each of another key. After a failure each is told alone, so that one bad event does not hold up
     * the others.
     */
    Uni<Void> onAll(List<OutboxEvent> events);
}
