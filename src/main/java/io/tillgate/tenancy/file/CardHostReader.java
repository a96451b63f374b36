package io.tillgate.tenancy.file;

import io.tillgate.tenancy.CardHost;
import io.tillgate.tenancy.CardHost.Timeouts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how card hosts are reached. */
final class CardHostReader {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Timeouts NO_TIMEOUTS = new Timeouts(SECOND, SECOND, SECOND);

    private static final Shape<Address> ADDRESS =
            new Shape<>("an address host:port, or ${NAME:host:port}", CardHostReader::address, new Address("", 1));

    private CardHostReader() {}

    private record Address(String host, int port) {}

    static List<CardHost> hosts(Section file) {
        List<CardHost> hosts = file.sections("card-hosts", "name", CardHostReader::host);
        if (file.has("card-hosts") && hosts.isEmpty()) {
            file.mistake("card-hosts", "expected at least one card host");
        }
        return hosts;
    }

    private static CardHost host(Section host) {
        String name = host.required("name", Shapes.NAME);
        Address address = host.required("address", ADDRESS);
        return new CardHost(
                name,
                address.host(),
                address.port(),
                host.required("dialect", Shapes.NAME),
                host.required("connections", Shapes.number(1, 16)).intValue(),
                host.section("timeouts", NO_TIMEOUTS, CardHostReader::timeouts),
                host.optional("pin-key", Shapes.NAME));
    }

    /** A terminal waits 25 s for its answer, so no host may be given more than 20 s of it. */
    private static Timeouts timeouts(Section timeouts) {
        return new Timeouts(
                timeouts.required("connect", Shapes.duration(Duration.ofMillis(100), Duration.ofSeconds(10))),
                timeouts.required("answer", Shapes.duration(Duration.ofMillis(500), Duration.ofSeconds(20))),
                timeouts.required("echo", Shapes.duration(Duration.ofSeconds(5), Duration.ofMinutes(10))));
    }

    private static @Nullable Address address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1
                || !text.substring(0, colon).matches("[A-Za-z0-9.-]{1,253}")
                || !text.substring(colon + 1).matches("[1-9][0-9]{0,4}")) {
            return null;
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        return port <= 65535 ? new Address(text.substring(0, colon), port) : null;
    }
}
