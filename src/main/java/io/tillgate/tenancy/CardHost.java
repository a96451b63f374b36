package io.tillgate.tenancy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One authorisation system of a tenant and how it is reached.
 *
 * @param host name or address, after placeholders
 * @param dialect name of the ISO 8583 dialect file
 * @param connections how many the host allows in all, 1 to 16
 * @param pinKey name of the zone key under which this host takes PINs; null where it takes none
 */
public record CardHost(
        String name,
        String host,
        int port,
        String dialect,
        int connections,
        Timeouts timeouts,
        @Nullable String pinKey) {

    /**
     * How long to wait.
     *
     * @param answer for the answer to one request; the till waits as long
     * @param echo idle time after which a network test is sent
     */
    public record Timeouts(Duration connect, Duration answer, Duration echo) {}
}
