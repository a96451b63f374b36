package io.tillgate.payments.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.usecase.CardHostPort.Mark;
import io.tillgate.platform.persistence.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Trace numbers (ISO 8583 field 11), from one database sequence and taken {@value #BLOCK} at a time: no two messages of
 * the platform share one within a million.
 */
@ApplicationScoped
class TraceNumbers {
    private static final int BLOCK = 100;
    private static final String NEXT =
            "select nextval('payment_trace')::int as trace from generate_series(1, " + BLOCK + ")";

    private final TenantTransaction transactions;
    private final Clock clock;
    private final Queue<Integer> ready = new ConcurrentLinkedQueue<>();

    TraceNumbers(TenantTransaction transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<Mark> next() {
        Integer trace = ready.poll();
        return trace != null ? Uni.createFrom().item(mark(trace)) : fetch().chain(this::next);
    }

    private Uni<Void> fetch() {
        return transactions
                .global(connection -> connection.query(NEXT).execute())
                .invoke(rows -> rows.forEach(row -> ready.add(row.getInteger("trace"))))
                .replaceWithVoid();
    }

    /** Field 7 has seconds. */
    private Mark mark(int trace) {
        return new Mark(trace, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
