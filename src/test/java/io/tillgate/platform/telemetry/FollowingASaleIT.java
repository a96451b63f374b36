package io.tillgate.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tillgate.launcher.demo.Stage;
import io.tillgate.launcher.demo.Stage.Counter;
import io.tillgate.launcher.demo.Stage.Eyes;
import io.tillgate.simulator.till.Till;
import io.tillgate.stack.People;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The id that a terminal gives its request leads to everything that the request did. */
@QuarkusTest
class FollowingASaleIT {
    @TempDir
    Path directory = Path.of("");

    @Test
    void one_request_id_leads_to_payment_sale_risk_ledger_host_log_and_metrics() {
        People.awaitTenants();
        Upstanding.describe(directory);
        Heard heard = new Heard();
        Logger logger = Logger.getLogger("io.tillgate.payments");
        logger.addHandler(heard);

        try (Stage stage = Stage.open(directory)) {
            Counter counter = stage.first();
            String request = Till.newId();
            JsonNode answer = counter.till().ask("auth", request, counter.sale(0));
            assertThat(answer.path("outcome").asText()).isEqualTo("approved");

            String payment = paymentOf(stage, request, answer);
            follow(stage, payment);
            assertThat(hostSaw(counter.number(), answer.get("stan").asText())).isEqualTo(1);
            assertThat(heard.lines.stream()
                            .filter(line -> request.equals(line.correlation()))
                            .map(Heard.Line::text))
                    .anyMatch(text -> text.contains(payment));
            assertThat(RestAssured.get("/q/metrics").asString())
                    .containsPattern("tillgate_payments_total\\{kind=\"sale\",outcome=\"approved\",tenant=\"demo\"")
                    .doesNotContain(request)
                    .doesNotContain(counter.number());
        } finally {
            logger.removeHandler(heard);
        }
    }

    private static String paymentOf(Stage stage, String request, JsonNode answer) {
        JsonNode found =
                stage.see(Eyes.FINANCE, "/api/v1/payments?request=" + request).get("items");
        assertThat(found).hasSize(1);
        JsonNode payment = found.get(0);
        assertThat(payment.get("requestId").asText()).isEqualTo(request);
        assertThat(payment.get("id").asText()).isEqualTo(answer.get("paymentId").asText());
        return payment.get("id").asText();
    }

    private static void follow(Stage stage, String payment) {
        JsonNode known = stage.see(Eyes.OWNER, "/api/v1/payments/" + payment).get("payment");
        JsonNode sale =
                stage.see(Eyes.OWNER, "/api/v1/sales/" + known.get("sale").asText());
        assertThat(sale.toString()).contains(payment);
        assertThat(stage.see(Eyes.ANALYST, "/api/v1/risk/decisions/" + payment).toString())
                .contains(payment);
        JsonNode postings = stage.see(Eyes.FINANCE, "/api/v1/ledger/payments/" + payment + "/postings")
                .get("items");
        assertThat(postings.size()).isGreaterThanOrEqualTo(4); // the sale and its fee, two lines each
        assertThat(StreamSupport.stream(postings.spliterator(), false)
                        .mapToLong(posting -> posting.get("amount").get("value").asLong())
                        .sum())
                .isZero();
    }

    /** Requests of this terminal and trace number in the card host's own log. */
    private static long hostSaw(String terminal, String stan) {
        long after = 0;
        long seen = 0;
        for (int page = 0; page < 50; page++) {
            List<Map<String, Object>> lines = RestAssured.get(Upstanding.cardHost() + "/log?since=" + after)
                    .jsonPath()
                    .getList("");
            for (Map<String, Object> line : lines) {
                after = Long.parseLong(String.valueOf(line.get("seq")));
                if ("in".equals(line.get("direction"))
                        && line.get("fields") instanceof Map<?, ?> fields
                        && stan.equals(fields.get("011"))
                        && terminal.equals(String.valueOf(fields.get("041")).strip())) {
                    seen++;
                }
            }
            if (lines.isEmpty()) {
                break;
            }
        }
        return seen;
    }

    /** Keeps what was logged, with its correlation id. */
    private static final class Heard extends Handler {
        private record Line(String correlation, String text) {}

        private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord log) {
            if (log instanceof ExtLogRecord known) {
                lines.add(new Line(
                        String.valueOf(known.getMdc("correlationId")),
                        new java.util.logging.SimpleFormatter().formatMessage(known)));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
