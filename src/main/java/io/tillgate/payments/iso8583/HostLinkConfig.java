package io.tillgate.payments.iso8583;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * One link to one card host.
 *
 * @param name unique among the links, a metric's tag: lower-case letters, digits, dashes
 * @param dialect a name that {@link io.tillgate.payments.iso8583.codec.Dialects} knows
 * @param connections TCP connections held open, 1 to 64; the host's contract names the maximum
 * @param own terminal and merchant that network messages carry
 * @param timing how long to wait and how often to ask
 * @param numbers our station to the host's numbers of it; identity where they are the same
 */
public record HostLinkConfig(
        String name,
        Address address,
        String dialect,
        int connections,
        Station own,
        Timing timing,
        UnaryOperator<Station> numbers) {

    /** Where the host listens. */
    public record Address(String host, int port) {}

    /**
     * How long to wait.
     *
     * @param answerTimeout for sign-on and echo; requests bring their own
     * @param echoInterval a connection that heard nothing for so long is asked whether it lives
     * @param backoffMax longest wait between two attempts to connect
     * @param windowMax requests on their way at once, over all connections
     */
    public record Timing(Duration answerTimeout, Duration echoInterval, Duration backoffMax, int windowMax) {
        public static final Timing USUAL =
                new Timing(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(15), 1024);

        public Timing {
            if (answerTimeout.toMillis() < 1 || echoInterval.toMillis() < 1 || backoffMax.toMillis() < 1) {
                throw new IllegalArgumentException("timings are at least a millisecond");
            }
            if (windowMax < 1 || windowMax > 65_536) {
                throw new IllegalArgumentException("window outside 1..65536");
            }
        }
    }

    public HostLinkConfig {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("a link's name has lower-case letters, digits and dashes");
        }
        if (connections < 1 || connections > 64) {
            throw new IllegalArgumentException("a link holds 1 to 64 connections");
        }
    }

    /** The usual link: one connection, usual timing, the host uses our numbers. */
    public static HostLinkConfig usual(String name, Address address, String dialect, Station own) {
        return new HostLinkConfig(name, address, dialect, 1, own, Timing.USUAL, UnaryOperator.identity());
    }
}
