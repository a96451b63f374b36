package io.tillgate.simulator.cardhost;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** The control port: {@code /faults}, {@code /pins}, {@code /log}, {@code /book}, {@code /health}, all JSON. */
final class Control implements AutoCloseable {
    private static final int BODY_MAX = 65_536;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpServer server;
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
        this.server = HttpServer.create(address, 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            String call = http.getRequestMethod() + " " + http.getRequestURI().getPath();
            switch (call) {
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
    }

    private void order(HttpExchange http) throws IOException {
        byte[] body = http.getRequestBody().readNBytes(BODY_MAX);
        try {
            Fault fault = JSON.readValue(body, Fault.class);
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
        byte[] body = http.getRequestBody().readNBytes(BODY_MAX);
        try {
            CardPin given = JSON.readValue(body, CardPin.class);
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

    private static long since(HttpExchange http) {
        String query = http.getRequestURI().getQuery();
        boolean asked = query != null && query.matches("since=[0-9]{1,18}");
        return asked ? Long.parseLong(query.substring("since=".length())) : 0;
    }

    private static void answer(HttpExchange http, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
