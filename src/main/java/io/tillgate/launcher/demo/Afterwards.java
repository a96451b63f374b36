package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api.Answer;
import io.tillgate.launcher.demo.Shop.Line;
import io.tillgate.simulator.till.DeviceKey;
import io.tillgate.simulator.till.Enrolment;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import io.tillgate.simulator.till.TestCard;
import io.tillgate.simulator.till.Till;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Step 9: a new price, a void, a refund, a reversal, and a new certificate. */
final class Afterwards {
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private final Cast cast;

    Afterwards(Cast cast) {
        this.cast = cast;
    }

    void tell(Narrator narrator) {
        narrator.step("The owner changes a price; the till has it and says so", this::changePrice);
        narrator.step("A sale at the new price is voided at the till", this::voidAtTill);
        narrator.step("The owner refunds part of the first sale; more than is left is refused", this::refund);
        narrator.step("The terminal reverses a sale that its printer could not finish", this::reverse);
        narrator.step("The terminal renews its certificate and comes back with the new one", this::renew);
    }

    private String changePrice() {
        new Beginning(cast).setPrice(Shop.ARTICLES.get(1).sku(), 399);
        JsonNode delta = cast.till.waitFor(
                "delta/prices",
                body -> body.toString().contains(Shop.ARTICLES.get(1).sku()),
                SECONDS);
        long version = delta.has("to")
                ? delta.get("to").asLong()
                : delta.path("version").asLong();
        ObjectNode state = Shop.JSON.createObjectNode();
        state.putObject("documents").put("prices", version);
        cast.till.tell("state", state);
        Patience.until("the acknowledgement to show", SECONDS, () -> {
            JsonNode terminal = cast.owner.get("/api/v1/terminals/" + cast.terminalId);
            return terminal.toString().contains("\"prices\":" + version) || held(terminal, version)
                    ? Optional.of(true)
                    : Optional.empty();
        });
        return "prices version " + version + " is pushed, and acknowledged in the owner's view of the till";
    }

    private static boolean held(JsonNode terminal, long version) {
        for (JsonNode document : terminal.path("documents")) {
            if (document.path("kind").asText().equals("prices")
                    && document.path("held").asLong() == version) {
                return true;
            }
        }
        return false;
    }

    private String voidAtTill() {
        ObjectNode basket = Shop.basket(List.of(new Line(Shop.ARTICLES.get(1), 1, 399)));
        JsonNode sale = cast.till.ask("auth", Shop.cardSale(basket, TestCard.VISA, cast.keys));
        StoryBroken.unless(Shop.outcome(sale).equals("approved"), "the new price was refused: " + sale);
        ObjectNode undo = Shop.JSON.createObjectNode().put("type", "void").put("reasonCode", "CASHIER_MISTAKE");
        undo.putObject("original").put("paymentId", sale.get("paymentId").asText());
        JsonNode answer = cast.till.ask("auth", undo);
        StoryBroken.unless(Shop.outcome(answer).equals("approved"), "the void was refused: " + answer);
        StoryBroken.unless(cast.host.count(cast.terminalNumber, "SALE", "VOIDED") == 1, "the host's book has no void");
        return "sold at 3.99 and voided; the host's book agrees";
    }

    private String refund() {
        String path = "/api/v1/payments/" + cast.firstPayment + "/refunds";
        ObjectNode body = Shop.JSON.createObjectNode().put("reasonCode", "CUSTOMER_RETURN");
        body.set("amount", Shop.euro(500));
        String key = UUID.randomUUID().toString();
        JsonNode refunded = cast.owner.postOnce(path, body, key);
        StoryBroken.unless(refunded.toString().contains("approved"), "the refund answered " + refunded);
        JsonNode again = cast.owner.postOnce(path, body, key);
        StoryBroken.unless(again.equals(refunded), "the same key answered differently: " + again);
        StoryBroken.unless(cast.host.count(cast.terminalNumber, "REFUND", "APPROVED") <= 1, "the host refunded twice");
        ObjectNode tooMuch = body.deepCopy();
        tooMuch.set("amount", Shop.euro(cast.takings));
        Answer refused = tryRefund(path, tooMuch);
        StoryBroken.unless(refused.status() == 409, "a refund above what is left answered " + refused.status());
        proveLedger();
        return "5.00 given back once; above what is left: "
                + refused.json().get("code").asText() + "; ledger proved";
    }

    private Answer tryRefund(String path, ObjectNode body) {
        return cast.owner.tryPost(
                path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private String reverse() {
        ObjectNode basket = Shop.basket(
                List.of(new Line(Shop.ARTICLES.get(2), 1, Shop.ARTICLES.get(2).price())));
        String id = Till.newId();
        JsonNode sale = cast.till.ask("auth", id, Shop.cardSale(basket, TestCard.MASTERCARD, cast.keys));
        StoryBroken.unless(Shop.outcome(sale).equals("approved"), "the sale was refused: " + sale);
        long before = cast.host.count(cast.terminalNumber, "SALE", "REVERSED");
        ObjectNode undo = Shop.JSON.createObjectNode().put("type", "reversal").put("reasonCode", "NOT_PRINTED");
        undo.putObject("original").put("requestId", id);
        JsonNode answer = cast.till.ask("adv", undo);
        StoryBroken.unless(Shop.outcome(answer).equals("approved"), "the reversal was refused: " + answer);
        Patience.until(
                "the host to have the reversal",
                SECONDS,
                () -> cast.host.count(cast.terminalNumber, "SALE", "REVERSED") > before
                        ? Optional.of(true)
                        : Optional.empty());
        proveLedger();
        return "accepted, and the host's book says reversed; ledger proved";
    }

    private String renew() {
        Enrolment est = new Enrolment(cast.running.device(), "demo", cast.service);
        Enrolled renewed = est.renew(cast.enrolled, DeviceKey.generate());
        StoryBroken.unless(
                renewed.terminalId().equals(cast.enrolled.terminalId()), "the new certificate names another");
        cast.till.close();
        cast.enrolled = renewed;
        cast.till = Till.connect(renewed, cast.service, cast.running.mqttHost(), cast.running.mqttPort());
        JsonNode test = cast.till.ask("auth", Shop.JSON.createObjectNode().put("type", "test"));
        StoryBroken.unless(Shop.outcome(test).equals("approved"), "the test with the new certificate answered " + test);
        return "the same terminal, a new key, a test approved";
    }

    private void proveLedger() {
        JsonNode proof = cast.finance.get("/api/v1/ledger/proof");
        StoryBroken.unless(proof.toString().contains("\"balanced\":true"), "the ledger's proof fails: " + proof);
    }
}
