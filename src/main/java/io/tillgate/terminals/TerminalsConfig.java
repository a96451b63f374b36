package io.tillgate.terminals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Terminals' settings. */
@ConfigMapping(prefix = "tillgate.terminals")
public interface TerminalsConfig {
    /** How long a terminal's certificate lives, at most 397 days. */
    @WithDefault("365d")
    Duration certificateLifetime();

    /** How long the old certificate stays allowed after a renewal. */
    @WithDefault("72h")
    Duration renewalOverlap();

    /** Enrolment attempts a minute from one address. */
    @WithDefault("30")
    int enrolmentsPerMinute();

    /** Where terminals are told to connect to with MQTT, {@code host:port}: in the QR code and in their configuration. Localhost and the port unless set. */
    Optional<String> mqttAddress();

    /** The four bytes (hex) that name the base derivation key in initial key ids. */
    @WithDefault("54474C54")
    String baseDerivationKeyId();
}
