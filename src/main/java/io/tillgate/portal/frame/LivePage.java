package io.tillgate.portal.frame;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * Says which figures of a page have changed, so that the page fetches them again. It carries no figure itself: what is shown
 * always comes through the page's own door. A stream ends after a quarter of an hour; the browser opens it again, and is then
 * asked who it is.
 */
@Path("/portal/{slug}/live")
class LivePage {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final int ROUNDS_MAX = 450;
    private static final int READERS_MAX = 500;
    private static final AtomicInteger READERS = new AtomicInteger();

    private final Frames frames;
    private final Pulses pulses;

    LivePage(Frames frames, Pulses pulses) {
        this.frames = frames;
        this.pulses = pulses;
    }

    @GET
    @Authenticated
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> changes(@RestPath String slug) {
        Face face = frames.face();
        Caller caller = frames.caller();
        if (READERS.incrementAndGet() > READERS_MAX) {
            READERS.decrementAndGet();
            return Multi.createFrom().empty();
        }
        AtomicReference<Map<String, String>> seen = new AtomicReference<>(Map.of());
        return Multi.createFrom()
                .ticks()
                .startingAfter(AT_ONCE)
                .every(EVERY)
                .onOverflow()
                .drop()
                .select()
                .first(ROUNDS_MAX)
                .onItem()
                .transformToUniAndConcatenate(tick -> pulse(face, caller, seen))
                .onTermination()
                .invoke(() -> READERS.decrementAndGet());
    }

    /** The topics that changed since the last look; a dot while none did, which keeps the connection open. */
    private Uni<String> pulse(Face face, Caller caller, AtomicReference<Map<String, String>> seen) {
        return pulses.of(face, caller).map(now -> {
            Map<String, String> before = seen.getAndSet(now);
            String changed = now.entrySet().stream()
                    .filter(topic -> !before.isEmpty() && !topic.getValue().equals(before.get(topic.getKey())))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .collect(Collectors.joining(" "));
            return changed.isEmpty() ? "." : changed;
        });
    }
}
