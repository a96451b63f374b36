package io.tillgate.settlement.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.Settlements;
import io.tillgate.shared.TenantId;
import io.tillgate.simulator.till.Till;
import io.tillgate.stack.People;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Payouts of real sales in a tenant of the tests' own, and its bank's client. */
@ApplicationScoped
public class BankStand {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Settlements settlements;
    private final Payouts payouts;
    private final Tenants tenants;

    BankStand(Settlements settlements, Payouts payouts, Tenants tenants) {
        this.settlements = settlements;
        this.payouts = payouts;
        this.tenants = tenants;
    }

    /** A file that waits for the bank. */
    public record Released(String messageId, List<UUID> payouts) {}

    /** Sells, cuts off, signs and releases: a file with as many payouts. */
    public Released release(int many) {
        OpenShop shop = OpenShop.ofThisRun();
        List<UUID> made = new ArrayList<>();
        Lane lane = shop.lane();
        try {
            for (int i = 0; i < many; i++) {
                OpenShop.Article article = shop.article(2_000 + 100L * i);
                JsonNode sold = lane.ask(Till.newId(), OpenShop.cardSale(OpenShop.basket(article, 1), lane));
                if (!sold.path("outcome").asText().equals("approved")) {
                    throw new IllegalStateException("not sold: " + sold);
                }
                made.add(payoutOf(cutOff()));
            }
        } finally {
            lane.till().close();
        }
        PayoutSelection these = new PayoutSelection.These(made);
        payouts.sign(finance("anna"), key(), these).await().atMost(PATIENCE);
        String messageId = payouts.release(finance("bert"), key(), these)
                .await()
                .atMost(PATIENCE)
                .files()
                .getFirst()
                .messageId();
        return new Released(messageId, made);
    }

    public RunView cutOff() {
        return settlements.cutOff(finance("anna"), key()).await().atMost(PATIENCE);
    }

    /** What its card host owes for a run. */
    public io.tillgate.settlement.FundingView funding(UUID run) {
        return settlements
                .fundings(finance("anna"), run)
                .await()
                .atMost(PATIENCE)
                .getFirst();
    }

    private UUID payoutOf(RunView run) {
        Payouts.Filter ofRun = new Payouts.Filter(null, run.id(), null, null, null);
        return payouts.list(finance("anna"), ofRun, new io.tillgate.platform.http.PageRequest(10, null))
                .await()
                .atMost(PATIENCE)
                .items()
                .getFirst()
                .id();
    }

    public PayoutView payout(UUID id) {
        return payouts.find(finance("anna"), id).await().atMost(PATIENCE);
    }

    public String state(UUID id) {
        return payout(id).state();
    }

    public void cancel(UUID id) {
        payouts.cancel(finance("anna"), key(), id, "a test").await().atMost(PATIENCE);
    }

    /** Open breaks, newest first. */
    public List<io.tillgate.settlement.BreakView> breaks() {
        return settlements
                .breaks(finance("anna"), "open", new io.tillgate.platform.http.PageRequest(200, null))
                .await()
                .atMost(PATIENCE)
                .items();
    }

    /** The tenant's bank, signed in. */
    public RequestSpecification bank() {
        return signedIn(token());
    }

    /** What the tenant's bank carries. */
    public String token() {
        return token(OpenShop.TENANT, secret());
    }

    /** As the platform's operator hands it out. */
    public String secret() {
        return signedIn(People.operator().token())
                .contentType("application/json")
                .post("/api/v1/tenants/" + OpenShop.TENANT + "/bank-client")
                .then()
                .statusCode(200)
                .extract()
                .path("clientSecret");
    }

    public RequestSpecification post(String xml) {
        return bank().contentType("application/xml").body(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Another tenant's bank. */
    public RequestSpecification otherBank() {
        return bankOf("jiuzhou");
    }

    /** The bank of a tenant that is shipped. */
    public static RequestSpecification bankOf(String slug) {
        return signedIn(tokenOf(slug));
    }

    /** What the bank of a shipped tenant carries. */
    public static String tokenOf(String slug) {
        return token(slug, embeddedSecret(slug));
    }

    public static RequestSpecification signedIn(String token) {
        return RestAssured.given().auth().oauth2(token);
    }

    private static String token(String realm, String secret) {
        Response answer = RestAssured.given()
                .baseUri(System.getProperty("tillgate.identity.url"))
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "bank")
                .formParam("client_secret", secret)
                .post("/realms/" + realm + "/protocol/openid-connect/token");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the bank cannot sign in: " + answer.asString());
        }
        return answer.path("access_token");
    }

    private static String embeddedSecret(String slug) {
        try {
            for (JsonNode tenant : new ObjectMapper()
                    .readTree(Path.of(System.getProperty("tillgate.embedded.users"))
                            .toFile())
                    .get("tenants")) {
                if (tenant.get("slug").asText().equals(slug)) {
                    return tenant.at("/bankClient/clientSecret").asText();
                }
            }
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        throw new IllegalStateException("no tenant " + slug);
    }

    private Caller finance(String name) {
        return new Caller(tenant(), OpenShop.TENANT, name, name, Set.of(Roles.FINANCE), null, "test");
    }

    TenantId tenant() {
        return tenants.bySlug(OpenShop.TENANT).orElseThrow().id();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
