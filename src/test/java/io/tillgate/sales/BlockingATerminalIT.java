package io.tillgate.sales;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.simulator.till.Till;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service itself refuses a blocked terminal, whether or not the terminal obeys. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class BlockingATerminalIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private OpenShop shop;
    private Lane lane;
    private Article article;

    @BeforeEach
    void a_till_that_sells() {
        shop = OpenShop.ofThisRun();
        lane = shop.lane();
        article = shop.article(1000);
    }

    @AfterEach
    void leave() {
        lane.till().close();
        shop.prove();
    }

    @Test
    void nothing_new_is_taken_and_what_happened_already_is() {
        String sold = Till.newId();
        ObjectNode sale = cashSale(basket(article, 1));
        JsonNode approved = lane.ask(sold, sale);
        String other = Till.newId();
        lane.ask(other, cashSale(basket(article, 1)));

        command(false, "block");
        awaitRefused(true);

        assertThat(status()).isEqualTo("BLOCKED");
        assertThat(reason(lane.ask(cashSale(basket(article, 1))))).isEqualTo("TERMINAL_BLOCKED");
        assertThat(reason(lane.ask(undo("refund", sold)))).isEqualTo("TERMINAL_BLOCKED");
        assertThat(reason(lane.ask(undo("void", sold)))).isEqualTo("TERMINAL_BLOCKED");
        assertThat(lane.ask(sold, sale)).isEqualTo(approved);
        assertThat(outcome(lane.ask(OpenShop.json().put("type", "test")))).isEqualTo("approved");
        assertThat(outcome(lane.advise(undo("reversal", other)))).isEqualTo("approved");
        assertThat(lane.advise(stored()).at("/items/0/body/outcome").asText()).isEqualTo("approved");
        assertThat(shop.stock(article)).isEqualTo(98);
    }

    @Test
    void unblocking_restores_it_and_a_block_holds_over_a_reconnection() {
        command(false, "block");
        awaitRefused(true);
        lane.till().close();
        lane.reconnect();
        assertThat(reason(lane.ask(cashSale(basket(article, 1))))).isEqualTo("TERMINAL_BLOCKED");

        command(false, "unblock");
        awaitRefused(false);

        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(outcome(lane.ask(cashSale(basket(article, 1))))).isEqualTo("approved");
    }

    @Test
    void what_the_acquirer_blocked_the_merchant_cannot_unblock() {
        command(true, "block");
        awaitRefused(true);

        assertThat(shop.statusAsOwner(commands(), OpenShop.json().put("kind", "unblock")))
                .isEqualTo(403);
        command(false, "block");
        assertThat(shop.statusAsOwner(commands(), OpenShop.json().put("kind", "unblock")))
                .isEqualTo(403);

        command(true, "unblock");
        awaitRefused(false);
    }

    private void command(boolean acquirer, String kind) {
        ObjectNode body = OpenShop.json().put("kind", kind);
        if (acquirer) {
            shop.postAsAdmin(commands(), body);
        } else {
            shop.postAsOwner(commands(), body);
        }
    }

    /** A sale of nothing that exists: refused one way or the other, and nothing moves. */
    private void awaitRefused(boolean blocked) {
        await().atMost(SOON)
                .until(() -> reason(lane.ask(cashSale(basket(new Article("no-such-thing", 100), 1))))
                                .equals("TERMINAL_BLOCKED")
                        == blocked);
    }

    private ObjectNode stored() {
        ObjectNode batch = OpenShop.json().put("type", "stored-sales");
        batch.putArray("items")
                .addObject()
                .put("id", Till.newId())
                .put("ts", Instant.now().minusSeconds(60).toString())
                .set("body", cashSale(basket(article, 1)));
        return batch;
    }

    private String status() {
        return shop.asOwner("/api/v1/terminals/" + lane.till().id())
                .get("status")
                .asText();
    }

    private String commands() {
        return "/api/v1/terminals/" + lane.till().id() + "/commands";
    }

    private static String reason(JsonNode answer) {
        return answer.path("reason").asText();
    }

    private static String outcome(JsonNode answer) {
        return answer.path("outcome").asText();
    }
}
