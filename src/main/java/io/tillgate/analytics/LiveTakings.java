package io.tillgate.analytics;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.tillgate.analytics.store.FigureVersions;
import io.tillgate.analytics.store.FigureVersions.Whose;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells pages that a merchant's figures changed, whichever replica folded the sale: the replica asks for the versions of the
 * merchants that somebody here looks at, twice a second and all at once.
 */
@ApplicationScoped
public class LiveTakings {
    /** How many pages one replica keeps up to date. */
    static final int LISTENERS_MAX = 5_000;

    private static final Duration EVERY = Duration.ofMillis(500);

    private final FigureVersions versions;
    private final Map<Whose, Feed> feeds = new ConcurrentHashMap<>();
    private final AtomicInteger listeners = new AtomicInteger();

    LiveTakings(FigureVersions versions) {
        this.versions = versions;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.everyOnEachReplica("live-takings", EVERY, this::round);
    }

    /**
     * A tick within half a second, and one for each change; several changes within half a second are one. Who is slow gets the
     * latest only. Fails with {@code UNAVAILABLE} when too many listen on this replica.
     */
    public Multi<LiveTick> of(TenantId tenant, MerchantId merchant) {
        return Multi.createFrom()
                .emitter(emitter -> listen(new Whose(tenant, merchant), emitter), BackPressureStrategy.LATEST);
    }

    private void listen(Whose whose, MultiEmitter<? super LiveTick> emitter) {
        if (listeners.incrementAndGet() > LISTENERS_MAX) {
            listeners.decrementAndGet();
            emitter.fail(new Refusal(CommonProblem.UNAVAILABLE, "too many pages are kept up to date, try again later"));
            return;
        }
        emitter.onTermination(() -> leave(whose, emitter));
        feeds.compute(whose, (key, feed) -> (feed == null ? new Feed() : feed).with(emitter));
    }

    private void leave(Whose whose, MultiEmitter<? super LiveTick> emitter) {
        listeners.decrementAndGet();
        feeds.computeIfPresent(whose, (key, feed) -> feed.without(emitter) ? null : feed);
    }

    Uni<Void> round() {
        return feeds.isEmpty()
                ? Uni.createFrom().voidItem()
                : versions.of(Set.copyOf(feeds.keySet())).invoke(this::tell).replaceWithVoid();
    }

    private void tell(Map<Whose, Long> present) {
        feeds.forEach((whose, feed) -> feed.tell(new LiveTick(present.getOrDefault(whose, 0L))));
    }

    /** The pages that look at one merchant, and what each was told last. */
    private static final class Feed {
        private final Map<MultiEmitter<? super LiveTick>, LiveTick> told = new ConcurrentHashMap<>();

        private static final LiveTick NOTHING = new LiveTick(-1);

        Feed with(MultiEmitter<? super LiveTick> emitter) {
            told.put(emitter, NOTHING);
            return this;
        }

        /** Whether nobody looks any more. */
        boolean without(MultiEmitter<? super LiveTick> emitter) {
            told.remove(emitter);
            return told.isEmpty();
        }

        void tell(LiveTick tick) {
            told.forEach((emitter, last) -> {
                if (tick.version() > last.version() && told.replace(emitter, last, tick)) {
                    emitter.emit(tick);
                }
            });
        }
    }
}
