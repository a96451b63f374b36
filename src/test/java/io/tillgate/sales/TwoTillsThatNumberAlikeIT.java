package io.tillgate.sales;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.euro;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.simulator.till.Till;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request id is unique for its terminal only: what two tills send under the same one are two requests. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class TwoTillsThatNumberAlikeIT {
    private OpenShop shop;
    private Lane one;
    private Lane two;
    private Article article;

    @BeforeEach
    void two_tills_and_an_article() {
        shop = OpenShop.ofThisRun();
        one = shop.lane();
        two = shop.lane();
        article = shop.article(1000);
    }

    @AfterEach
    void the_ledger_is_proved() {
        shop.prove();
        one.till().close();
        two.till().close();
    }

    @Test
    void each_gets_its_own_sale_and_its_own_answer_again() {
        String id = Till.newId();
        ObjectNode first = cardSale(basket(article, 1), one);
        ObjectNode second = cardSale(basket(article, 2), two);

        JsonNode here = approved(one.ask(id, first));
        JsonNode there = approved(two.ask(id, second));

        assertThat(there.get("paymentId")).isNotEqualTo(here.get("paymentId"));
        assertThat(sale(there).get("id")).isNotEqualTo(sale(here).get("id"));
        assertThat(sale(here).get("id").asText()).isEqualTo(id);
        assertThat(one.ask(id, first)).isEqualTo(here);
        assertThat(two.ask(id, second)).isEqualTo(there);
        assertThat(shop.stock(article)).isEqualTo(97);
    }

    @Test
    void at_once_as_well() {
        String id = Till.newId();

        CompletableFuture<JsonNode> here = one.send(id, cashSale(basket(article, 1)));
        CompletableFuture<JsonNode> there = two.send(id, cashSale(basket(article, 2)));

        approved(here.join());
        approved(there.join());
        assertThat(shop.stock(article)).isEqualTo(97);
    }

    @Test
    void the_second_tender_finds_the_sale_of_its_own_till() {
        String id = Till.newId();
        approved(one.ask(id, cashSale(basket(article, 1))));
        ObjectNode half = cashSale(basket(article, 2));
        half.set("amount", euro(500));
        JsonNode first = approved(two.ask(id, half));

        ObjectNode rest = cashSale(basket(article, 2)).put("saleId", id);
        rest.set("amount", euro(1500));
        rest.remove("basket");
        JsonNode second = approved(two.ask(rest));

        assertThat(sale(second).get("id")).isEqualTo(sale(first).get("id"));
        assertThat(sale(second).get("state").asText()).isEqualTo("paid");
        assertThat(shop.stock(article)).isEqualTo(97);
    }

    @Test
    void a_till_that_names_its_own_sale_once_more_is_told_that_the_name_is_taken() {
        String named = UUID.randomUUID().toString();
        approved(one.ask(cashSale(basket(article, 1)).put("saleId", named)));

        JsonNode answer = one.ask(named, cashSale(basket(article, 1)));

        assertThat(answer.get("reason").asText()).isEqualTo("SALE_ID_TAKEN");
    }

    @Test
    void both_give_back_part_of_one_payment_under_the_same_id() {
        String payment =
                approved(one.ask(cashSale(basket(article, 1)))).get("paymentId").asText();
        String id = Till.newId();

        List<JsonNode> refunds = Stream.of(one, two)
                .map(lane -> approved(lane.ask(id, refund(payment, 300))))
                .toList();

        assertThat(refunds.get(0).get("paymentId")).isNotEqualTo(refunds.get(1).get("paymentId"));
        assertThat(two.ask(id, refund(payment, 300))).isEqualTo(refunds.get(1));
        assertThat(sale(refunds.get(1)).at("/figures/refunded/value").asLong()).isEqualTo(600);
    }

    private static ObjectNode refund(String payment, long cents) {
        ObjectNode refund = OpenShop.json().put("type", "refund").put("reasonCode", "TEST");
        refund.set("amount", euro(cents));
        refund.putObject("original").put("paymentId", payment);
        return refund;
    }

    private JsonNode sale(JsonNode answer) {
        String payment = answer.get("paymentId").asText();
        String sale =
                shop.asOwner("/api/v1/payments/" + payment).at("/payment/sale").asText();
        return shop.asOwner("/api/v1/sales/" + sale);
    }

    private static JsonNode approved(JsonNode answer) {
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
        return answer;
    }
}
