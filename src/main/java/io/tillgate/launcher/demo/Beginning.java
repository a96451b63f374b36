package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api.Answer;
import io.tillgate.launcher.demo.Api.Who;
import io.tillgate.simulator.till.DeliveredKey;
import io.tillgate.simulator.till.DeviceKey;
import io.tillgate.simulator.till.Enrolment;
import io.tillgate.simulator.till.Enrolment.Activation;
import io.tillgate.simulator.till.Enrolment.EstRefused;
import io.tillgate.simulator.till.Till;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Steps 1 to 5: from an application to a terminal on line. */
final class Beginning {
    static final String TENANT = "demo";

    private final Cast cast;
    private final Newcomers people;

    Beginning(Cast cast) {
        this.cast = cast;
        this.people = new Newcomers(cast);
    }

    void tell(Narrator narrator) {
        narrator.step("The platform operator applies a tenant of its own", this::applyTenant);
        narrator.step("Its administrator lets staff and an applicant in", this::letPeopleIn);
        narrator.step("The owner fills in the application, adds a document, submits", this::apply);
        narrator.step("An underwriter sees it with its checks and approves it", this::approve);
        narrator.step("The owner accepts the agreement and is a merchant", this::acceptAgreement);
        narrator.step("The owner adds a store, products with prices and stock, a coupon", this::stockUp);
        narrator.step("The owner adds a terminal; number and code are shown once", this::addTerminal);
        narrator.step("The terminal enrols by EST; the code is spent", this::enrol);
        narrator.step(
                "It connects by MQTT/TLS, gets configuration, catalogue and key, and runs the test", this::goOnLine);
    }

    private String applyTenant() {
        cast.operator = new Api(cast.running.where(), cast.running.operator());
        byte[] file = resource("/demo/tenant.yaml");
        Answer created = cast.operator.send("POST", "/api/v1/tenants", "application/yaml", file);
        Answer applied = created.status() == 409
                ? cast.operator.send("PUT", "/api/v1/tenants/" + TENANT, "application/yaml", file)
                : created;
        StoryBroken.unless(
                applied.status() / 100 == 2,
                "applying the tenant answered " + applied.status() + ": " + applied.text());
        JsonNode listed = cast.operator.get("/api/v1/tenants/" + TENANT);
        return "tenant " + listed.get("slug").asText() + " is listed";
    }

    private String letPeopleIn() {
        Who admin = people.person("admin");
        cast.operator.post("/api/v1/tenants/" + TENANT + "/staff", Newcomers.staff(admin, "acquirer-admin"));
        cast.admin = new Api(cast.running.where(), admin);
        cast.underwriter = people.invite("underwriter", "underwriter");
        cast.analyst = people.invite("analyst", "risk-analyst");
        cast.finance = people.invite("finance", "finance");
        cast.secondFinance = people.invite("finance2", "finance");
        cast.owner = people.invite("owner", "merchant-owner");
        cast.owner.signIn();
        return "six people can sign in";
    }

    private String apply() {
        cast.application = people.apply(cast.owner);
        JsonNode queue = cast.underwriter.get("/api/v1/applications?state=submitted&limit=200");
        boolean seen = false;
        for (JsonNode line : queue.get("items")) {
            seen |= line.get("id").asText().equals(cast.application);
        }
        StoryBroken.unless(seen, "the underwriter's queue does not hold the application");
        return "the underwriter's queue holds it";
    }

    private String approve() {
        JsonNode application = cast.underwriter.get("/api/v1/applications/" + cast.application);
        int checks = application.get("checks").size();
        StoryBroken.unless(checks >= 4, "only " + checks + " automatic checks stand beside the application");
        cast.underwriter.post(
                "/api/v1/applications/" + cast.application + "/review",
                Shop.JSON.createObjectNode().put("decision", "approve").put("feePlan", "standard"));
        return checks + " checks stood beside it";
    }

    private String acceptAgreement() {
        JsonNode application = cast.owner.get("/api/v1/applications/" + cast.application);
        String version = application.get("agreement").get("version").asText();
        cast.owner.post(
                "/api/v1/applications/" + cast.application + "/agreement",
                Shop.JSON.createObjectNode().put("version", version));
        JsonNode account = Patience.until("the merchant in the owner's token", Duration.ofSeconds(15), this::account);
        cast.merchantNumber = account.get("merchantNumber").asText();
        cast.accountId = account.get("id").asText();
        JsonNode proof = cast.finance.get("/api/v1/ledger/proof");
        StoryBroken.unless(proof.toString().contains("\"balanced\":true"), "the ledger's proof fails: " + proof);
        return "merchant number " + cast.merchantNumber + ", fee plan "
                + account.get("feePlan").asText() + ", ledger proved";
    }

    private Optional<JsonNode> account() {
        cast.owner.signIn();
        Answer merchants = cast.owner.tryGet("/api/v1/merchants");
        if (merchants.status() != 200 || merchants.json().get("items").isEmpty()) {
            return Optional.empty();
        }
        String merchant = merchants.json().get("items").get(0).get("id").asText();
        JsonNode accounts = cast.owner.get("/api/v1/merchants/" + merchant + "/accounts");
        JsonNode items = accounts.has("items") ? accounts.get("items") : accounts;
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
    }

