package io.tillgate.sales;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's refund and its audit record are one commit: one refund, one record; no refund, no record. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class RefundedByAPersonIT {
    private OpenShop shop;
    private Lane lane;

    @BeforeEach
    void a_till() {
        shop = OpenShop.ofThisRun();
        lane = shop.lane();
    }

    @AfterEach
    void the_ledger_is_proved() {
        shop.prove();
        lane.till().close();
    }

    @Test
    void a_card_refund_leaves_one_record_however_often_the_button_is_pressed() {
        String payment = sold(cardSale(basket(shop.article(1000), 3), lane));
        String key = UUID.randomUUID().toString();

        assertThat(shop.refund(payment, key, 1200)).isEqualTo(200);
        assertThat(shop.refund(payment, key, 1200)).isEqualTo(200);

        List<JsonNode> records = records(payment);
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().get("action").asText()).isEqualTo("payment.refund");
        assertThat(records.getFirst().get("after").get("amount").asLong()).isEqualTo(1200);
        String request = records.getFirst().get("after").get("request").asText();
        JsonNode refunds = shop.asOwner("/api/v1/payments?request=" + request).get("items");
        assertThat(refunds).as("the record names the payment it led to").hasSize(1);
        assertThat(refunds.get(0).get("kind").asText()).isEqualToIgnoringCase("refund");
    }

    @Test
    void of_two_refunds_that_both_want_everything_one_is_made_and_recorded() throws Exception {
        String payment = sold(cashSale(basket(shop.article(1000), 1)));
        Callable<Integer> everything =
                () -> shop.refund(payment, UUID.randomUUID().toString(), 1000);

        List<Integer> statuses;
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            statuses = people.invokeAll(List.of(everything, everything)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(records(payment)).hasSize(1);
    }

    @Test
    void a_refund_that_is_refused_leaves_no_record() {
        String payment = sold(cashSale(basket(shop.article(1000), 1)));

        assertThat(shop.refund(payment, UUID.randomUUID().toString(), 1001)).isEqualTo(409);

        assertThat(records(payment)).isEmpty();
    }

    private String sold(ObjectNode sale) {
        JsonNode answer = lane.ask(sale);
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
        return answer.get("paymentId").asText();
    }

    private List<JsonNode> records(String payment) {
        return shop.asOwner("/api/v1/audit?type=payment&id=" + payment)
                .get("items")
                .valueStream()
                .toList();
    }
}
