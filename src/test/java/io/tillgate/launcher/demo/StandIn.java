package io.tillgate.launcher.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An HTTP server that answers as it is told, and remembers what it was asked. */
final class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    record Asked(String path, String authorization, String body) {}

    record Said(int status, String body) {}

    private StandIn(HttpServer server) {
        this.server = server;
    }

    static StandIn saying(Function<Asked, Said> answers) {
        try {
            StandIn standIn =
                    new StandIn(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5));
            standIn.server.createContext("/", http -> standIn.answer(http, answers));
            standIn.server.start();
            return standIn;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange http, Function<Asked, Said> answers) throws IOException {
        try (http) {
            Asked question = new Asked(
                    http.getRequestURI().toString(),
                    String.valueOf(http.getRequestHeaders().getFirst("Authorization")),
                    new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(question);
            Said said = answers.apply(question);
            byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(said.status(), bytes.length);
            http.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
