package io.tillgate.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tillgate.settlement.iso20022.PaymentFileWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank that is stopped between fetching and answering goes on with the file: the service lists it as ready no more. */
@SuppressWarnings("NullAway.Init") // given before each test
class GoingOnAfterARestartTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path data;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile boolean fetched;
    private volatile boolean ready = true;
    private HttpServer service;

    @BeforeEach
    void a_service() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", this::answer);
        service.start();
    }

    @AfterEach
    void ends() {
        service.stop(0);
    }

    @Test
    void what_was_fetched_and_not_answered_is_answered_in_the_next_life() throws Exception {
        ready = false;
        try (Bank first = bank(Optional.of(data))) {
            order(first, "{\"fault\":\"delay\",\"delayMillis\":60000}");
            ready = true;
            await().atMost(SOON).until(() -> told("pain.002").size() == 1);
        }
        assertThat(told("camt.054")).isEmpty();

        try (Bank second = bank(Optional.of(data))) {
            await().atMost(SOON).until(() -> told("camt.054").size() == 1);
            await().atMost(SOON).until(() -> marks() == 0);
            assertThat(second.controlPort()).isPositive();
        }
        String references = references();
        fetched = false;
        told.clear();
        try (Bank third = bank(Optional.empty())) {
            await().atMost(SOON).until(() -> told("camt.054").size() == 1);
            assertThat(third.controlPort()).isPositive();
        }
        assertThat(references()).as("the same booking in every life").isEqualTo(references);
    }

    private Bank bank(Optional<Path> remembers) throws IOException {
        String address = "http://127.0.0.1:" + service.getAddress().getPort();
        BankSettings.Customer customer = new BankSettings.Customer("harbour", "harbour", "bank", "secret", null);
        return Bank.start(
                new BankSettings(
                        "127.0.0.1",
                        0,
                        address,
                        address,
                        Optional.empty(),
                        List.of(customer),
                        Duration.ofMillis(300),
                        remembers),
                Clock.systemUTC());
    }

    private void answer(HttpExchange http) throws IOException {
        String path = http.getRequestURI().getPath();
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        if (path.startsWith("/realms/")) {
            body = "{\"access_token\":\"t\",\"expires_in\":300}".getBytes(StandardCharsets.UTF_8);
        } else if (http.getRequestMethod().equals("POST")) {
            told.add(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        } else if (path.endsWith("/TG1")) {
            fetched = true;
            body = PaymentFileWriter.bytes(SpeakingAsABankTest.file());
        } else {
            body = (fetched || !ready ? "{\"items\":[]}" : "{\"items\":[{\"messageId\":\"TG1\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
        }
        http.sendResponseHeaders(200, body.length);
        http.getResponseBody().write(body);
        http.close();
    }

    private void order(Bank bank, String fault) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bank.controlPort() + "/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(fault))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    private List<String> told(String message) {
        return told.stream().filter(xml -> xml.contains(message)).toList();
    }

    private String references() {
        Matcher found =
                Pattern.compile("<AcctSvcrRef>([^<]+)").matcher(told("camt.054").getFirst());
        StringBuilder all = new StringBuilder();
        while (found.find()) {
            all.append(found.group(1)).append(' ');
        }
        return all.toString();
    }

    private long marks() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
