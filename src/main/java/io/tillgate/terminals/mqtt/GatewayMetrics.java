package io.tillgate.terminals.mqtt;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillgate.terminals.TerminalProblem;

/** Counters of the gateway. Labels are bounded: reasons and channels, never a terminal. */
final class GatewayMetrics {
    private final MeterRegistry registry;

    GatewayMetrics(MeterRegistry registry, LocalSessions sessions) {
        this.registry = registry;
        registry.gauge("tillgate.mqtt.sessions", sessions, LocalSessions::size);
    }

    void handshakeRefused(String why) {
        registry.counter("tillgate.mqtt.handshakes.refused", "reason", why).increment();
    }

    void connected() {
        registry.counter("tillgate.mqtt.connects", "result", "accepted").increment();
    }

    void connectRefused(String why) {
        registry.counter("tillgate.mqtt.connects", "result", why).increment();
    }

    void ended(String why) {
        registry.counter("tillgate.mqtt.ends", "reason", why).increment();
    }

    void received(Channel channel) {
        registry.counter("tillgate.mqtt.uplinks", "channel", channel.topic()).increment();
    }

    void refused(TerminalProblem problem) {
        registry.counter("tillgate.mqtt.uplinks.refused", "code", problem.code())
                .increment();
    }

    /** Which tenant's terminals run into the limit of its file. */
    void quotaExceeded(String tenant) {
        registry.counter("tillgate.mqtt.quota.exceeded", "tenant", tenant).increment();
    }

    void sequenceGap(long missing) {
        registry.counter("tillgate.mqtt.sequence.missing").increment((double) missing);
    }

    void notSubscribed() {
        registry.counter("tillgate.mqtt.downlinks.unsubscribed").increment();
    }
}
