package io.tillgate.sales;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.simulator.till.Till;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a till sold without a line comes later, and is dated when it was sold; and what lists of sales add up to. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class StoringSalesIT {
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
    void a_stored_sale_keeps_the_time_that_it_was_made_at() {
        Instant madeAt = Instant.now().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.MILLIS);
        String id = Till.newId();

        JsonNode answer = stored(id, madeAt).at("/body");

        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
        JsonNode sale = shop.asOwner("/api/v1/sales/" + id);
        assertThat(Instant.parse(sale.get("createdAt").asText())).isEqualTo(madeAt);
        assertThat(sale.get("businessDate").asText()).isLessThan(today());
        assertThat(OffsetDateTime.parse(answer.at("/receipt/date").asText()).toInstant())
                .isBetween(madeAt.minusSeconds(60), madeAt.plusSeconds(1));
        assertThat(stored(id, madeAt).at("/body")).isEqualTo(answer);
    }

    @Test
    void a_time_to_come_or_too_long_ago_is_refused_for_that_sale_alone() {
        ObjectNode batch = OpenShop.json().put("type", "stored-sales");
        ArrayNode items = batch.putArray("items");
        add(items, Till.newId(), Instant.parse("2099-01-01T00:00:00Z"));
        add(items, Till.newId(), Instant.now().minus(Duration.ofDays(8)));
        add(items, Till.newId(), Instant.now().minusSeconds(60));

        JsonNode answers = lane.advise(batch).get("items");

        assertThat(answers.at("/0/body/reason").asText()).isEqualTo("SALE_IN_FUTURE");
        assertThat(answers.at("/1/body/reason").asText()).isEqualTo("SALE_TOO_OLD");
        assertThat(answers.at("/2/body/outcome").asText()).isEqualTo("approved");
        assertThat(shop.stock(article)).isEqualTo(99);
    }

    @Test
    void totals_count_what_was_paid_and_the_receipt_is_that_of_the_sale() {
        String reversed = Till.newId();
        lane.ask(reversed, cashSale(basket(article, 2)));
        lane.advise(undo("reversal", reversed));
        String kept = Till.newId();
        lane.ask(kept, cashSale(basket(article, 3)));
        ObjectNode refund = undo("refund", kept);
        refund.set("amount", OpenShop.euro(400));
        lane.ask(refund);

        JsonNode totals =
                shop.asOwner("/api/v1/sales/totals?terminalId=" + lane.till().id());

        assertThat(totals).hasSize(1);
        assertThat(totals.at("/0/sales").asInt()).isEqualTo(1);
        assertThat(totals.at("/0/sold/value").asLong()).isEqualTo(3000);
        assertThat(totals.at("/0/paid/value").asLong()).isEqualTo(3000);
        assertThat(totals.at("/0/refunded/value").asLong()).isEqualTo(400);
        assertThat(totals.at("/0/net/value").asLong()).isEqualTo(2600);
        JsonNode receipt = shop.asOwner("/api/v1/sales/" + kept + "/receipt");
        assertThat(receipt.get("kind").asText()).isEqualTo("sale");
    }

    private JsonNode stored(String id, Instant madeAt) {
        ObjectNode batch = OpenShop.json().put("type", "stored-sales");
        add(batch.putArray("items"), id, madeAt);
        return lane.advise(batch).at("/items/0");
    }

    private void add(ArrayNode items, String id, Instant madeAt) {
        items.addObject().put("id", id).put("ts", madeAt.toString()).set("body", cashSale(basket(article, 1)));
    }

    private String today() {
        String id = Till.newId();
        lane.ask(id, cashSale(basket(article, 1)));
        return shop.asOwner("/api/v1/sales/" + id).get("businessDate").asText();
    }
}
