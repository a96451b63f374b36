package io.tillgate.simulator.cardhost;

import static io.tillgate.simulator.ControlServer.answer;
import static io.tillgate.simulator.ControlServer.call;
import static io.tillgate.simulator.ControlServer.read;
import static io.tillgate.simulator.ControlServer.since;

import com.sun.net.httpserver.HttpExchange;
import io.tillgate.simulator.ControlServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** The control port: {@code /faults}, {@code /pins}, {@code /log}, {@code /book}, {@code /health}, all JSON. */
final class Control implements AutoCloseable {
    private final ControlServer server;
    private final Faults faults;
    private final MessageLog log;
    private final Book book;
    private final Pins pins;
    private final Runnable cutAll;

    /** What the port shows and changes. */
    record Insides(Faults faults, MessageLog log, Book book, Pins pins, Runnable cutAll) {}

    /** A card and the PIN that it gets. */
    private record CardPin(String card, String pin) {}

    Control(InetSocketAddress address, Insides insides) throws IOException {
        this.faults = insides.faults();
        this.log = insides.log();
        this.book = insides.book();
        this.pins = insides.pins();
        this.cutAll = insides.cutAll();
        this.server = new ControlServer(address, this::handle);
    }

    int port() {
        return server.port();
    }

    private void handle(HttpExchange http) throws IOException {
        switch (call(http)) {
            case "GET /health" -> answer(http, 200, Map.of("status", "UP"));
            case "GET /log" -> answer(http, 200, log.since(since(http)));
            case "GET /book" -> answer(http, 200, bookPage());
            case "GET /faults" -> answer(http, 200, faults.all());
            case "POST /faults" -> order(http);
            case "DELETE /faults" -> {
                faults.clear();
                answer(http, 200, List.of());
            }
            case "POST /pins" -> givePin(http);
            case "DELETE /pins" -> {
                pins.forgetAll();
                answer(http, 200, List.of());
            }
            default -> answer(http, 404, Map.of("error", "no such thing here"));
        }
    }

    private void order(HttpExchange http) throws IOException {
        try {
            Fault fault = read(http, Fault.class);
            faults.order(fault);
            if (fault.kind() == Fault.Kind.REFUSE_CONNECTIONS) {
                cutAll.run();
            }
            answer(http, 201, fault);
        } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException e) {
            answer(http, 400, Map.of("error", "not a fault: see card-host-simulator.md"));
        }
    }

    /** What was given is for nobody to read again. */
    private void givePin(HttpExchange http) throws IOException {
        try {
            CardPin given = read(http, CardPin.class);
            pins.give(String.valueOf(given.card()), String.valueOf(given.pin()));
            answer(http, 201, Map.of("given", true));
        } catch (com.fasterxml.jackson.core.JsonProcessingException | IllegalArgumentException e) {
            answer(http, 400, Map.of("error", "not a card and a PIN: see card-host-simulator.md"));
        }
    }

    private Map<String, Object> bookPage() {
        List<Map<String, Object>> transactions =
                book.all().stream().map(Control::shown).toList();
        long charged = book.all().stream().mapToLong(BookEntry::charged).sum();
        return Map.of("charged", charged, "transactions", transactions);
    }

    private static Map<String, Object> shown(BookEntry entry) {
        return Map.ofEntries(
                Map.entry("terminal", entry.key().terminal()),
                Map.entry("stan", entry.key().stan()),
                Map.entry("transmitted", entry.key().transmitted()),
                Map.entry("kind", entry.kind()),
                Map.entry("state", entry.state()),
                Map.entry("amount", entry.amount()),
                Map.entry("currency", entry.currency()),
                Map.entry("card", entry.card()),
                Map.entry("pin", entry.pin()),
                Map.entry("responseCode", entry.answer().getOrDefault(39, "")),
                Map.entry("rrn", entry.answer().getOrDefault(37, "")));
    }

    @Override
    public void close() {
        server.close();
    }
}
