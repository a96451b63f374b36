package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Shop.Line;
import io.tillgate.simulator.till.TestCard;
import io.tillgate.simulator.till.Till;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Steps 6 to 8: sales that work, lose answers, and are refused. */
final class Selling {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Cast cast;

    Selling(Cast cast) {
        this.cast = cast;
    }

    void tell(Narrator narrator) {
        narrator.step("It sells a basket with a coupon by chip card and PIN", this::sell);
        narrator.step("The coupon cannot be used twice", this::couponTwice);
        narrator.step("A sale loses the host's answer: not taken, and reversed by itself", this::hostSilent);
        narrator.step("A sale loses its own answer: the repeat gets the approval", this::answerLost);
        narrator.step("A sale is refused by a rule; only the analyst learns why", this::refusedByRule);
        narrator.step("The issuer declines a card", this::declined);
        narrator.step("A sale is paid in cash", this::cash);
    }

    private List<Line> lines() {
        return List.of(
                new Line(Shop.ARTICLES.get(0), 6, Shop.ARTICLES.get(0).price()),
                new Line(Shop.ARTICLES.get(1), 2, Shop.ARTICLES.get(1).price()),
                new Line(Shop.ARTICLES.get(4), 1, Shop.ARTICLES.get(4).price()));
    }

    private ObjectNode withCoupon() {
        // ten per cent of 6 x 2.55, half up
        long off = (lines().getFirst().total() * 10 + 50) / 100;
        return Shop.withCoupon(Shop.basket(lines()), "WELCOME-" + cast.run.toUpperCase(Locale.ROOT), off);
    }

    private String sell() {
        long stockBefore = stock(Shop.ARTICLES.get(0).sku());
        ObjectNode sale = Shop.cardSale(withCoupon(), TestCard.VISA, cast.keys);
        JsonNode answer = cast.till.ask("auth", Shop.withPin(sale, TestCard.VISA, TestCard.PIN, cast.keys));
        approved(answer);
        cast.firstPayment = answer.get("paymentId").asText();
        cast.takings += answer.get("approvedAmount").get("value").asLong();
        StoryBroken.unless(
                answer.hasNonNull("authCode") && answer.hasNonNull("receipt"), "no auth code or receipt: " + answer);
        StoryBroken.unless(
                cast.host.count(cast.terminalNumber, "SALE", "APPROVED") == 1, "the host's book has no approved sale");
        StoryBroken.unless(
                cast.host.of(cast.terminalNumber).getFirst().get("pin").asText().equals("RIGHT"),
                "the host did not verify the PIN");
        proveLedger();
        long stockAfter = stock(Shop.ARTICLES.get(0).sku());
        StoryBroken.unless(stockBefore - stockAfter == 6, "stock went from " + stockBefore + " to " + stockAfter);
        return "authorised " + answer.get("authCode").asText()
                + ", PIN verified, in the host's book and the ledger, stock fell by 6";
    }

    private String couponTwice() {
        JsonNode answer = cast.till.ask("auth", Shop.cardSale(withCoupon(), TestCard.MASTERCARD, cast.keys));
        StoryBroken.unless(!Shop.outcome(answer).equals("approved"), "a spent coupon was taken: " + answer);
        StoryBroken.unless(cast.host.count(cast.terminalNumber, "SALE", "APPROVED") == 1, "the host was asked");
        return "answered " + Shop.outcome(answer) + " " + answer.path("reason").asText() + "; the host was not asked";
    }

    private String hostSilent() {
        cast.host.misbehave("drop", "0200", cast.terminalNumber);
        JsonNode answer = cast.till.ask("auth", Shop.cardSale(Shop.basket(lines()), TestCard.VISA, cast.keys));
        StoryBroken.unless(
                Shop.outcome(answer).equals("declined")
                        && answer.path("reason").asText().equals("NO_HOST_ANSWER"),
                "a silent host was answered as " + answer);
        Patience.until(
                "the host to have the reversal",
                SOON,
                () -> cast.host.count(cast.terminalNumber, "SALE", "REVERSED") == 1
                        ? Optional.of(true)
                        : Optional.empty());
        proveLedger();
        return "declined NO_HOST_ANSWER; the host's book says reversed; ledger proved";
    }

