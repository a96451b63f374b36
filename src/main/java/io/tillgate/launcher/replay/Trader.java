package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api;
import io.tillgate.launcher.demo.Patience;
import io.tillgate.launcher.demo.StoryBroken;
import io.tillgate.launcher.replay.Retail.Article;
import io.tillgate.simulator.till.DeliveredKey;
import io.tillgate.simulator.till.Enrolment.Activation;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import io.tillgate.simulator.till.Till;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A merchant who opens a shop: stores, goods, prices, stock, a promotion, a coupon, a team, tills on line. */
final class Trader implements AutoCloseable {
    private static final int TILLS_IN_THE_FIRST_STORE = 2;
    private static final int KEY_COUNTS_AN_ATTEMPT = 4096;
    private static final int PIECES = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stand stand;
    private final Town town;
    private final Town.Shop shop;
    private final Api owner;
    private final Bargain bargain;
    private final List<Counter> counters = new ArrayList<>();

    /** Whose shop it is, and what it offers. */
    record Concern(Town.Shop shop, Api owner, Bargain bargain) {}

    Trader(Stand stand, Town town, Concern concern) {
        this.stand = stand;
        this.town = town;
        this.shop = concern.shop();
        this.owner = concern.owner();
        this.bargain = concern.bargain();
    }

    Counter counter(int till) {
        return counters.get(till % counters.size());
    }

    /** Does what is missing; safe to repeat. */
    void open(Retail retail, Instant opening) {
        JsonNode account = Patience.until("the merchant in the owner's token", Duration.ofSeconds(15), this::account);
        List<String> stores = stores();
        List<Article> articles = retail.articles().values().stream()
                .filter(article -> article.aisle().equals(shop.aisle()))
                .toList();
        if (items("/api/v1/products?limit=1").isEmpty()) {
            sell(articles);
        }
        stores.forEach(store -> fill(store, articles, opening));
        if (items("/api/v1/coupons?limit=1").isEmpty()) {
            owner.post("/api/v1/coupons", coupon(opening));
            owner.post("/api/v1/promotions", promotion());
        }
        Applying.letIn(owner, stand.own(town.slug(), "manager." + shop.aisle()), "merchant-manager");
        openTills(account, stores);
    }

    private Optional<JsonNode> account() {
        owner.signIn();
        JsonNode merchant = owner.get("/api/v1/me").get("merchant");
        if (merchant == null || merchant.isNull()) {
            return Optional.empty();
        }
        JsonNode accounts = items("/api/v1/merchants/"
                + items("/api/v1/merchants").get(0).get("id").asText() + "/accounts");
        return accounts.isEmpty() ? Optional.empty() : Optional.of(accounts.get(0));
    }

    private List<String> stores() {
        List<String> stores = new ArrayList<>();
        items("/api/v1/stores").forEach(store -> stores.add(store.get("id").asText()));
        if (stores.size() == 1 && shop.branch().exists()) {
            stores.add(owner.post("/api/v1/stores", branch()).get("id").asText());
        }
        return stores;
    }

    private ObjectNode branch() {
        Town.Branch branch = shop.branch();
        ObjectNode store = JSON.createObjectNode();
        store.putObject("name").put("en", branch.en()).put("zh", branch.zh());
        store.putObject("address")
                .put("line1", branch.line1())
                .put("city", branch.city())
                .put("postalCode", branch.postalCode())
                .put("country", town.chinese() ? "CN" : "FR");
        return store.put("timeZone", town.chinese() ? "Asia/Shanghai" : "Europe/Paris");
    }

    private void sell(List<Article> articles) {
        StringBuilder csv = new StringBuilder("sku,nameEn,nameZh,unit,taxRate,category,price,currency\n");
        articles.forEach(article -> csv.append(String.join(
                        ",",
                        article.code(),
                        article.en(),
                        article.zh(),
                        "piece",
                        town.taxRate(),
                        article.aisle(),
                        BigDecimal.valueOf(article.price(), 2).toPlainString(),
                        town.money().code()))
                .append('\n'));
        Api.Answer answer = owner.send(
                "POST", "/api/v1/products/import", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        StoryBroken.unless(answer.status() == 200, "the products were refused: " + answer.text());
    }

    /** The same paper under the same id is booked once. */
    private void fill(String store, List<Article> articles, Instant opening) {
        ObjectNode receipt = JSON.createObjectNode()
                .put("id", Chance.id(opening, town.slug(), store, "delivery").toString())
                .put("store", store)
                .put("reason", "receipt")
                .put("note", town.chinese() ? "开业进货" : "Opening delivery");
        var lines = receipt.putArray("lines");
        articles.forEach(article -> lines.addObject()
                .put("sku", article.code())
                .put("quantity", Integer.toString(PIECES + Chance.below(PIECES, town.slug(), store, article.code()))));
        owner.post("/api/v1/stock/movements", receipt);
    }

    private ObjectNode coupon(Instant opening) {
        ObjectNode coupon = JSON.createObjectNode()
                .put("code", Counter.COUPON)
                .put("currency", town.money().code())
                .put("redemptionsMax", 500);
        coupon.putObject("discount").put("percent", "10");
        coupon.putObject("validity").put("from", opening.minusSeconds(60).toString());
        return coupon;
    }

    private ObjectNode promotion() {
        ObjectNode promotion = JSON.createObjectNode();
        promotion.putObject("name").put("en", "Three for two").put("zh", "买三付二");
        promotion.putObject("bundle").put("buy", Bargain.BUY).put("pay", Bargain.PAY);
        bargain.skus().forEach(promotion.withArray("skus")::add);
        promotion.putObject("validity").put("from", bargain.from().toString());
        return promotion;
    }

    private void openTills(JsonNode account, List<String> stores) {
        List<JsonNode> known = new ArrayList<>();
        items("/api/v1/terminals?limit=200").forEach(known::add);
        for (int i = 0; i < TILLS_IN_THE_FIRST_STORE + stores.size() - 1; i++) {
            String label = (town.chinese() ? "收银台 " : "Till ") + (i + 1);
            String store = stores.get(Math.max(0, i - TILLS_IN_THE_FIRST_STORE + 1));
            JsonNode before = known.stream()
                    .filter(terminal -> terminal.get("label").asText().equals(label))
                    .findFirst()
                    .orElse(null);
            String number;
            String code;
            if (before == null) {
                ObjectNode wanted = JSON.createObjectNode()
                        .put("storeId", store)
                        .put("merchantAccountId", account.get("id").asText())
                        .put("label", label);
                JsonNode made = owner.post("/api/v1/terminals", wanted);
                number = made.get("terminal").get("number").asText();
                code = made.get("activation").get("code").asText();
            } else {
                number = before.get("number").asText();
                code = stand.newCode(owner, before);
            }
            counters.add(onLine(new Activation(account.get("merchantNumber").asText(), number, code)));
        }
    }

    private Counter onLine(Activation activation) {
        Enrolled enrolled = stand.enrol(town, activation);
        Till till = stand.connect(enrolled);
        till.tell("state", LivingTill.about());
        String jwe = till.ask("get", JSON.createObjectNode().put("kind", "keys"))
                .get("jwe")
                .asText();
        return new Counter(
                till,
                DeliveredKey.open(jwe, enrolled.key(), stand.attempt() * KEY_COUNTS_AN_ATTEMPT),
                activation.terminalNumber(),
                town,
                bargain);
    }

    private JsonNode items(String path) {
        JsonNode answer = owner.get(path);
        return answer.has("items") ? answer.get("items") : answer;
    }

    @Override
    public void close() {
        counters.forEach(Counter::close);
    }
}
