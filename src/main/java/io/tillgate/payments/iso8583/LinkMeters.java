package io.tillgate.payments.iso8583;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A link's figures. Tags: the link's name, and words of closed sets; nothing that grows with terminals. */
final class LinkMeters {
    private final MeterRegistry registry;
    private final Tags link;
    private final List<Meter> gauges = new CopyOnWriteArrayList<>();

    LinkMeters(MeterRegistry registry, String name) {
        this.registry = registry;
        this.link = Tags.of("link", name);
    }

    void watch(Supplier<Number> waiting, Supplier<Number> connectionsUp) {
        gauges.add(Gauge.builder("tillgate.host.waiting", waiting).tags(link).register(registry));
        gauges.add(Gauge.builder("tillgate.host.connections.up", connectionsUp)
                .tags(link)
                .register(registry));
    }

    /** So that a link opened again under this name is not shadowed by a closed one. */
    void forget() {
        gauges.forEach(registry::remove);
        gauges.clear();
    }

    void outcome(HostOutcome outcome) {
        String word = switch (outcome) {
            case HostOutcome.Answered answered -> answered.answer().approved() ? "approved" : "declined";
            case HostOutcome.Silent silent -> "silent";
            case HostOutcome.NotSent notSent -> word(notSent.why());
            case HostOutcome.Unreadable unreadable -> "unreadable";
        };
        registry.counter("tillgate.host.outcomes", link.and("outcome", word)).increment();
    }

    void answered(Duration roundTrip) {
        registry.timer("tillgate.host.roundtrip", link).record(roundTrip);
    }

    void late(LateAnswers.Reason reason) {
        registry.counter("tillgate.host.late", link.and("reason", word(reason))).increment();
    }

    void connectionLost() {
        registry.counter("tillgate.host.connections.lost", link).increment();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
