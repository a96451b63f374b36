package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api.Answer;
import io.tillgate.launcher.demo.Api.Where;
import io.tillgate.launcher.demo.Api.Who;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Makes the two owners of each shipped tenant merchants, as people would: apply, submit, be approved, accept the
 * agreement. Each step looks first whether it is done, so that it may be broken off and begun again.
 */
public final class FirstMerchants {
    private static final Map<String, List<Business>> BUSINESSES = Map.of(
            "harbour",
                    List.of(
                            new Business("Quayside Gifts SAS", "Quayside Gifts", "732829320", "DE35370400440532013099"),
                            new Business(
                                    "Lighthouse Books SAS", "Lighthouse Books", "492018379", "NL20ABNA0618293041")),
            "jiuzhou",
                    List.of(
                            new Business("上海海棠文具有限公司", "海棠文具", "91310115MA1K4T7A4C", "6222021001112223331"),
                            new Business("杭州青瓷生活用品有限公司", "青瓷生活", "91330106MA2B8R5C80", "6222021001112223349")));

    /** Price list of each second merchant: it pays by the month, too, so that a statement shows it. */
    private static final Map<String, String> BY_THE_MONTH = Map.of("harbour", "volume", "jiuzhou", "livelihood");

    private static final byte[] REGISTER_EXTRACT =
            "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final Where where;

    private FirstMerchants(Where where) {
        this.where = where;
    }

    /** Names, and numbers that are valid by their check digits and belong to nobody we know. */
    public record Business(String legalName, String tradingName, String registrationNumber, String account) {}

    /** The people of one tenant, by name and password. */
    public record People(String slug, List<Person> owners, Person underwriter, Optional<Person> manager) {}

    /** Somebody who can sign in. */
    public record Person(String username, String password, String email) {
        @Override
        public String toString() {
            return username;
        }
    }

    /** Whether a tenant's first merchants are known here. */
    public static boolean isFor(String slug) {
        return BUSINESSES.containsKey(slug);
    }

    /** Returns when every owner has a merchant; a tenant that is not one of the shipped ones is left alone. */
    public static void ensure(String http, String keycloak, String clientId, List<People> tenants) {
        FirstMerchants first = new FirstMerchants(new Where(http, keycloak, clientId));
        tenants.stream().filter(people -> BUSINESSES.containsKey(people.slug())).forEach(first::ensure);
    }

    private void ensure(People people) {
        Api underwriter = as(people, people.underwriter());
        List<Business> businesses = BUSINESSES.getOrDefault(people.slug(), List.of());
        for (int i = 0; i < Math.min(businesses.size(), people.owners().size()); i++) {
            ObjectNode decision = Shop.JSON.createObjectNode().put("decision", "approve");
            if (i > 0) {
                decision.put("feePlan", BY_THE_MONTH.get(people.slug()));
            }
            ensure(as(people, people.owners().get(i)), underwriter, form(people.slug(), businesses.get(i)), decision);
        }
        people.manager()
                .ifPresent(manager -> ensureManager(as(people, people.owners().getFirst()), manager));
    }

    /** The first owner lets the manager in, once the owner's token carries the merchant. */
    private static void ensureManager(Api owner, Person manager) {
        Patience.until("the merchant in the owner's token", Duration.ofSeconds(15), () -> {
            owner.signIn();
            return Optional.of(owner).filter(who -> who.get("/api/v1/me").hasNonNull("merchant"));
        });
        boolean known = StreamSupport.stream(
                        owner.get("/api/v1/staff").get("items").spliterator(), false)
                .anyMatch(person -> person.get("username").asText().equals(manager.username()));
        if (!known) {
            owner.post(
                    "/api/v1/staff",
                    Shop.JSON
                            .createObjectNode()
                            .put("role", "merchant-manager")
                            .put("username", manager.username())
                            .put("email", manager.email())
                            .put("password", manager.password()));
        }
    }

    private Api as(People people, Person person) {
        return new Api(where, new Who(people.slug(), person.username(), person.password()));
    }

    /** From the first form to a merchant, with what is missing of it. */
    public static void ensure(Api owner, Api underwriter, ObjectNode form) {
        ensure(owner, underwriter, form, Shop.JSON.createObjectNode().put("decision", "approve"));
    }

    private static void ensure(Api owner, Api underwriter, ObjectNode form, ObjectNode decision) {
        JsonNode application = application(owner, form);
        String path = "/api/v1/applications/" + application.get("id").asText();
        String state = application.get("state").asText();
        if (state.equals("draft")) {
            submit(owner, path);
        }
        if (state.equals("draft") || state.equals("submitted")) {
            underwriter.post(path + "/review", decision);
        }
        if (!state.equals("approved")) {
            String version = owner.get(path).get("agreement").get("version").asText();
            owner.post(path + "/agreement", Shop.JSON.createObjectNode().put("version", version));
        }
    }

    /** With a document. */
    public static void submit(Api owner, String path) {
        Answer document =
                owner.send("POST", path + "/documents?name=register.pdf", "application/pdf", REGISTER_EXTRACT);
        StoryBroken.unless(document.status() == 201, "the document was refused: " + document.text());
        owner.post(path + "/submit", Shop.JSON.createObjectNode());
    }

    /** The one that this owner has, or a new draft. */
    public static JsonNode application(Api owner, ObjectNode form) {
        JsonNode known = owner.get("/api/v1/applications").get("items");
        return known.isEmpty() ? owner.post("/api/v1/applications", form).get("application") : known.get(0);
    }

    /** Everything that is asked of a business of this tenant. */
    public static ObjectNode form(String slug, Business business) {
        boolean chinese = slug.equals("jiuzhou");
        String person = chinese ? "李晓梅" : "Marianne Keller";
        ObjectNode form = Shop.JSON.createObjectNode();
        form.putObject("business")
                .put("legalName", business.legalName())
                .put("tradingName", business.tradingName())
                .put("legalForm", chinese ? "有限责任公司" : "SAS")
                .put("country", chinese ? "CN" : "FR")
                .put("registrationNumber", business.registrationNumber());
        form.putArray("owners")
                .addObject()
                .put("name", person)
                .put("sharePercent", 100)
                .put("birthDate", "1981-09-30")
                .put("country", chinese ? "CN" : "FR");
        form.putObject("contact")
                .put("name", person)
                .put("email", "shop@" + slug + ".example")
                .put("phone", chinese ? "+86 21 5555 0100" : "+33 3 20 55 01 00")
                .put("language", chinese ? "zh" : "en");
        ObjectNode account = form.putObject("bankAccount").put("holder", business.legalName());
        if (chinese) {
            account.put("cnaps", "102100099996").put("accountNumber", business.account());
        } else {
            account.put("iban", business.account());
        }
        ObjectNode trading = form.putObject("trading").put("categoryCode", "5947");
        trading.set("expectedMonthlyTurnover", money(3_000_000, chinese));
        trading.set("averageTicket", money(4_000, chinese));
        form.putObject("store")
                .put("name", chinese ? "Main store" : business.tradingName())
                .put("nameZh", chinese ? business.tradingName() : null)
                .put("line1", chinese ? "南京西路 1266 号" : "3 quai du Port")
                .put("city", chinese ? "上海" : "Lille")
                .put("postalCode", chinese ? "200040" : "59800")
                .put("country", chinese ? "CN" : "FR")
                .put("timeZone", chinese ? "Asia/Shanghai" : "Europe/Paris");
        return form;
    }

    private static ObjectNode money(long value, boolean chinese) {
        return Shop.JSON.createObjectNode().put("value", value).put("currency", chinese ? "CNY" : "EUR");
    }
}
