package io.tillgate.platform.persistence;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits many units in one transaction: while one batch is being committed the next one gathers. No timer and no
 * minimum size, so latency at low load is one commit, and throughput grows with load.
 *
 * <p>Guarantees: a unit is written wholly or not at all; a unit that violates something fails alone and its neighbours
 * commit; a connection lost during COMMIT leaves nothing in doubt, the transaction's fate is read back before anything
 * is answered. Bounds: {@value #QUEUE_UNITS_MAX} waiting units, {@value #BATCH_ROWS_MAX} rows a batch,
 * {@value #LANES} batches at once.
 */
@ApplicationScoped
public class GroupCommit {
    static final int QUEUE_UNITS_MAX = 8_192;
    static final int BATCH_ROWS_MAX = 4_000;
    static final int LANES = 2;

    private final BatchTransaction transaction;
    private final DistributionSummary batchUnits;
    private final Timer batchTime;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int busyLanes;

    GroupCommit(BatchTransaction transaction, MeterRegistry metrics) {
        this.transaction = transaction;
        this.batchUnits = metrics.summary("tillgate.commit.batch.units");
        this.batchTime = metrics.timer("tillgate.commit.batch.time");
        metrics.gauge("tillgate.commit.queue.units", queue, Deque::size);
    }

    /** Durable when the item arrives. Fails with {@code UNAVAILABLE} when the queue is full or the database is away. */
    public Uni<CommitOutcome> commit(CommitUnit unit) {
        return SafeContext.andBack(Uni.createFrom().emitter(emitter -> {
            if (enqueue(new Waiting(unit, emitter))) {
                startLane();
            } else {
                emitter.fail(new Refusal(CommonProblem.UNAVAILABLE, "too much is waiting to be committed, try again"));
            }
        }));
    }

    private synchronized boolean enqueue(Waiting waiting) {
        return queue.size() < QUEUE_UNITS_MAX && queue.add(waiting);
    }

    private void startLane() {
        List<Waiting> batch = nextBatch();
        if (batch == null) {
            return;
        }
        batchUnits.record(batch.size());
        Timer.Sample sample = Timer.start();
        transaction
                .write(batch)
                .onTermination()
                .invoke(() -> sample.stop(batchTime))
                .subscribe()
                .with(done -> laneFree(), fault -> {
                    batch.forEach(waiting -> waiting.fail(fault));
                    laneFree();
                });
    }

    private void laneFree() {
        synchronized (this) {
            busyLanes--;
        }
        startLane();
    }

    private synchronized @Nullable List<Waiting> nextBatch() {
        if (queue.isEmpty() || busyLanes == LANES) {
            return null;
        }
        busyLanes++;
        List<Waiting> batch = new ArrayList<>();
        int rows = 0;
        while (!queue.isEmpty()) {
            int more = queue.peek().unit().parts().size();
            if (!batch.isEmpty() && rows + more > BATCH_ROWS_MAX) {
                break;
            }
            rows += more;
            batch.add(queue.remove());
        }
        return batch;
    }

    /** A unit and who waits for it; answered exactly once. */
    record Waiting(CommitUnit unit, UniEmitter<? super CommitOutcome> emitter) {
        void committed() {
            emitter.complete(new CommitOutcome.Committed());
        }

        void refused(String statement) {
            emitter.complete(new CommitOutcome.Refused(statement));
        }

        void fail(Throwable fault) {
            emitter.fail(fault);
        }
    }
}