    private String answerLost() {
        ObjectNode body = Shop.cardSale(Shop.basket(lines()), TestCard.MASTERCARD, cast.keys);
        String id = Till.newId();
        long before = cast.host.count(cast.terminalNumber, "SALE", "APPROVED");
        cast.till.publish("auth", cast.till.envelope(id, body));
        cast.till.close();
        cast.till = Till.connect(cast.enrolled, cast.service, cast.running.mqttHost(), cast.running.mqttPort());
        JsonNode answer = cast.till.ask("auth", id, body);
        approved(answer);
        cast.takings += answer.get("approvedAmount").get("value").asLong();
        JsonNode again = cast.till.ask("auth", id, body);
        StoryBroken.unless(again.equals(answer), "the same request got another answer: " + again);
        long charged = cast.host.count(cast.terminalNumber, "SALE", "APPROVED") - before;
        StoryBroken.unless(charged == 1, "the host charged " + charged + " times");
        return "approved " + answer.get("authCode").asText() + " on the repeat; the host charged once";
    }

    private String refusedByRule() {
        ObjectNode basket = Shop.basket(
                List.of(new Line(Shop.ARTICLES.get(4), 700, Shop.ARTICLES.get(4).price())));
        JsonNode answer = cast.till.ask("auth", Shop.cardSale(basket, TestCard.VISA, cast.keys));
        StoryBroken.unless(Shop.outcome(answer).equals("declined"), "the rule did not refuse: " + answer);
        StoryBroken.unless(!answer.toString().contains("large-sale"), "the till was told the rule");
        String payment = answer.get("paymentId").asText();
        String decision = cast.analyst.get("/api/v1/risk/decisions/" + payment).toString();
        StoryBroken.unless(decision.contains("large-sale"), "the analyst does not see the rule: " + decision);
        return "the till says " + answer.path("reason").asText() + ", the analyst sees rule large-sale";
    }

    private String declined() {
        // the simulated issuer answers 51 to amounts that end in 99.51
        ObjectNode basket = Shop.basket(
                List.of(new Line(Shop.ARTICLES.get(0), 1, Shop.ARTICLES.get(0).price())));
        cast.host.misbehave("decline", "0200", cast.terminalNumber);
        JsonNode answer = cast.till.ask("auth", Shop.cardSale(basket, TestCard.MASTERCARD, cast.keys));
        StoryBroken.unless(Shop.outcome(answer).equals("declined"), "the decline came as " + answer);
        proveLedger();
        return "response code " + answer.path("responseCode").asText() + "; ledger unchanged and proved";
    }

    private String cash() {
        JsonNode answer = cast.till.ask("auth", Shop.cashSale(Shop.basket(lines())));
        approved(answer);
        proveLedger();
        JsonNode sales = cast.owner.get("/api/v1/sales?limit=50");
        return "approved; the owner sees " + sales.get("items").size() + " sales";
    }

    private long stock(String sku) {
        JsonNode balances = cast.owner.get("/api/v1/stock?store=" + cast.storeId + "&limit=200");
        for (JsonNode balance : balances.get("items")) {
            if (balance.get("sku").asText().equals(sku)) {
                return Math.round(Double.parseDouble(balance.get("quantity").asText()));
            }
        }
        throw new StoryBroken("no stock of " + sku + ": " + balances);
    }

    private void proveLedger() {
        JsonNode proof = cast.finance.get("/api/v1/ledger/proof");
        StoryBroken.unless(proof.toString().contains("\"balanced\":true"), "the ledger's proof fails: " + proof);
    }

    private static void approved(JsonNode answer) {
        StoryBroken.unless(Shop.outcome(answer).equals("approved"), "not approved: " + answer);
    }
}
