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

/** The control port: {@code /faults}, {@code /log}, {@code /book}, {@code /health}, all JSON. */
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
    private final Runnable cutAll;

    /** What the port shows and changes. */
    record Insides(Faults faults, MessageLog log, Book book, Runnable cutAll) {}

    Control(InetSocketAddress address, Insides insides) throws IOException {
        this.faults = insides.faults();
        this.log = insides.log();
        this.book = insides.book();
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

    private Map<String, Object> bookPage() {
        List<Map<String, Object>> transactions =
                book.all().stream().map(Control::shown).toList();
        long charged = book.all().stream().mapToLong(BookEntry::charged).sum();
        return Map.of("charged", charged, "transactions", transactions);
    }

    private static Map<String, Object> shown(BookEntry entry) {
        return Map.of(
                "terminal", entry.key().terminal(),
                "stan", entry.key().stan(),
                "transmitted", entry.key().transmitted(),
                "kind", entry.kind(),
                "state", entry.state(),
                "amount", entry.amount(),
                "currency", entry.currency(),
                "card", entry.card(),
                "responseCode", entry.answer().getOrDefault(39, ""),
                "rrn", entry.answer().getOrDefault(37, ""));
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
