package io.tillgate.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The device listener. */
@ConfigMapping(prefix = "tillgate.device")
public interface DeviceConfig {
    /** Where terminals enrol; 0 takes a free port. */
    @WithDefault("8444")
    int port();

    /** The address to listen on. */
    @WithDefault("0.0.0.0")
    String host();

    /** What terminals are told to connect to, {@code https://host:port}; this machine's name and the port unless set. */
    Optional<String> publicUrl();
}
