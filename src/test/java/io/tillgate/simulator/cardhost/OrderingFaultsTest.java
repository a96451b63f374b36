package io.tillgate.simulator.cardhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderingFaultsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"fault\":\"earthquake\"}",
                "{\"fault\":\"drop\",\"count\":0}",
                "{\"fault\":\"drop\",\"often\":1}",
                "{\"fault\":\"delay\",\"delayMillis\":-1}",
                "nonsense"
            })
    void what_is_no_fault_is_refused(String body) throws Exception {
        try (CardHost host = CardHost.start(new Ports("127.0.0.1", 0, 0, 0), Clock.systemUTC(), Optional.empty());
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    send(http, host, HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)));

            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void faults_can_be_listed_and_forgotten() throws Exception {
        try (CardHost host = CardHost.start(new Ports("127.0.0.1", 0, 0, 0), Clock.systemUTC(), Optional.empty());
                HttpClient http = HttpClient.newHttpClient()) {
            send(
                    http,
                    host,
                    HttpRequest.newBuilder().POST(BodyPublishers.ofString("{\"fault\":\"drop\",\"count\":3}")));

            assertThat(send(http, host, HttpRequest.newBuilder().GET()).body()).contains("DROP", "\"count\":3");
            assertThat(send(http, host, HttpRequest.newBuilder().DELETE()).body())
                    .isEqualTo("[]");
            assertThat(send(http, host, HttpRequest.newBuilder().GET()).body()).isEqualTo("[]");
        }
    }

    @Test
    void a_fault_hits_as_often_as_ordered_and_only_what_it_matches() {
        Faults faults = new Faults();
        faults.order(Fault.of("drop", 2, new Fault.Match("0200", "T0000001", 100L), null, null));

        assertThat(faults.take(sale("T0000002", 100))).isEmpty();
        assertThat(faults.take(sale("T0000001", 100))).isPresent();
        assertThat(faults.take(sale("T0000001", 100))).isPresent();
        assertThat(faults.take(sale("T0000001", 100))).isEmpty();
    }

    @Test
    void a_repeat_hears_the_same_answer_and_is_charged_once() {
        Book book = new Book();
        Teller teller = new Teller(book, new Pins(Optional.empty()), Clock.systemUTC());

        HostMessage first = teller.answer(sale("T0000001", 100), Optional.empty());
        HostMessage again = teller.answer(sale("T0000001", 100), Optional.empty());

        assertThat(again).isEqualTo(first);
        assertThat(book.all()).hasSize(1);
    }

    @Test
    void the_log_shows_no_card_data() {
        Map<String, String> masked = sale("T0000001", 100).masked();

        assertThat(masked.get("002")).isEqualTo("622424******0113");
        assertThat(masked.get("035")).isEqualTo("********");
    }

    @Test
    void what_is_no_message_is_refused() {
        assertThatThrownBy(() -> new AsciiWire().read(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new UnionPayWire().read(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    }

    private static HostMessage sale(String terminal, long amount) {
        return new HostMessage(
                "",
                "0200",
                new TreeMap<>(Map.of(
                        2, "6224242900000113",
                        3, "000000",
                        4, "%012d".formatted(amount),
                        7, "1120120000",
                        11, "000001",
                        35, "6224242900000113=2806",
                        41, terminal,
                        49, "156")));
    }

    private static HttpResponse<String> send(HttpClient http, CardHost host, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        URI faults = URI.create("http://127.0.0.1:" + host.ports().control() + "/faults");
        return http.send(request.uri(faults).build(), HttpResponse.BodyHandlers.ofString());
    }
}
