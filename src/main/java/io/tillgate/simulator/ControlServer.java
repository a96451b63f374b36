package io.tillgate.simulator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** A simulator's control port: JSON, bodies of at most 64 KiB, each request on a thread of its own. */
public final class ControlServer implements AutoCloseable {
    private static final int BODY_MAX = 65_536;
    private static final int WAITING_MAX = 50;
    private static final String SINCE = "since=";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpServer server;

    /** Answers each request once. */
    @FunctionalInterface
    public interface Calls {
        void handle(HttpExchange http) throws IOException, InterruptedException;
    }

    public ControlServer(InetSocketAddress address, Calls calls) throws IOException {
        server = HttpServer.create(address, WAITING_MAX);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", http -> {
            try (http) {
                calls.handle(http);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Method and path. */
    public static String call(HttpExchange http) {
        return http.getRequestMethod() + " " + http.getRequestURI().getPath();
    }

    /** @throws com.fasterxml.jackson.core.JsonProcessingException for what is not such a thing, also for unknown members */
    public static <T> T read(HttpExchange http, Class<T> type) throws IOException {
        return JSON.readValue(http.getRequestBody().readNBytes(BODY_MAX), type);
    }

    /** After which number of a log; 0 where none is asked for. */
    public static long since(HttpExchange http) {
        String query = http.getRequestURI().getQuery();
        boolean asked = query != null && query.matches(SINCE + "[0-9]{1,18}");
        return asked ? Long.parseLong(query.substring(SINCE.length())) : 0;
    }

    public static void answer(HttpExchange http, int status, Object body) throws IOException {
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
