package io.tillgate.sales;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.withCoupon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.simulator.till.Till;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a till sends wrongly is answered with a code, and nothing moves: not the host, not the stock, not a cent. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class BadInputAtTheTillIT {
    private static Lane lane;
    private OpenShop shop;
    private Article article;
    private int charged;

    @BeforeEach
    void a_till_and_an_article() {
        shop = OpenShop.ofThisRun();
        if (lane == null) {
            lane = shop.lane();
        }
        article = shop.article(1000);
        charged = shop.host().of(lane).size();
    }

    @AfterEach
    void nothing_moved() {
        shop.prove();
        assertThat(shop.host().of(lane)).hasSize(charged);
        assertThat(shop.stock(article)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "0, AMOUNT_INVALID",
        "-1, AMOUNT_INVALID",
        "1000001, AMOUNT_INVALID",
        "1000000000001, AMOUNT_INVALID",
        "9223372036854775807, AMOUNT_INVALID"
    })
    void an_amount_out_of_range_is_refused(long amount, String code) {
        ObjectNode sale = cardSale(basket(article, 1), lane);
        sale.set("amount", OpenShop.euro(amount));
        sale.remove("basket");

        refused(sale, code);
    }

    @ParameterizedTest
    @CsvSource({"USD, CURRENCY_INVALID", "ZZZ, CURRENCY_INVALID", "XXX, CURRENCY_INVALID", "eur, CURRENCY_INVALID"})
    void a_foreign_or_unknown_currency_is_refused(String currency, String code) {
        ObjectNode sale = cardSale(basket(article, 1), lane);
        sale.putObject("amount").put("value", 1000).put("currency", currency);

        refused(sale, code);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2345, QUANTITY_PLACES",
        "-1, QUANTITY_SIGN",
        "+1, QUANTITY_SIGN",
        "1e0, QUANTITY_EXPONENT",
        "0.5, QUANTITY_NOT_WHOLE",
        "0, QUANTITY_RANGE",
        "one, QUANTITY_MALFORMED"
    })
    void a_quantity_in_the_wrong_form_is_refused(String quantity, String code) {
        ObjectNode basket = basket(article, 1);
        ((ObjectNode) basket.get("lines").get(0)).put("quantity", quantity);

        refused(cardSale(basket, lane), code);
    }

    @Test
    void a_basket_that_does_not_add_up_is_refused() {
        ObjectNode basket = basket(article, 1).put("total", 999);

        refused(cardSale(basket, lane), "BASKET_TOTAL");
    }

    @Test
    void a_coupon_on_two_lines_is_refused() {
        String coupon = shop.coupon();
        ObjectNode basket = withCoupon(basket(article, 1), coupon);
        basket.withArray("lines").add(basket.get("lines").get(0).deepCopy());

        refused(cashSale(basket.put("total", 1800)), "COUPON_SPENT");
    }

    @Test
    void an_unknown_coupon_is_refused() {
        refused(cashSale(withCoupon(basket(article, 1), "NO-SUCH-COUPON")), "COUPON_UNKNOWN");
    }

    @Test
    void a_price_that_never_was_is_refused_and_the_last_one_still_counts_for_a_while() {
        ObjectNode wrong = basket(new Article(article.sku(), 900), 1);
        refused(cashSale(wrong), "PRICE_CHANGED");

        shop.price(article.sku(), 1100);
        shop.price(article.sku(), 1200);
        JsonNode twiceOld = lane.ask(cashSale(basket(article, 1)));

        assertThat(twiceOld.get("reason").asText()).isEqualTo("PRICE_CHANGED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5A084111111111111111", "57134111111111111111D30122010000000000000F", "5F2403301231"})
    void card_data_in_the_clear_is_refused_and_not_repeated(String tag) {
        ObjectNode sale = cardSale(basket(article, 1), lane);
        ((ObjectNode) sale.get("card")).put("emv", sale.get("card").get("emv").asText() + tag);

        JsonNode answer = refused(sale, "CARD_DATA_IN_CLEAR");

        assertThat(answer.toString()).doesNotContain("4111111111111111").doesNotContain(tag);
    }

    @Test
    void a_request_past_its_time_is_answered_expired() {
        String id = Till.newId();
        ObjectNode envelope = OpenShop.json()
                .put("v", 1)
                .put("id", id)
                .put("ts", Instant.now().minusSeconds(60).toString())
                .put("exp", Instant.now().minusSeconds(30).toString());
        envelope.set("body", cardSale(basket(article, 1), lane));

        lane.till().publish("auth", envelope.toString().getBytes(StandardCharsets.UTF_8));

        JsonNode answer = lane.till()
                .waitFor(
                        "auth",
                        body -> body.path("reason").asText().equals("EXPIRED"),
                        java.time.Duration.ofSeconds(10));
        assertThat(answer.get("outcome").asText()).isEqualTo("error");
    }

    @Test
    void a_key_serial_number_is_for_one_request() {
        ObjectNode first = cardSale(basket(article, 1), lane);
        first.remove("basket");
        ObjectNode second = first.deepCopy();
        first.set("amount", OpenShop.euro(9951));
        assertThat(lane.ask(first).get("outcome").asText()).isEqualTo("declined");
        charged++;

        refused(second, "KSN_REUSED");
    }

    @Test
    void a_key_serial_number_of_another_till_is_refused() {
        Lane other = shop.lane();

        refused(cardSale(basket(article, 1), other), "KSN_FOREIGN");
        other.till().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "null",
                "[]",
                "\u0000\u0001",
                "{\"v\":1,\"v\":1}",
                "{\"v\":1,\"id\":\"x\",\"ts\":\"2026-11-22T12:00:00Z\",\"body\":{}}",
                "{\"v\":1,\"id\":\"0198a000-0000-7000-8000-000000000002\",\"ts\":\"now\",\"body\":{}}",
                "{\"v\":1,\"id\":\"0198a000-0000-7000-8000-000000000002\",\"ts\":\"2026-11-22T12:00:00Z\",\"body\":[],\"more\":1}"
            })
    void what_is_no_envelope_is_refused(String payload) {
        assertThat(lane.refusal(payload.getBytes(StandardCharsets.UTF_8))).isEqualTo("SCHEMA");
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThat(lane.refusal("[".repeat(10_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("SCHEMA");
    }

    @Test
    void a_message_that_is_too_large_is_refused_whatever_is_in_it() {
        assertThat(lane.refusal("x".repeat(49_153).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("TOO_LARGE");
    }

    @Test
    void another_version_is_refused() {
        assertThat(lane.refusal("{\"v\":2}".getBytes(StandardCharsets.UTF_8))).isEqualTo("UNSUPPORTED_VERSION");
    }

    @Test
    void two_tenders_in_one_request_are_refused() {
        ObjectNode sale = cardSale(basket(article, 1), lane);
        sale.putObject("cash");

        refused(sale, "TENDER_COUNT");
    }

    @Test
    void a_member_that_is_not_documented_is_refused() {
        refused(cashSale(basket(article, 1)).put("secret", 1), "UNKNOWN_FIELD");
    }

    private static JsonNode refused(ObjectNode body, String code) {
        JsonNode answer = lane.askAsItIs("auth", Till.newId(), body);
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("error");
        assertThat(answer.get("reason").asText()).as(answer::toString).isEqualTo(code);
        return answer;
    }
}
