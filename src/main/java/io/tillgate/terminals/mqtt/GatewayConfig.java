package io.tillgate.terminals.mqtt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The MQTT gateway's settings. */
@ConfigMapping(prefix = "tillgate.mqtt")
public interface GatewayConfig {
    /** Where terminals connect; 0 takes a free port. */
    @WithDefault("8883")
    int port();

    /** The address to listen on. */
    @WithDefault("0.0.0.0")
    String host();

    /** Off where a replica does not carry terminals. */
    @WithDefault("true")
    boolean enabled();

    /** Event loops that serve terminals; the number of processors unless set. */
    Optional<Integer> instances();

    /** The longest keep alive for MQTT 5, told in CONNACK. */
    @WithDefault("60s")
    Duration keepAliveMax();

    /** The longest keep alive for MQTT 3.1.1, which cannot be told. */
    @WithDefault("300s")
    Duration keepAliveMax3();

    /** From TLS to CONNACK; whoever takes longer is closed. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long a session outlives its connection, at most. */
    @WithDefault("24h")
    Duration sessionExpiryMax();

    /** A terminal that leaves a message unacknowledged for so long, or a full socket, is cut. */
    @WithDefault("30s")
    Duration slowReaderLimit();

    /** Bytes written and not yet taken by the socket, at most. */
    @WithDefault("1048576")
    int unwrittenBytesMax();

    /** Messages per second of one connection; twice as many may come at once. */
    @WithDefault("20")
    int messagesPerSecond();

    /** Payload bytes per second of one connection. */
    @WithDefault("262144")
    int bytesPerSecond();

    /** Messages per second of all terminals of a tenant on this node. */
    @WithDefault("2000")
    int tenantMessagesPerSecond();

    /** Connections per minute of one terminal; one more is refused. */
    @WithDefault("30")
    int connectsPerMinute();

    /** Connections per second of all terminals of a tenant on this node. */
    @WithDefault("200")
    int tenantConnectsPerSecond();

    /** How often a node asks for news of its sessions: the bound on revocation, takeover and lost wake-ups. */
    @WithDefault("1s")
    Duration pulse();

    /** Over how long the farewells are spread at shutdown. */
    @WithDefault("2s")
    Duration drain();
}
