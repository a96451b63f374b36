package io.tillgate.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.tillgate.shared.StoreId;
import io.tillgate.simulator.till.DeliveredKey;
import io.tillgate.simulator.till.DeviceKey;
import io.tillgate.simulator.till.Enrolment;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import io.tillgate.simulator.till.TestCard;
import io.tillgate.simulator.till.Till;
import io.tillgate.stack.People;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A merchant of the tenant {@code demo} with a store and tills on line, brought so far by the demo's first steps. */
public final class OpenShop {
    public static final String TENANT = "demo";
    private static @Nullable OpenShop open;

    private final Cast cast;
    private final CardHost host;

    private OpenShop(Running running) {
        cast = new Cast(running, Long.toString(System.nanoTime(), 36).toLowerCase(Locale.ROOT));
        host = new CardHost(running.cardHost());
        new Beginning(cast).tell(new Narrator(new PrintStream(OutputStream.nullOutputStream()), false));
        cast.till.close();
    }

    /** The shop of this test run, opened by whoever asks first. */
    public static synchronized OpenShop ofThisRun() {
        if (open == null) {
            People.awaitTenants();
            open = new OpenShop(new Running(stack()));
        }
        return open;
    }

    /** A new shop in a running installation. */
    public static OpenShop in(Path data) {
        return new OpenShop(Running.from(data.resolve("up.json")));
    }

    /** Something that this shop alone sells, for one test. */
    public record Article(String sku, long price) {}

    public CardHost host() {
        return host;
    }

    /** A new article by the piece, a hundred in stock. */
    public Article article(long price) {
        String sku = "T-" + UUID.randomUUID();
        ObjectNode product = Shop.JSON.createObjectNode().put("sku", sku).put("unit", "piece");
        product.put("taxRate", "0.21")
                .putObject("name")
                .put("en", "Test article")
                .put("zh", "测试商品");
        cast.owner.post("/api/v1/products", product);
        price(sku, price);
        ObjectNode receipt = Shop.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("store", cast.storeId)
                .put("reason", "receipt");
        receipt.putArray("lines").addObject().put("sku", sku).put("quantity", "100");
        cast.owner.post("/api/v1/stock/movements", receipt);
        return new Article(sku, price);
    }

    public void price(String sku, long price) {
        new Beginning(cast).setPrice(sku, price);
    }

    /** A coupon of ten per cent that can be used once. */
    public String coupon() {
        String code = "C-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        ObjectNode coupon = Shop.JSON
                .createObjectNode()
                .put("code", code)
                .put("currency", "EUR")
                .put("redemptionsMax", 1);
        coupon.putObject("discount").put("percent", "10");
        coupon.putObject("validity").put("from", Instant.now().minusSeconds(60).toString());
        cast.owner.post("/api/v1/coupons", coupon);
        return code;
    }

    /** How many pieces the store has. */
    public int stock(Article article) {
        for (JsonNode balance : cast.owner
                .get("/api/v1/stock?store=" + cast.storeId + "&limit=200")
                .get("items")) {
            if (balance.get("sku").asText().equals(article.sku())) {
                return new BigDecimal(balance.get("quantity").asText()).intValueExact();
            }
        }
        throw new AssertionError("no stock of " + article);
    }

    /** A terminal that is not enrolled yet, as its owner gets it. */
    public JsonNode newTerminal() {
        return cast.owner.post(
                "/api/v1/terminals",
                Shop.JSON
                        .createObjectNode()
                        .put("storeId", cast.storeId)
                        .put("merchantAccountId", cast.accountId)
                        .put("label", "Till"));
    }

    /** What is typed into a new terminal. */
    public Enrolment.Activation activation(JsonNode created) {
        return new Enrolment.Activation(
                cast.merchantNumber,
                created.get("terminal").get("number").asText(),
                created.get("activation").get("code").asText());
    }

    public Enrolled enrol(JsonNode created) {
        return enrolment().enrol(DeviceKey.generate(), activation(created));
    }

    /** Each from an address of its own, since attempts are limited by source. */
    public Enrolment enrolment() {
        return new Enrolment(cast.running.device(), TENANT, cast.service.from(newSource()));
    }

