package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api.Answer;
import io.tillgate.launcher.demo.Api.Who;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Steps 10 and 11: from the cut-off to the money in the merchant's bank, explained to the cent. */
final class Settling {
    private static final Duration BANK = Duration.ofSeconds(30);
    private static final String SETTLEMENTS = "/api/v1/settlements";

    private final Cast cast;
    private String run = "";
    private long amount;
    private long mark;

    Settling(Cast cast) {
        this.cast = cast;
    }

    void tell(Narrator narrator) {
        narrator.step("The day is cut off; what is sealed becomes the merchant's payout", this::cutOff);
        narrator.step("The card host pays for the day and keeps its cost", this::fund);
        narrator.step("Two people release the payout; one alone cannot", this::release);
        narrator.step("The bank fetches the payment file, accepts it, and books it", this::book);
        narrator.step("No open item is left; every control account is its items", this::prove);
        narrator.step("The merchant follows the payout down to each sale, and has its statement", this::explain);
        narrator.step("The day is on the merchant's dashboard, equal to what was sold", this::figures);
    }

    private String cutOff() {
        JsonNode credentials = cast.operator.post(
                "/api/v1/tenants/" + Beginning.TENANT + "/bank-client", Shop.JSON.createObjectNode());
        cast.bank()
                .serve(
                        Beginning.TENANT,
                        new Who(
                                Beginning.TENANT,
                                credentials.get("clientId").asText(),
                                credentials.get("clientSecret").asText()));
        String key = key();
        JsonNode cut = cast.finance.postOnce(SETTLEMENTS, Shop.JSON.createObjectNode(), key);
        JsonNode again = cast.finance.postOnce(SETTLEMENTS, Shop.JSON.createObjectNode(), key);
        run = cut.get("id").asText();
        StoryBroken.unless(again.get("id").asText().equals(run), "the same key cut off twice: " + again);
        JsonNode payout = Patience.until("the payout", BANK, () -> own().filter(JsonNode::isObject));
        cast.payout = payout.get("id").asText();
        amount = payout.get("amount").get("value").asLong();
        return "payout of " + Shop.shown(amount) + " drafted in cycle "
                + cut.get("cycle").asInt() + " of " + cut.get("businessDate").asText();
    }

    private Optional<JsonNode> own() {
        JsonNode items = cast.owner.get("/api/v1/payouts?settlement=" + run).get("items");
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
    }

    private String fund() {
        mark = cast.bank().mark();
        long paid = cast.bank().moneyFor(Beginning.TENANT).pay(fundings(), null);
        StoryBroken.unless(paid > 0, "nothing is expected from the card host");
        Patience.until("the host's money in the book", BANK, () -> {
            for (JsonNode funding : fundings()) {
                if (!funding.get("state").asText().equals("received")) {
                    return Optional.empty();
                }
            }
            return Optional.of(true);
        });
        return Shop.shown(paid) + " arrived by camt.054 and is matched; the rest is the host's cost";
    }

    private JsonNode fundings() {
        return cast.finance.get(SETTLEMENTS + "/" + run + "/funding").get("items");
    }

    private String release() {
        ObjectNode selection = Shop.JSON.createObjectNode().put("run", run);
        cast.finance.postOnce("/api/v1/payouts/sign", selection, key());
        Answer alone = cast.finance.tryPost("/api/v1/payouts/release", selection, Map.of("Idempotency-Key", key()));
        StoryBroken.unless(
                alone.text().contains("NEEDS_ANOTHER_PERSON"), "one person alone released it: " + alone.text());
        JsonNode released = cast.secondFinance.postOnce("/api/v1/payouts/release", selection, key());
        cast.paymentFile = released.get("files").get(0).get("messageId").asText();
        return "the first person's second signature: "
                + alone.json().get("code").asText() + "; file " + cast.paymentFile + " is ready";
    }

    private String book() {
        Patience.until(
                "the bank to book the payout",
                BANK,
                () -> own().filter(payout -> payout.get("state").asText().equals("booked")));
        long fetched = cast.bank().count(mark, Beginning.TENANT, "fetched");
        long reports = cast.bank().count(mark, Beginning.TENANT, "pain.002");
        long bookings = cast.bank().count(mark, Beginning.TENANT, "camt.054");
        StoryBroken.unless(
                fetched == 1 && reports >= 1 && bookings >= 2,
                "the bank's log says fetched " + fetched + ", pain.002 " + reports + ", camt.054 " + bookings);
        return "the bank's log agrees: fetched once, pain.002, then camt.054";
    }

    private String prove() {
        JsonNode proof = cast.finance.get("/api/v1/ledger/proof");
        StoryBroken.unless(proof.get("balanced").asBoolean(), "the ledger's proof fails: " + proof);
        JsonNode next = cast.owner.get("/api/v1/payouts/next").get("items").get(0);
        long left = next.get("balance").get("value").asLong()
                + next.get("underWay").get("value").asLong();
        StoryBroken.unless(left == 0, "the merchant is still owed " + left + ": " + next);
        int breaks =
                cast.finance.get("/api/v1/bank-breaks?state=open").get("items").size();
        return "balanced; the merchant is owed nothing; " + breaks + " items for a person";
    }

    private String explain() {
        JsonNode detail = cast.owner.get("/api/v1/payouts/" + cast.payout);
        StoryBroken.unless(
                detail.get("payout").get("amount").get("value").asLong() == amount, "the amount changed: " + detail);
        long sum = 0;
        int lines = 0;
        boolean first = false;
        for (JsonNode item : cast.owner
                .get("/api/v1/payouts/" + cast.payout + "/items?limit=200")
                .get("items")) {
            sum += item.get("net").get("value").asLong();
            lines++;
            first |= item.path("payment").path("id").asText().equals(cast.firstPayment);
        }
        StoryBroken.unless(first, "the first sale is not among the payout's items");
        StoryBroken.unless(sum == amount, "the items come to " + sum + ", the payout is " + amount);
        String statement = "/api/v1/payouts/" + cast.payout + "/statement";
        byte[] pdf = cast.owner.download(statement + "?format=pdf&lang=zh", "application/pdf");
        StoryBroken.unless(new String(pdf, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-"), "the statement is no PDF");
        String csv = new String(cast.owner.download(statement + "?format=csv", "text/csv"), StandardCharsets.UTF_8);
        StoryBroken.unless(csv.lines().count() > lines, "the CSV has fewer lines than the payout: " + csv);
        return lines + " items come to " + Shop.shown(amount) + "; PDF of " + pdf.length / 1024 + " KB and CSV fetched";
    }

    private String figures() {
        JsonNode account = cast.owner.get("/api/v1/payouts/" + cast.payout).get("settlement");
        long sold = Patience.until("the day's figures", BANK, () -> {
            JsonNode card = cast.owner.get("/api/v1/analytics/summary").at("/now/card");
            long net = card.at("/gross/value").asLong()
                    - card.at("/refunded/value").asLong()
                    - card.at("/fees/value").asLong();
            return Optional.of(net).filter(value -> value == amount);
        });
        return "takings by card less refunds and fees: " + Shop.shown(sold) + ", what was paid out ("
                + account.get("items").asInt() + " entries)";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
