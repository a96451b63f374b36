package io.tillgate.payments.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.RequestKey;
import io.tillgate.payments.TakeAnswer;
import io.tillgate.payments.store.PaymentStore;
import io.tillgate.shared.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Answers that are coming: the same request twice at once, here or on another replica, waits for the one answer. The
 * map holds a request only while it runs.
 */
@ApplicationScoped
class AwaitedAnswers {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS_MAX = 300;

    private final PaymentStore store;
    private final ConcurrentMap<Request, Uni<TakeAnswer>> running = new ConcurrentHashMap<>();

    AwaitedAnswers(PaymentStore store) {
        this.store = store;
    }

    /** A name, and what was said under it (hex). */
    private record Request(RequestKey key, String bodyHash) {}

    /** Runs the work unless the same runs already; everybody gets its one answer. Another body runs its own way. */
    Uni<TakeAnswer> once(RequestKey key, byte[] bodyHash, Supplier<Uni<TakeAnswer>> work) {
        Request request = new Request(key, HexFormat.of().formatHex(bodyHash));
        return Uni.createFrom()
                .deferred(() -> running.computeIfAbsent(
                        request,
                        absent -> Uni.createFrom()
                                .deferred(work::get)
                                .onTermination()
                                .invoke(() -> running.remove(request))
                                .memoize()
                                .indefinitely()));
    }

    /** Waits for an answer that another owner is to write; bounded, since recovery ends every payment. */
    Uni<TakeAnswer> answerOf(RequestKey key) {
        return poll(key, POLLS_MAX);
    }

    private Uni<TakeAnswer> poll(RequestKey key, int pollsLeft) {
        return store.request(key).chain(known -> {
            if (known.isPresent() && known.get().answer() != null) {
                return Uni.createFrom().item(new TakeAnswer.Final(known.get().answer()));
            }
            if (pollsLeft == 0) {
                return Uni.createFrom()
                        .item(new TakeAnswer.Refused(
                                CommonProblem.UNAVAILABLE, "no answer yet: repeat the same request"));
            }
            return Uni.createFrom().nullItem().onItem().delayIt().by(POLL).chain(() -> poll(key, pollsLeft - 1));
        });
    }
}