    private static InetAddress newSource() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] loopback = {127, (byte) random.nextInt(1, 200), (byte) random.nextInt(200), (byte) random.nextInt(1, 200)
        };
        try {
            return InetAddress.getByAddress(loopback);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A new terminal: created, enrolled, connected, with its key. */
    public Lane lane() {
        JsonNode created = newTerminal();
        Enrolled enrolled = enrol(created);
        Till till = connect(enrolled);
        JsonNode keys = till.ask("get", Shop.JSON.createObjectNode().put("kind", "keys"));
        return new Lane(
                () -> connect(enrolled),
                till,
                DeliveredKey.open(keys.get("jwe").asText(), enrolled.key()),
                created.get("terminal").get("number").asText());
    }

    public Till connect(Enrolled enrolled) {
        return Till.connect(enrolled, cast.service, cast.running.mqttHost(), cast.running.mqttPort());
    }

    /** Gives back part of a payment as the owner does, over HTTP; answers the status. */
    public int refund(String payment, String key, long cents) {
        ObjectNode body = Shop.JSON.createObjectNode().put("reasonCode", "TEST");
        body.set("amount", euro(cents));
        return cast.owner
                .tryPost("/api/v1/payments/" + payment + "/refunds", body, Map.of("Idempotency-Key", key))
                .status();
    }

    public StoreId store() {
        return StoreId.fromString(cast.storeId);
    }

    public JsonNode asOwner(String path) {
        return cast.owner.get(path);
    }

    public JsonNode postAsOwner(String path, ObjectNode body) {
        return cast.owner.post(path, body);
    }

    public JsonNode postAsAdmin(String path, ObjectNode body) {
        return cast.admin.post(path, body);
    }

    /** The status that the owner gets. */
    public int statusAsOwner(String path, ObjectNode body) {
        return cast.owner.tryPost(path, body, Map.of()).status();
    }

    public JsonNode asFinance(String path) {
        return cast.finance.get(path);
    }

    public void postAsFinance(String path) {
        cast.finance.post(path, Shop.JSON.createObjectNode());
    }

    /** The ledger's proof, which never shows a difference. */
    public JsonNode prove() {
        JsonNode proof = cast.finance.get("/api/v1/ledger/proof");
        assertThat(proof.get("balanced").asBoolean()).as(proof::toString).isTrue();
        assertThat(proof.get("accounts"))
                .allSatisfy(
                        line -> assertThat(line.get("difference").get("value").asLong())
                                .as(line::toString)
                                .isZero());
        return proof;
    }

    /** What one account code holds over all its accounts, in minor units; 0 when nothing was ever booked. */
    public long balance(String account) {
        for (JsonNode line : prove().get("accounts")) {
            if (line.get("account").asText().equals(account)) {
                return line.get("balance").get("value").asLong();
            }
        }
        return 0;
    }

    /** A basket of one line. */
    public static ObjectNode basket(Article article, int quantity) {
        ObjectNode basket = Shop.JSON.createObjectNode();
        basket.putArray("lines")
                .addObject()
                .put("sku", article.sku())
                .put("name", "Test article")
                .put("quantity", Integer.toString(quantity))
                .put("unitPrice", article.price())
                .put("taxRate", "0.21");
        return basket.put("discount", 0).put("taxIncluded", true).put("total", article.price() * quantity);
    }

    /** The same with a coupon that takes ten per cent off. */
    public static ObjectNode withCoupon(ObjectNode basket, String code) {
        return Shop.withCoupon(basket, code, basket.get("total").asLong() / 10);
    }

    public static ObjectNode cardSale(ObjectNode basket, Lane lane) {
        return Shop.cardSale(basket, TestCard.VISA, lane.keys());
    }

    /** By another card than usual. */
    public static ObjectNode cardSale(ObjectNode basket, TestCard card, Lane lane) {
        return Shop.cardSale(basket, card, lane.keys());
    }

    /** The same sale with a PIN typed, under a key serial number of its own. */
    public static ObjectNode withPin(ObjectNode sale, TestCard card, String pin, Lane lane) {
        return Shop.withPin(sale, card, pin, lane.keys());
    }

    public static ObjectNode cashSale(ObjectNode basket) {
        return Shop.cashSale(basket);
    }

    /** {@code refund}, {@code void} or {@code reversal} of what a request id did. */
    public static ObjectNode undo(String type, String requestId) {
        ObjectNode undo = Shop.JSON.createObjectNode().put("type", type).put("reasonCode", "TEST");
        undo.putObject("original").put("requestId", requestId);
        return undo;
    }

    public static ObjectNode euro(long value) {
        return Shop.euro(value);
    }

    public static ObjectNode json() {
        return Shop.JSON.createObjectNode();
    }

    private static ObjectNode stack() {
        try {
            JsonNode users = new ObjectMapper()
                    .readTree(Path.of(System.getProperty("tillgate.embedded.users"))
                            .toFile());
            ObjectNode up = Shop.JSON.createObjectNode();
            up.put("http", "http://localhost:" + RestAssured.port)
                    .put("device", "https://localhost:" + System.getProperty("tillgate.device.port"))
                    .put("mqtts", "localhost:" + System.getProperty("tillgate.mqtt.port"))
                    .put("ca", System.getProperty("tillgate.tls.ca"))
                    .put("keycloak", System.getProperty("tillgate.identity.url"));
            up.putObject("apiClient").put("clientId", "tillgate-cli");
            up.putObject("simulators").put("cardHost", "http://localhost:" + System.getProperty("TILLGATE_SIM_PORT"));
            up.set("platform", users.get("platform"));
            up.set("tenants", users.get("tenants"));
            return Shop.JSON
                    .readTree(up.toString().getBytes(StandardCharsets.UTF_8))
                    .deepCopy();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
