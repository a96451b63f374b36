package io.tillgate.stack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.shared.identifiers.Luhn;
import io.tillgate.simulator.till.Enrolment.Activation;
import io.tillgate.simulator.till.TestCard;
import io.tillgate.simulator.till.Till;
import io.tillgate.stack.People.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A merchant of the tenant {@code harbour} that has one of everything, all of it made through the front doors: application with
 * a document, store, product with price and stock, promotion, coupon, two terminals of which one is enrolled, sales by card, one of
 * them for an analyst to look at and one that the card host never answered; and a payout for them. Made once for a run; tests may read it, and may
 * change it if they make their own with {@link #newOne}.
 *
 * @param owner whose token carries the merchant
 * @param ids everything's id under the name of its kind, such as {@code store} or {@code payment}
 */
public record FilledShop(Person owner, Map<String, String> ids) {
    public static final String TENANT = "harbour";
    public static final String SKU = "85123A";
    private static final long PRICE = 255;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static @Nullable FilledShop shared;

    /** The one that all tests of a run read. */
    public static synchronized FilledShop ofTheRun() {
        FilledShop present = shared;
        if (present == null) {
            present = newOne("Filled Shop");
            shared = present;
        }
        return present;
    }

    /** Another one, for a test that changes it. Takes about ten seconds more than the card host's silence lasts. */
    public static FilledShop newOne(String name) {
        People.awaitTenants();
        FilledShop shop = new FilledShop(Applicants.newOwner(TENANT), new TreeMap<>());
        shop.join(name);
        shop.stockUp();
        shop.openTills();
        shop.sell();
        shop.findWhatFollowed();
        shop.settle();
        return new FilledShop(shop.owner, Map.copyOf(shop.ids));
    }

    /** The id of the one thing of this kind. */
    public String id(String kind) {
        String id = ids.get(kind);
        if (id == null) {
            throw new IllegalArgumentException("a filled shop has no " + kind + ", but " + ids.keySet());
        }
        return id;
    }

    private void join(String name) {
        ids.put("merchant", Applicants.becomeMerchant(owner, name));
        ids.put("application", path(get(owner, "/api/v1/applications"), "items[0].id"));
        ids.put("document", path(get(owner, "/api/v1/applications/" + id("application")), "documents[0].id"));
        ids.put("account", path(get(owner, "/api/v1/merchants/" + id("merchant") + "/accounts"), "items[0].id"));
        ids.put(
                "merchantNumber",
                path(get(owner, "/api/v1/merchants/" + id("merchant") + "/accounts"), "items[0].merchantNumber"));
        ids.put("store", path(get(owner, "/api/v1/stores"), "items[0].id"));
        Map<String, Object> bank = Map.of("holder", name, "iban", "DE89370400440532013000");
        ids.put(
                "change",
                made(
                        "/api/v1/change-requests",
                        Map.of("accountId", id("account"), "change", Map.of("bankAccount", bank, "reason", "moved"))));
        ids.put("staff", made("/api/v1/staff", manager()));
    }

    private void stockUp() {
        ids.put("product", made("/api/v1/products", product(SKU)));
        ids.put("price", made("/api/v1/prices", Map.of("sku", SKU, "price", euro(PRICE))));
        made(
                "/api/v1/stock/movements",
                Map.of(
                        "id", UUID.randomUUID().toString(),
                        "store", id("store"),
                        "reason", "receipt",
                        "lines", List.of(Map.of("sku", SKU, "quantity", "100"))));
        ids.put(
                "coupon",
                made("/api/v1/coupons", coupon("WELCOME-" + id("product").substring(24))));
        ids.put("promotion", made("/api/v1/promotions", promotion(id("store"))));
    }

    private void openTills() {
        ids.put("spareTerminal", newTerminal("Spare").extract().path("terminal.id"));
        ValidatableResponse first = newTerminal("Till 1");
        ids.put("terminal", first.extract().path("terminal.id"));
        ids.put("terminalNumber", first.extract().path("terminal.number"));
        ids.put("activationCode", first.extract().path("activation.code"));
    }

    private void sell() {
        Activation activation = new Activation(id("merchantNumber"), id("terminalNumber"), id("activationCode"));
        TestCard chip = newCard("400005");
        TestCard typed = newCard("520082");
        try (TestTill till = TestTill.enrol(TENANT, activation)) {
            till.dropNextAnswer(id("terminalNumber"));
            var silent = till.till().send("auth", Till.newId(), till.sale(chip, "chip", basket()));
            JsonNode lost = silent.join().get("body");
            JsonNode sold = till.till().ask("auth", till.sale(chip, "chip", basket()));
            JsonNode byHand = till.till().ask("auth", till.sale(typed, "manual", basket()));
            ids.put("lastFour", chip.number().substring(chip.number().length() - 4));
            ids.put("lostPayment", taken(lost, "declined"));
            ids.put("payment", taken(sold, "approved"));
            ids.put("typedPayment", taken(byHand, "approved"));
        }
    }

    /** Cards of its own for each shop: the tenant's rules look at how often one is used. */
    private static TestCard newCard(String prefix) {
        String number = prefix + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        for (int check = 0; check < 10; check++) {
            if (Luhn.holds(number + check)) {
                return new TestCard(number + check, "3012");
            }
        }
        throw new IllegalStateException("every number has a check digit");
    }

    private void findWhatFollowed() {
        Person analyst = People.of(TENANT, "risk-analyst");
        Person finance = People.of(TENANT, "finance");
        ids.put("sale", path(get(owner, "/api/v1/payments/" + id("payment")), "payment.sale"));
        await().atMost(SOON).until(() -> reviewOf(analyst) != null);
        ids.put("review", String.valueOf(reviewOf(analyst)));
        ids.put(
                "listEntry",
                given(analyst)
                        .body(Map.of("value", "4000" + id("payment").substring(34), "note", "seen"))
                        .post("/api/v1/risk/lists/blocked-bins/entries")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
        ids.put("ledgerAccount", path(get(finance, "/api/v1/ledger/accounts?limit=200"), "items[0].id"));
    }

    private void settle() {
        Person finance = People.of(TENANT, "finance");
        ids.put(
                "settlement",
                given(finance)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post("/api/v1/settlements")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id"));
        ids.put("payout", path(get(owner, "/api/v1/payouts"), "items[0].id"));
    }

    private @Nullable String reviewOf(Person analyst) {
        return get(analyst, "/api/v1/risk/reviews?limit=200")
                .extract()
                .path("items.find { it.payment == '" + id("typedPayment") + "' }?.id");
    }

    /** A product as its owner sends it. */
    public static Map<String, Object> product(String sku) {
        return Map.of(
                "sku",
                sku,
                "name",
                Map.of("en", "Hanging heart holder", "zh", "心形烛台"),
                "unit",
                "piece",
                "taxRate",
                "0.21");
    }

    /** A coupon of ten per cent. */
    public static Map<String, Object> coupon(String code) {
        return Map.of(
                "code", code.toUpperCase(Locale.ROOT),
                "currency", "EUR",
                "discount", Map.of("percent", "10"),
                "validity", Map.of("from", Instant.now().minusSeconds(60).toString()));
    }

    /** Three for two in one store. */
    public static Map<String, Object> promotion(String store) {
        return Map.of(
                "name", Map.of("en", "Three for two", "zh", "买三付二"),
                "store", store,
                "bundle", Map.of("buy", 3, "pay", 2),
                "skus", List.of(SKU),
                "validity", Map.of("from", Instant.now().plusSeconds(86_400).toString()));
    }

    public static Map<String, Object> euro(long value) {
        return Map.of("value", value, "currency", "EUR");
    }

    private Map<String, Object> manager() {
        String username = "manager-" + UUID.randomUUID().toString().substring(0, 12);
        Map<String, Object> manager = new HashMap<>();
        manager.put("role", "merchant-manager");
        manager.put("username", username);
        manager.put("email", username + "@example.com");
        manager.put("password", "correct-horse-battery");
        return manager;
    }

    private static ObjectNode basket() {
        ObjectNode basket = JSON.createObjectNode();
        basket.putArray("lines")
                .addObject()
                .put("sku", SKU)
                .put("name", "Hanging heart holder")
                .put("quantity", "2")
                .put("unitPrice", PRICE)
                .put("taxRate", "0.21");
        return basket.put("discount", 0).put("taxIncluded", true).put("total", 2 * PRICE);
    }

    private ValidatableResponse newTerminal(String label) {
        return given(owner)
                .body(Map.of("storeId", id("store"), "merchantAccountId", id("account"), "label", label))
                .post("/api/v1/terminals")
                .then()
                .statusCode(201);
    }

    private String made(String path, Map<String, Object> body) {
        ValidatableResponse answer = given(owner).body(body).post(path).then();
        int status = answer.extract().statusCode();
        if (status / 100 != 2) {
            throw new IllegalStateException("POST " + path + " answered " + status + ": "
                    + answer.extract().asString());
        }
        return answer.extract().path("id");
    }

    private static String taken(JsonNode answer, String outcome) {
        if (!answer.path("outcome").asText().equals(outcome)) {
            throw new IllegalStateException("a sale should be " + outcome + " and is " + answer);
        }
        return answer.get("paymentId").asText();
    }

    private static ValidatableResponse get(Person person, String path) {
        return given(person).get(path).then().statusCode(200);
    }

    private static RequestSpecification given(Person person) {
        return RestAssured.given().auth().oauth2(person.token()).contentType(ContentType.JSON);
    }

    private static String path(ValidatableResponse response, String path) {
        String found = response.extract().path(path);
        if (found == null) {
            throw new IllegalStateException(
                    "no " + path + " in " + response.extract().asString());
        }
        return found;
    }
}
