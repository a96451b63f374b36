package io.tillgate.sales;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.euro;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static io.tillgate.launcher.demo.OpenShop.withCoupon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.platform.retention.OldRows;
import io.tillgate.simulator.till.Till;
import io.tillgate.tenancy.Tenant;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cashier does all day, over real MQTT, TLS, ISO 8583 and PostgreSQL; the ledger is proved after each. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class SellingAtTheTillIT {
    private OpenShop shop;
    private Lane lane;
    private Article article;

    @BeforeEach
    void a_till_and_an_article() {
        shop = OpenShop.ofThisRun();
        lane = shop.lane();
        article = shop.article(1000);
    }

    @AfterEach
    void the_ledger_is_proved() {
        shop.prove();
        lane.till().close();
    }

    @Test
    void a_card_sale_is_charged_once_however_often_it_is_sent() {
        ObjectNode sale = cardSale(basket(article, 3), lane);
        String id = Till.newId();

        JsonNode answer = approved(lane.ask(id, sale));
        List<JsonNode> repeats =
                Stream.generate(() -> lane.ask(id, sale)).limit(3).toList();

        assertThat(repeats).containsOnly(answer);
        assertThat(answer.get("approvedAmount").get("value").asLong()).isEqualTo(3000);
        assertThat(answer.get("authCode").asText()).isNotEmpty();
        assertThat(answer.get("receipt").toString()).contains("4111").doesNotContain("4111111111111111");
        assertThat(shop.host().count(lane, "SALE", "APPROVED")).isEqualTo(1);
        assertThat(shop.stock(article)).isEqualTo(97);
    }

    @Test
    void the_same_request_twice_at_once_gets_one_answer() {
        ObjectNode sale = cardSale(basket(article, 1), lane);
        String id = Till.newId();
        byte[] envelope = lane.till().envelope(id, sale);

        CompletableFuture<JsonNode> answer = lane.send(id, sale);
        lane.till().publish("auth", envelope);

        approved(answer.join());
        assertThat(lane.ask(id, sale)).isEqualTo(answer.join());
        assertThat(shop.host().count(lane, "SALE", "APPROVED")).isEqualTo(1);
        assertThat(shop.stock(article)).isEqualTo(99);
    }

    @Test
    void the_same_id_with_another_body_is_refused() {
        String id = Till.newId();
        approved(lane.ask(id, cashSale(basket(article, 1))));

        JsonNode answer = lane.ask(id, cashSale(basket(article, 2)));

        assertThat(answer.get("outcome").asText()).isEqualTo("error");
        assertThat(answer.get("reason").asText()).isEqualTo("ID_REUSED");
        assertThat(shop.stock(article)).isEqualTo(99);
    }

    @Test
    void cash_is_counted_and_no_host_is_asked() {
        long before = shop.balance("cash-in-stores");

        approved(lane.ask(cashSale(basket(article, 2))));

        assertThat(shop.balance("cash-in-stores")).isEqualTo(before + 2000);
        assertThat(shop.host().of(lane)).isEmpty();
        assertThat(shop.stock(article)).isEqualTo(98);
    }

    @Test
    void stock_falls_when_the_last_of_two_tenders_pays_the_basket() {
        String saleId = UUID.randomUUID().toString();
        ObjectNode cash = cashSale(basket(article, 2)).put("saleId", saleId);
        cash.set("amount", euro(500));
        cash.putObject("cash").put("tendered", 500);
        approved(lane.ask(cash));
        assertThat(shop.stock(article)).isEqualTo(100);

        ObjectNode card = cardSale(basket(article, 2), lane).put("saleId", saleId);
        card.set("amount", euro(1500));
        card.remove("basket");
        approved(lane.ask(card));

        assertThat(shop.stock(article)).isEqualTo(98);
        assertThat(shop.host().charged(lane)).isEqualTo(1500);
        JsonNode third = lane.ask(cashSale(basket(article, 2)).put("saleId", saleId));
        assertThat(third.get("reason").asText()).isEqualTo("SALE_CLOSED");
    }

    @Test
    void part_of_a_sale_is_refunded_with_the_goods_that_come_back() {
        String id = sold(cardSale(basket(article, 3), lane));
        ObjectNode refund = undo("refund", id);
        refund.set("amount", euro(1000));
        refund.putArray("returns").addObject().put("line", 0).put("quantity", "1");
        String refundId = Till.newId();

        JsonNode answer = approved(lane.ask(refundId, refund));

        assertThat(lane.ask(refundId, refund)).isEqualTo(answer);
        assertThat(shop.stock(article)).isEqualTo(98);
        assertThat(shop.host().charged(lane)).isEqualTo(2000);
        ObjectNode tooMuch = undo("refund", id);
        tooMuch.set("amount", euro(2001));
        assertThat(lane.ask(tooMuch).get("reason").asText()).isEqualTo("REFUND_EXCEEDS");
        approved(lane.ask(undo("refund", id)));
        assertThat(shop.host().charged(lane)).isZero();
    }

    @Test
    void a_void_brings_back_stock_and_coupon() {
        String coupon = shop.coupon();
        String id = sold(cardSale(withCoupon(basket(article, 2), coupon), lane));

        approved(lane.ask(undo("void", id)));

        assertThat(shop.stock(article)).isEqualTo(100);
        assertThat(shop.host().charged(lane)).isZero();
        assertThat(lane.ask(undo("void", id)).get("reason").asText()).isEqualTo("ORIGINAL_STATE");
        approved(lane.ask(cardSale(withCoupon(basket(article, 2), coupon), lane)));
    }

    @Test
    void a_refund_without_the_card_number_that_retention_erased_is_refused_and_moves_nothing() throws SQLException {
        String id = sold(cardSale(basket(article, 2), lane));
        try (OldRows rows = OldRows.of()) {
            rows.write(
                    Tenant.idOf("demo"),
                    UUID.fromString(id),
                    "now()",
                    "update payment set card_sealed = null where tenant_id = '{t}' and request_id = '{i}'");
        }

        assertThat(lane.ask(undo("refund", id)).get("reason").asText()).isEqualTo("ORIGINAL_STATE");

        assertThat(shop.host().charged(lane)).isEqualTo(2000);
    }

    @Test
    void a_reversal_said_twice_is_one_and_brings_back_stock_and_coupon() {
        String coupon = shop.coupon();
        String id = sold(cashSale(withCoupon(basket(article, 2), coupon)));

        approved(lane.advise(undo("reversal", id)));
        approved(lane.advise(undo("reversal", id)));

        assertThat(shop.stock(article)).isEqualTo(100);
        approved(lane.ask(cashSale(withCoupon(basket(article, 2), coupon))));
        assertThat(shop.stock(article)).isEqualTo(98);
    }

    @Test
    void a_reversal_before_its_sale_lets_the_sale_not_happen() {
        String id = Till.newId();

        approved(lane.advise(undo("reversal", id)));
        JsonNode late = lane.ask(id, cardSale(basket(article, 1), lane));

        assertThat(late.get("outcome").asText()).isEqualTo("declined");
        assertThat(late.get("reason").asText()).isEqualTo("ALREADY_REVERSED");
        assertThat(shop.host().of(lane)).isEmpty();
        assertThat(shop.stock(article)).isEqualTo(100);
    }

    @Test
    void a_refund_cannot_be_reversed() {
        String id = sold(cardSale(basket(article, 1), lane));
        String refund = Till.newId();
        approved(lane.ask(refund, undo("refund", id)));

        JsonNode answer = lane.advise(undo("reversal", refund));

        assertThat(answer.get("reason").asText()).isEqualTo("NOT_REVERSIBLE");
        assertThat(shop.host().charged(lane)).isZero();
    }

    @Test
    void a_test_reaches_the_host_and_moves_nothing() {
        JsonNode answer = approved(lane.ask(OpenShop.json().put("type", "test")));

        assertThat(answer.get("responseCode").asText()).isEqualTo("00");
        assertThat(shop.host().of(lane)).isEmpty();
    }

    @Test
    void two_tills_with_the_same_coupon_at_once_get_it_once() {
        String coupon = shop.coupon();
        Lane other = shop.lane();

        CompletableFuture<JsonNode> here = lane.send(Till.newId(), cashSale(withCoupon(basket(article, 1), coupon)));
        CompletableFuture<JsonNode> there =
                other.send(Till.newId(), cardSale(withCoupon(basket(article, 1), coupon), other));
        List<JsonNode> answers = List.of(here.join(), there.join());

        assertThat(answers)
                .extracting(answer -> answer.get("outcome").asText())
                .containsExactlyInAnyOrder("approved", "error");
        assertThat(answers)
                .filteredOn(answer -> answer.get("outcome").asText().equals("error"))
                .allSatisfy(answer -> assertThat(answer.get("reason").asText()).isEqualTo("COUPON_SPENT"));
        assertThat(shop.stock(article)).isEqualTo(99);
        other.till().close();
    }

    private String sold(ObjectNode sale) {
        String id = Till.newId();
        approved(lane.ask(id, sale));
        return id;
    }

    private static JsonNode approved(JsonNode answer) {
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
        return answer;
    }
}
