package io.tillgate.payments.iso8583;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The links to the card hosts, by name. Whoever knows the configuration opens them; all are closed at stop. */
@ApplicationScoped
public class CardHosts {
    private final LinkTools tools;
    private final Map<String, HostLink> links = new ConcurrentHashMap<>();

    public CardHosts(Vertx vertx, Clock clock, MeterRegistry meters) {
        this.tools = new LinkTools(vertx, System::nanoTime, clock, RandomGenerator.getDefault(), meters);
    }

    /**
     * Begins to connect; the link takes requests once {@link HostLink#ready()}.
     *
     * @throws IllegalArgumentException when the dialect is unknown or the name is taken
     */
    public HostLink open(HostLinkConfig config, LateAnswers late) {
        HostLink link = new HostLink(config, tools, late);
        if (links.putIfAbsent(config.name(), link) != null) {
            throw new IllegalArgumentException("link " + config.name() + " is open already");
        }
        link.open();
        return link;
    }

    public Optional<HostLink> link(String name) {
        return Optional.ofNullable(links.get(name));
    }

    public Collection<HostLink> all() {
        return List.copyOf(links.values());
    }

    /** Closes one link, for a changed configuration; unknown names are none. */
    public Uni<Void> close(String name) {
        HostLink link = links.remove(name);
        return link == null ? Uni.createFrom().voidItem() : link.close();
    }

    @PreDestroy
    void closeAll() {
        links.keySet().forEach(name -> close(name).subscribe().with(CardHosts::ignore));
    }

    private static void ignore(@Nullable Void closed) {}
}
