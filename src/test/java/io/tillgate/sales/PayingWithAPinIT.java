package io.tillgate.sales;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static io.tillgate.launcher.demo.OpenShop.withPin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.platform.crypto.pin.Pin;
import io.tillgate.platform.crypto.pin.PinBlockFormat;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.simulator.till.TestCard;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.TillKeys;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PIN reaches the issuer, decides the sale, and stays nowhere on its way. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class PayingWithAPinIT {
    private static final TestCard CARD = new TestCard("4242424242424242", "3012");
    /** Twelve digits, so that finding them anywhere is no accident. */
    private static final String PIN = "739184620573";

    private static final String WRONG = "111122223333";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    TenantTransaction transactions;

    @Inject
    Tenants tenants;

    private OpenShop shop;
    private Lane lane;
    private Article article;

    @BeforeEach
    void a_till_an_article_and_a_card_with_a_pin() {
        shop = OpenShop.ofThisRun();
        shop.host().givePin(CARD.number(), PIN);
        lane = shop.lane();
        article = shop.article(1000);
    }

    @AfterEach
    void the_ledger_is_proved() {
        shop.prove();
        lane.till().close();
    }

    @Test
    void the_right_pin_is_verified_by_the_host_and_kept_nowhere() {
        try (Overhearing log = Overhearing.begin()) {
            ObjectNode sale = withPin(sale(), CARD, PIN, lane);

            JsonNode answer = lane.ask(sale);

            assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
            assertThat(shop.host().of(lane))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.get("pin").asText()).isEqualTo("RIGHT"));
            JsonNode heard = shop.host().heard("0200", lane);
            assertThat(heard.get("022").asText()).isEqualTo("051");
            assertThat(heard.get("052").asText()).isEqualTo("********");

            List<String> secrets = secrets(sale);
            await().atMost(SOON).untilAsserted(() -> assertThat(log.text()).contains(paymentId(answer)));
            assertThat(secrets).noneMatch(secret -> log.text().contains(secret));
            assertThat(tablesWith(paymentId(answer))).contains("payment", "payment_request");
            assertThat(secrets)
                    .allSatisfy(
                            secret -> assertThat(tablesWith(secret)).as(secret).isEmpty());
        }
    }

    @Test
    void card_data_and_pin_may_share_a_key_serial_number_in_one_message() {
        TillKeys.Enciphered track = lane.keys().encipher(CARD.track2Object());
        ObjectNode sale = sale();
        ((ObjectNode) sale.get("card").get("data")).put("ksn", track.ksn()).put("ciphertext", track.ciphertext());
        put(sale, 4, lane.keys().encipherPin(PIN, CARD.number(), track));

        assertThat(lane.ask(sale).get("outcome").asText()).isEqualTo("approved");
    }

    @Test
    void a_wrong_pin_is_said_to_be_wrong_and_the_fourth_try_too_often() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            JsonNode wrong = lane.ask(withPin(sale(), CARD, WRONG, lane));
            assertThat(reason(wrong)).isEqualTo("55 PIN_WRONG");
            assertThat(wrong.get("receipt").toString()).doesNotContain(WRONG);
        }

        assertThat(reason(lane.ask(withPin(sale(), CARD, PIN, lane)))).isEqualTo("75 PIN_TRIES_EXCEEDED");
        assertThat(shop.host().charged(lane)).isZero();
        assertThat(shop.stock(article)).isEqualTo(100);
    }

    @Test
    void a_pins_key_serial_number_is_for_one_request() {
        ObjectNode first = withPin(sale(), CARD, PIN, lane);
        String id = Till.newId();
        JsonNode answer = lane.ask(id, first);
        assertThat(answer.get("outcome").asText()).isEqualTo("approved");
        ObjectNode second = sale();
        ((ObjectNode) second.get("card")).set("pin", first.get("card").get("pin"));

        assertThat(lane.ask(id, first)).isEqualTo(answer);
        assertThat(refusal(second)).isEqualTo("KSN_REUSED");
        assertThat(shop.host().charged(lane)).isEqualTo(1000);
    }

    @Test
    void a_block_for_another_card_is_refused_and_cannot_be_asked_about_again() {
        TestCard other = TestCard.MASTERCARD;
        ObjectNode sale = withPin(sale(), other, PIN, lane);

        assertThat(refusal(sale)).isEqualTo("PIN_BLOCK_INVALID");

        ObjectNode again = withPin(cardSale(basket(article, 1), other, lane), other, PIN, lane);
        ((ObjectNode) again.get("card")).set("pin", sale.get("card").get("pin"));
        assertThat(refusal(again)).isEqualTo("KSN_REUSED");
        assertThat(shop.host().of(lane)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4, chip, 30, PIN_BLOCK_INVALID",
        "4, chip, 34, PIN_BLOCK_INVALID",
        "0, chip, 16, PIN_FORMAT_INVALID",
        "3, chip, 32, PIN_FORMAT_INVALID",
        "2, chip, 32, PIN_FORMAT_INVALID",
        "9, chip, 32, PIN_FORMAT_INVALID",
        "4, manual, 32, PIN_ENTRY_MODE"
    })
    void a_pin_in_the_wrong_form_is_refused(int format, String entry, int digits, String code) {
        ObjectNode sale = sale();
        ((ObjectNode) sale.get("card")).put("entry", entry);
        TillKeys.Enciphered pin = lane.keys().encipherPin(PIN, CARD.number());
        String block = (pin.ciphertext() + "00").substring(0, digits);
        put(sale, format, new TillKeys.Enciphered(pin.ksn(), block));

        assertThat(refusal(sale)).isEqualTo(code);
        assertThat(shop.host().of(lane)).isEmpty();
    }

    @Test
    void a_pin_under_another_tills_key_is_refused() {
        Lane other = shop.lane();
        ObjectNode sale = sale();
        put(sale, 4, other.keys().encipherPin(PIN, CARD.number()));

        assertThat(refusal(sale)).isEqualTo("KSN_FOREIGN");
        other.till().close();
    }

    @Test
    void a_reversal_never_carries_the_pin_again() {
        String id = Till.newId();
        assertThat(lane.ask(id, withPin(sale(), CARD, PIN, lane)).get("outcome").asText())
                .isEqualTo("approved");

        lane.advise(undo("reversal", id));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shop.host().charged(lane)).isZero());
        JsonNode heard = shop.host().heard("0400", lane);
        assertThat(heard.has("052")).isFalse();
        assertThat(heard.get("022").asText()).isEqualTo("052");
    }

    private ObjectNode sale() {
        return cardSale(basket(article, 1), CARD, lane);
    }

    private static void put(ObjectNode sale, int format, TillKeys.Enciphered pin) {
        ((ObjectNode) sale.get("card"))
                .putObject("pin")
                .put("format", format)
                .put("ksn", pin.ksn())
                .put("block", pin.ciphertext());
    }

    private String refusal(ObjectNode sale) {
        JsonNode answer = lane.askAsItIs("auth", Till.newId(), sale);
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("error");
        return answer.get("reason").asText();
    }

    private static String reason(JsonNode answer) {
        return answer.path("responseCode").asText() + " "
                + answer.path("reason").asText();
    }

    private static String paymentId(JsonNode answer) {
        return answer.get("paymentId").asText();
    }

    /** The PIN, its block as the till sent it, and as the host got it: each in the forms that a row or log could show. */
    private static List<String> secrets(ObjectNode sale) {
        byte[] zoneKey = HexFormat.of().parseHex(System.getProperty("tillgate.crypto.zone-keys.card-host"));
        String forHost;
        try (Pin pin = Pin.of(PIN)) {
            forHost = Hex.of(PinBlockFormat.FORMAT_0.encipher(zoneKey, pin, CARD.number(), new SecureRandom()));
        }
        List<String> secrets = new ArrayList<>(List.of(PIN));
        for (String block : List.of(sale.get("card").get("pin").get("block").asText(), forHost)) {
            secrets.add(block);
            secrets.add(block.toLowerCase(java.util.Locale.ROOT));
            secrets.add(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(block)));
        }
        return secrets;
    }

    /** Every table that the service may read, rows as text: bytes as hexadecimal, JSON as it is. */
    private List<String> tablesWith(String text) {
        List<String> found = new ArrayList<>();
        for (String table : tables()) {
            long rows = transactions
                    .sql(
                            demo(),
                            sql -> sql.preparedQuery("select count(*) as n from " + table
                                            + " t where t::text ilike '%' || $1 || '%'")
                                    .execute(Tuple.of(text))
                                    .map(counted -> counted.iterator().next().getLong("n")))
                    .await()
                    .atMost(SOON);
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> tables() {
        List<String> tables = new ArrayList<>();
        transactions
                .sql(
                        demo(),
                        sql -> sql.query(
                                        "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                                + " where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition"
                                                + " and has_table_privilege(c.oid, 'select') order by 1")
                                .execute())
                .await()
                .atMost(SOON)
                .forEach(row -> tables.add(row.getString("name")));
        assertThat(tables).hasSizeGreaterThan(30);
        return tables;
    }

    private Scope demo() {
        return Scope.tenant(tenants.all().stream()
                .filter(tenant -> tenant.slug().equals("demo"))
                .findFirst()
                .orElseThrow()
                .id());
    }
}
