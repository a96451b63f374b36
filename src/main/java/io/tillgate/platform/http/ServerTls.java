package io.tillgate.platform.http;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The server's own certificate, for the device listener and MQTT. PEM files. Without it neither is opened. */
@ConfigMapping(prefix = "tillgate.tls")
public interface ServerTls {
    /** The chain, the server's certificate first. */
    Optional<Path> certificate();

    /** Its private key, PKCS#8. */
    Optional<Path> key();

    /** The authority that terminals are told to trust. */
    Optional<Path> ca();
}