    private String stockUp() {
        ObjectNode store = Shop.JSON.createObjectNode();
        store.putObject("name").put("en", "Maison Lumière, Lille").put("zh", "光之屋里尔店");
        store.putObject("address")
                .put("line1", "12 rue de la Clef")
                .put("city", "Lille")
                .put("postalCode", "59800")
                .put("country", "FR");
        store.put("timeZone", "Europe/Paris");
        cast.storeId = cast.owner.post("/api/v1/stores", store).get("id").asText();
        ObjectNode receipt = Shop.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("store", cast.storeId)
                .put("reason", "receipt");
        var lines = receipt.putArray("lines");
        for (Shop.Article article : Shop.ARTICLES) {
            ObjectNode product = Shop.JSON.createObjectNode().put("sku", article.sku());
            product.putObject("name").put("en", article.en()).put("zh", article.zh());
            cast.owner.post("/api/v1/products", product.put("unit", "piece").put("taxRate", "0.21"));
            setPrice(article.sku(), article.price());
            lines.addObject().put("sku", article.sku()).put("quantity", "100");
        }
        cast.owner.post("/api/v1/stock/movements", receipt);
        ObjectNode coupon = Shop.JSON
                .createObjectNode()
                .put("code", "WELCOME-" + cast.run.toUpperCase(java.util.Locale.ROOT))
                .put("currency", "EUR")
                .put("redemptionsMax", 1);
        coupon.putObject("discount").put("percent", Shop.COUPON_OFF);
        coupon.putObject("validity").put("from", Instant.now().minusSeconds(60).toString());
        cast.owner.post("/api/v1/coupons", coupon);
        return Shop.ARTICLES.size() + " products, 100 pieces each, one coupon";
    }

    void setPrice(String sku, long price) {
        ObjectNode body = Shop.JSON.createObjectNode().put("sku", sku);
        body.set("price", Shop.euro(price));
        cast.owner.post("/api/v1/prices", body);
    }

    private String addTerminal() {
        JsonNode created = cast.owner.post(
                "/api/v1/terminals",
                Shop.JSON
                        .createObjectNode()
                        .put("storeId", cast.storeId)
                        .put("merchantAccountId", cast.accountId)
                        .put("label", "Till 1"));
        cast.terminalId = created.get("terminal").get("id").asText();
        cast.terminalNumber = created.get("terminal").get("number").asText();
        cast.activationCode = created.get("activation").get("code").asText();
        String again = cast.owner.get("/api/v1/terminals/" + cast.terminalId).toString();
        StoryBroken.unless(!again.contains(cast.activationCode), "the code is shown a second time");
        return "terminal " + cast.terminalNumber + "; the code is not shown again";
    }

    private String enrol() {
        Enrolment est = new Enrolment(cast.running.device(), TENANT, cast.service);
        Activation activation = new Activation(cast.merchantNumber, cast.terminalNumber, cast.activationCode);
        cast.enrolled = est.enrol(DeviceKey.generate(), activation);
        StoryBroken.unless(
                cast.enrolled.terminalId().toString().equals(cast.terminalId),
                "the certificate names another terminal");
        try {
            est.enrol(DeviceKey.generate(), activation);
            throw new StoryBroken("the code worked a second time");
        } catch (EstRefused refused) {
            StoryBroken.unless(refused.status() == 401, "a spent code answered " + refused.status());
        }
        return "certificate for " + cast.terminalId + "; the same code again is refused with 401";
    }

    private String goOnLine() {
        cast.till = Till.connect(cast.enrolled, cast.service, cast.running.mqttHost(), cast.running.mqttPort());
        cast.till.tell(
                "state",
                Shop.JSON.createObjectNode().put("software", "demo-1.0").put("battery", 97));
        JsonNode configuration = get("configuration");
        StoryBroken.unless(!configuration.get("items").isEmpty(), "no configuration came: " + configuration);
        JsonNode catalogue = get("catalogue");
        StoryBroken.unless(catalogue.get("items").size() == Shop.ARTICLES.size(), "the catalogue came as " + catalogue);
        JsonNode keys = cast.till.ask("get", Shop.JSON.createObjectNode().put("kind", "keys"));
        cast.keys = DeliveredKey.open(keys.get("jwe").asText(), cast.enrolled.key());
        JsonNode test = cast.till.ask("auth", Shop.JSON.createObjectNode().put("type", "test"));
        StoryBroken.unless(Shop.outcome(test).equals("approved"), "the test transaction answered " + test);
        return catalogue.get("items").size() + " products downloaded, test transaction approved by the host";
    }

    private JsonNode get(String kind) {
        return cast.till.ask(
                "get", Shop.JSON.createObjectNode().put("kind", kind).put("since", 0));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Beginning.class.getResourceAsStream(name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
