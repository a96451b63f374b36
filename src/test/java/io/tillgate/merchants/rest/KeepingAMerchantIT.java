package io.tillgate.merchants.rest;

import static io.tillgate.onboarding.rest.Applicants.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stores, switches and changes with four eyes, and who sees none of it. */
@QuarkusTest
class KeepingAMerchantIT {
    private Person owner = People.of("harbour", "merchant-owner");
    private String merchant = "";

    @BeforeEach
    void a_merchant() {
        People.awaitTenants();
        owner = Applicants.newOwner("harbour");
        merchant = Applicants.becomeMerchant(owner, "Kept Merchant");
    }

    @Test
    void a_store_is_added_edited_against_its_version_and_archived() {
        ValidatableResponse added =
                as(owner).body(store("海港二店")).post("/api/v1/stores").then().statusCode(201);
        String id = added.extract().path("id");
        String version = added.extract().header("ETag");

        as(owner).body(store("三店")).put("/api/v1/stores/" + id).then().statusCode(428);
        as(owner)
                .header("If-Match", version)
                .body(store("三店"))
                .put("/api/v1/stores/" + id)
                .then()
                .statusCode(200)
                .body("name.zh", equalTo("三店"));
        ValidatableResponse stale = as(owner)
                .header("If-Match", version)
                .body(store("四店"))
                .put("/api/v1/stores/" + id)
                .then();
        stale.statusCode(412).body("code", equalTo("STALE"));
        String present = as(owner).get("/api/v1/stores/" + id).header("ETag");
        as(owner)
                .header("If-Match", present)
                .delete("/api/v1/stores/" + id)
                .then()
                .statusCode(200)
                .body("archived", equalTo(true));

        as(owner).get("/api/v1/stores?limit=200").then().body("items.id", not(hasItem(id)));
        as(owner).get("/api/v1/stores?limit=200&archived=true").then().body("items.id", hasItem(id));
    }

    @Test
    void a_store_with_mistakes_is_refused() {
        Map<String, Object> noSuchZone = new HashMap<>(store("x"));
        noSuchZone.put("timeZone", "Europe/Atlantis");
        as(owner)
                .body(noSuchZone)
                .post("/api/v1/stores")
                .then()
                .statusCode(400)
                .body("violations[0].path", equalTo("/timeZone"));
    }

    @Test
    void a_bank_account_changes_when_a_second_person_confirms() {
        String account = accountOf(merchant);
        String request = as(owner)
                .body(change(
                        account, Map.of("bankAccount", Map.of("holder", "Kept", "iban", "DE89370400440532013000"))))
                .post("/api/v1/change-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        as(owner).post("/api/v1/change-requests/" + request + "/confirm").then().statusCode(403);
        as(People.of("harbour", "finance"))
                .post("/api/v1/change-requests/" + request + "/confirm")
                .then()
                .statusCode(200)
                .body("state", equalTo("confirmed"));

        as(owner)
                .get("/api/v1/merchants/" + merchant + "/accounts")
                .then()
                .body("items[0].payout.account", equalTo("DE89…3000"));
    }

    @Test
    void who_proposes_a_fee_plan_cannot_confirm_it() {
        Person admin = People.of("harbour", "acquirer-admin");
        String account = accountOf(merchant);
        as(admin)
                .body(change(account, Map.of("feePlan", "no-such-plan")))
                .post("/api/v1/change-requests")
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_FEE_PLAN"));
        String request = as(admin)
                .body(change(account, Map.of("feePlan", "volume")))
                .post("/api/v1/change-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        as(admin)
                .post("/api/v1/change-requests/" + request + "/confirm")
                .then()
                .statusCode(422)
                .body("code", equalTo("NEEDS_ANOTHER_PERSON"));
        as(admin)
                .body(Map.of("reason", "typo"))
                .post("/api/v1/change-requests/" + request + "/reject")
                .then()
                .statusCode(200)
                .body("state", equalTo("rejected"));
    }

    @Test
    void a_merchant_is_suspended_with_a_reason_and_comes_back() {
        Person admin = People.of("harbour", "acquirer-admin");
        String path = "/api/v1/merchants/" + merchant;
        String version = as(admin).get(path).header("ETag");

        as(admin)
                .header("If-Match", version)
                .body(Map.of("mayTrade", false))
                .patch(path)
                .then()
                .statusCode(400);
        ValidatableResponse suspended = as(admin)
                .header("If-Match", version)
                .body(Map.of("mayTrade", false, "mayBePaid", false, "reason", "chargebacks"))
                .patch(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("suspended"));
        as(admin)
                .header("If-Match", suspended.extract().header("ETag"))
                .body(Map.of("mayTrade", true, "mayBePaid", true))
                .patch(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("active"));
    }

    @Test
    void a_neighbour_and_another_tenant_cannot_see_count_or_change() {
        Person neighbour = Applicants.newOwner("harbour");
        Applicants.becomeMerchant(neighbour, "Neighbour");
        String store = as(owner)
                .body(store("本店"))
                .post("/api/v1/stores")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String account = accountOf(merchant);

        for (Person stranger : List.of(neighbour, People.of("jiuzhou", "acquirer-admin"))) {
            as(stranger).get("/api/v1/merchants/" + merchant).then().statusCode(404);
            as(stranger)
                    .get("/api/v1/merchants/" + merchant + "/accounts")
                    .then()
                    .statusCode(404);
            as(stranger).get("/api/v1/merchants?limit=200").then().body("items.id", not(hasItem(merchant)));
            as(stranger).get("/api/v1/stores/" + store).then().statusCode(404);
            as(stranger)
                    .get("/api/v1/stores?limit=200&merchantId=" + merchant)
                    .then()
                    .body("items", hasSize(0));
            as(stranger)
                    .header("If-Match", "*")
                    .body(store("theirs"))
                    .put("/api/v1/stores/" + store)
                    .then()
                    .statusCode(404);
            as(stranger)
                    .header("If-Match", "*")
                    .delete("/api/v1/stores/" + store)
                    .then()
                    .statusCode(404);
            Map<String, Object> intrusion = new HashMap<>(store("theirs"));
            intrusion.put("merchantId", merchant);
            as(stranger).body(intrusion).post("/api/v1/stores").then().statusCode(404);
            as(stranger)
                    .body(change(
                            account, Map.of("bankAccount", Map.of("holder", "T", "iban", "DE89370400440532013000"))))
                    .post("/api/v1/change-requests")
                    .then()
                    .statusCode(404);
        }
        as(owner).get("/api/v1/stores/" + store).then().body("name.zh", equalTo("本店"));
    }

    private static String accountOf(String merchantId) {
        return as(People.of("harbour", "finance"))
                .get("/api/v1/merchants/" + merchantId + "/accounts")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static Map<String, Object> change(String account, Map<String, Object> to) {
        Map<String, Object> change = new HashMap<>(to);
        change.put("reason", "as asked by mail");
        return Map.of("accountId", account, "change", change);
    }

    private static Map<String, Object> store(String zh) {
        return Map.of(
                "name",
                Map.of("en", "Second", "zh", zh),
                "address",
                Map.of("line1", "Damrak 2", "city", "Amsterdam", "country", "NL"),
                "timeZone",
                "Europe/Amsterdam",
                "phone",
                "+31 20 123 4567");
    }
}
