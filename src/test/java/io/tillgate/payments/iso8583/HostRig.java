package io.tillgate.payments.iso8583;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.iso8583.LateAnswers.LateAnswer;
import io.tillgate.shared.Money;
import io.tillgate.simulator.cardhost.CardHost;
import io.tillgate.simulator.cardhost.Ports;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A card host of the simulator, and links to it, on free ports. */
final class HostRig implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(10);
    static final Duration SHORT = Duration.ofMillis(150);
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final String PIN_KEY = "0123456789ABCDEFFEDCBA9876543210";
    private static final ObjectMapper JSON = new ObjectMapper();

    final Vertx vertx = Vertx.vertx();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final BlockingQueue<LateAnswer> late = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<HostLink> links = new ArrayList<>();
    private final CardHost host;

    HostRig() throws IOException {
        host = CardHost.start(new Ports("127.0.0.1", 0, 0, 0), Clock.systemUTC(), Optional.of(PIN_KEY));
    }

    HostLink link(String dialect) {
        return link(dialect, HostLinkConfig.Timing.USUAL, 1);
    }

    HostLink link(String dialect, HostLinkConfig.Timing timing, int connections) {
        HostLink link = unopened(dialect, timing, connections);
        links.add(link);
        link.open();
        link.ready().await().atMost(LONG);
        return link;
    }

    HostLink unopened(String dialect, HostLinkConfig.Timing timing, int connections) {
        int port = dialect.equals("unionpay")
                ? host.ports().unionpay()
                : host.ports().ascii();
        HostLinkConfig config = new HostLinkConfig(
                "test-" + dialect,
                new HostLinkConfig.Address("127.0.0.1", port),
                dialect,
                connections,
                at("00000001"),
                timing,
                UnaryOperator.identity());
        LinkTools tools =
                new LinkTools(vertx, System::nanoTime, Clock.systemUTC(), RandomGenerator.getDefault(), meters);
        return new HostLink(config, tools, late::add);
    }

    void closeAtEnd(HostLink link) {
        links.add(link);
    }

    static Station at(String terminal) {
        return new Station(terminal, "104290054110001", "5411");
    }

    static Trace trace(int stan) {
        return new Trace(stan, NOON, LocalDateTime.of(2026, 11, 20, 20, 0), 7);
    }

    static CardForHost card() {
        return new CardForHost(EntryMode.CHIP, "6224242900000113".toCharArray(), "2806")
                .track2("6224242900000113=28062013949031013".toCharArray())
                .sequence("000")
                .emv(new byte[] {(byte) 0x9F, 0x27, 0x01, (byte) 0x80});
    }

    static HostRequest.Sale sale(String terminal, int stan, long amount) {
        return new HostRequest.Sale(at(terminal), trace(stan), Money.of(amount, "CNY"), card());
    }

    static HostRequest.Reversal reversal(HostRequest.Sale sale, int stan) {
        HostRequest.Undoing undoing =
                new HostRequest.Undoing(Original.unanswered("0200", sale.trace()), HostRequest.Reason.NO_ANSWER, false);
        return new HostRequest.Reversal(sale.at(), trace(stan), sale.amount(), sale.card(), undoing);
    }

    static void ignore(LateAnswer late) {}

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(LONG);
    }

    LateAnswer nextLate() throws InterruptedException {
        LateAnswer next = late.poll(LONG.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("nothing came late");
        }
        return next;
    }

    void fault(String json) throws IOException, InterruptedException {
        HttpRequest order = HttpRequest.newBuilder(control("/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = http.send(order, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
    }

    void noFaults() throws IOException, InterruptedException {
        http.send(HttpRequest.newBuilder(control("/faults")).DELETE().build(), HttpResponse.BodyHandlers.discarding());
    }

    JsonNode book() throws IOException, InterruptedException {
        return get("/book");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(HttpRequest.newBuilder(control(path)).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private URI control(String path) {
        return URI.create("http://127.0.0.1:" + host.ports().control() + path);
    }

    void stopHost() throws IOException {
        host.close();
    }

    @Override
    public void close() throws IOException {
        links.forEach(link -> await(link.close()));
        host.close();
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
