package io.tillgate.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.tillgate.simulator.till.DeliveredKey;
import io.tillgate.simulator.till.DeviceKey;
import io.tillgate.simulator.till.Enrolment;
import io.tillgate.simulator.till.Enrolment.Activation;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import io.tillgate.simulator.till.TestCard;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.TillKeys;
import io.tillgate.simulator.till.TrustedService;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The simulator's till against the service under test: enrolled, on line, and with its key. */
public record TestTill(Till till, TillKeys keys) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static TestTill enrol(String tenant, Activation activation) {
        TrustedService service = TrustedService.byCa(Path.of(System.getProperty("tillgate.tls.ca")));
        URI device = URI.create("https://localhost:" + System.getProperty("tillgate.device.port"));
        Enrolled enrolled = new Enrolment(device, tenant, service).enrol(DeviceKey.generate(), activation);
        Till till = Till.connect(
                enrolled, service, "localhost", Integer.parseInt(System.getProperty("tillgate.mqtt.port")));
        ObjectNode want = JSON.createObjectNode().put("kind", "keys");
        String jwe = till.ask("get", want).get("jwe").asText();
        return new TestTill(till, DeliveredKey.open(jwe, enrolled.key()));
    }

    /** A sale of the basket by card; {@code entry} as the message calls it. */
    public ObjectNode sale(TestCard card, String entry, ObjectNode basket) {
        TillKeys.Enciphered enciphered = keys.encipher(card.track2Object());
        long total = basket.get("total").asLong();
        ObjectNode body = JSON.createObjectNode().put("type", "sale");
        body.putObject("amount").put("value", total).put("currency", "EUR");
        ObjectNode presented = body.putObject("card").put("entry", entry);
        presented
                .putObject("data")
                .put("scheme", "aes-dukpt")
                .put("ksn", enciphered.ksn())
                .put("ciphertext", enciphered.ciphertext());
        if (entry.equals("chip")) {
            presented.put("emv", card.emv(total, "978"));
        }
        body.set("basket", basket);
        return body.put("cashier", "Ada").put("shift", "1");
    }

    /** The card host will not answer this terminal's next request. */
    public void dropNextAnswer(String terminalNumber) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("fault", "drop", "count", 1, "match", Map.of("mti", "0200", "terminal", terminalNumber)))
                .post("http://localhost:" + System.getProperty("TILLGATE_SIM_PORT") + "/faults")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    @Override
    public void close() {
        till.close();
    }
}
