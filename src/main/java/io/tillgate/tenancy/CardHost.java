package io.tillgate.tenancy;

import java.time.Duration;

/**
 * One authorisation system of a tenant and how it is reached.
 *
 * @param host name or address, after placeholders
 * @param dialect name of the ISO 8583 dialect file
 * @param connections how many the host allows in all, 1 to 16
 */
public record CardHost(String name, String host, int port, String dialect, int connections, Timeouts timeouts) {

    /**
     * How long to wait.
     *
     * @param answer for the answer to one request; the till waits as long
     * @param echo idle time after which a network test is sent
     */
    public record Timeouts(Duration connect, Duration answer, Duration echo) {}
}
