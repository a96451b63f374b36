package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.settlement.iso20022.BankMessages;
import io.tillgate.stack.People;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent as XML is answered with what is wrong and where, never with a fault of ours. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class RefusingWhatIsNoBankMessageIT {
    private static final String NOTIFICATIONS = "/bank/v1/notifications";
    private static final String OWN = "NL91ABNA0417164300";
    private static final String CAMT_054 = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";
    private static final List<String> ADDRESSES =
            List.of("/bank/v1/payment-status-reports", "/bank/v1/statements", NOTIFICATIONS);

    @Inject
    BankStand stand;

    @BeforeEach
    void a_tenant_with_a_bank() {
        OpenShop.ofThisRun();
    }

    @Test
    void a_document_type_an_entity_and_a_strange_version_are_named() {
        refused(
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Document xmlns=\"" + CAMT_054
                        + "\">&a;</Document>",
                400,
                "XML_FORBIDDEN");
        refused("<Document xmlns=\"" + CAMT_054 + "\">&a;</Document>", 400, "XML_MALFORMED");
        refused("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.07\"/>", 400, "BANK_MESSAGE_UNKNOWN");
        refused(BankXml.statement(BankXml.id()), 400, "BANK_MESSAGE_MISPLACED");
        refused("", 400, "XML_MALFORMED");
        refused("%PDF-1.7", 400, "XML_MALFORMED");
        refused("<Document xmlns=\"" + CAMT_054 + "\">" + "<a>".repeat(1_000), 400, "XML_INVALID", "XML_TOO_DEEP");
    }

    @Test
    void a_fault_is_named_by_its_line() {
        stand.post("<Document xmlns=\"" + CAMT_054 + "\">\n<Wrong/>\n</Document>")
                .post(NOTIFICATIONS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("XML_INVALID"))
                .body("detail", startsWith("line 2, column"))
                .body("violations[0].path", startsWith("/line/2/column/"));
    }

    @Test
    void fifty_megabytes_are_not_read() throws InterruptedException {
        assertThat(statusOfSpaces(50L * 1024 * 1024)).isEqualTo(413);
        assertThat(statusOfSpaces(BankMessages.BYTES_MAX + 1L)).isEqualTo(413);
    }

    /** Streamed: the test does not hold it either. A connection that ends before all was sent is an answer, too. */
    private int statusOfSpaces(long bytes) throws InterruptedException {
        InputStream spaces = new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int some = (int) Math.min(left, length);
                Arrays.fill(into, from, from + some, (byte) ' ');
                left -= some;
                return some == 0 ? -1 : some;
            }
        };
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + NOTIFICATIONS))
                .header("Authorization", "Bearer " + stand.token())
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> spaces), bytes))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException connectionEnded) {
            return 413;
        }
    }

    @Test
    void another_media_type_is_refused() {
        stand.bank()
                .contentType("application/json")
                .body("{}")
                .post(NOTIFICATIONS)
                .then()
                .statusCode(415);
    }

    @Test
    void who_is_no_bank_is_refused_and_finance_sees_what_came() {
        String finance = People.of("jiuzhou", "finance").token();
        for (String address : ADDRESSES) {
            RestAssured.given()
                    .contentType("application/xml")
                    .body("<a/>")
                    .post(address)
                    .then()
                    .statusCode(401);
            BankStand.signedIn(finance)
                    .contentType("application/xml")
                    .body("<a/>")
                    .post(address)
                    .then()
                    .statusCode(403);
        }
        BankStand.signedIn(finance).get("/bank/v1/payment-files").then().statusCode(403);
        stand.bank().get("/api/v1/bank-messages").then().statusCode(403);

        stand.otherBank()
                .contentType("application/xml")
                .body("<a/>")
                .post(NOTIFICATIONS)
                .then()
                .statusCode(400);
        String id = BankStand.signedIn(finance)
                .get("/api/v1/bank-messages?kind=notification&state=refused")
                .then()
                .statusCode(200)
                .body("items[0].answer.code", equalTo("BANK_MESSAGE_UNKNOWN"))
                .extract()
                .path("items[0].id");
        BankStand.signedIn(finance).get("/api/v1/bank-messages/" + id).then().statusCode(200);
        BankStand.signedIn(finance)
                .get("/api/v1/bank-messages/" + id + "/content")
                .then()
                .statusCode(404);
    }

    @Test
    void the_device_listener_serves_the_bank_too() {
        stand.bank()
                .relaxedHTTPSValidation()
                .baseUri("https://localhost")
                .port(Integer.parseInt(System.getProperty("tillgate.device.port")))
                .get("/bank/v1/payment-files")
                .then()
                .statusCode(200);
    }

    @Test
    void samples_of_other_banks_are_taken_and_mutations_never_break_us() throws IOException {
        stand.post(sample("swiss-camt.054.v8-batch-a.xml"))
                .post(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("message", equalTo("camt.054.001.08"))
                .body("counts.breaks", equalTo(2));
        Random random = new Random(1_122);
        byte[] whole = sample("swiss-camt.054.v4-returns-1.xml").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 60; i++) {
            byte[] broken = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int change = random.nextInt(6); change > 0 && broken.length > 0; change--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(stand.bank()
                            .contentType("application/xml")
                            .body(broken)
                            .post(ADDRESSES.get(i % 3))
                            .statusCode())
                    .isLessThan(500);
        }
    }

    @Test
    void what_happened_on_another_account_is_refused_and_says_which_and_where() {
        String foreign = BankXml.statement(BankXml.id(), BankXml.Entry.credit("1.00", "x", "R"))
                .replace(OWN, "DE89370400440532013000");

        stand.post(foreign)
                .post("/bank/v1/statements")
                .then()
                .statusCode(422)
                .body("code", equalTo("BANK_ACCOUNT_FOREIGN"))
                .body("detail", containsString("DE89\u20263000"))
                .body("detail", not(containsString("370400440532")))
                .body("violations[0].path", equalTo("/Document/BkToCstmrStmt/Stmt[1]/Acct/Id"));
        stand.otherBank()
                .contentType("application/xml")
                .body(BankXml.statement(BankXml.id()))
                .post("/bank/v1/statements")
                .then()
                .statusCode(422)
                .body("code", equalTo("BANK_ACCOUNT_FOREIGN"));
    }

    private void refused(String xml, int status, String... codes) {
        String code = stand.post(xml)
                .post(NOTIFICATIONS)
                .then()
                .statusCode(status)
                .body("detail", not(containsString("/etc/passwd")))
                .extract()
                .path("code");
        assertThat(codes).contains(code);
    }

    private static String sample(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                RefusingWhatIsNoBankMessageIT.class.getResourceAsStream("/iso20022/samples/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("CH2909000000250094239", OWN);
        }
    }
}
