package io.tillgate.merchants.rest;

import static io.tillgate.onboarding.rest.Applicants.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One more way of trading for a merchant: the acquirer's administrator proposes it, another person confirms. */
@QuarkusTest
class OpeningAFurtherAccountIT {
    private Person owner = new Person("", "", "", "");
    private String merchant = "";

    @BeforeEach
    void there_is_a_merchant() {
        People.awaitTenants();
        owner = Applicants.newOwner("harbour");
        merchant = Applicants.becomeMerchant(owner, "Kept");
    }

    @Test
    void a_further_account_is_opened_when_a_second_person_confirms() {
        Person admin = People.of("harbour", "acquirer-admin");
        String path = "/api/v1/merchants/" + merchant + "/accounts";
        as(owner).body(account("5814", "EUR", "volume")).post(path).then().statusCode(403);
        refused(admin, account("5814", "EUR", "no-such-plan"), "UNKNOWN_FEE_PLAN");
        refused(admin, account("7995", "EUR", "volume"), "CATEGORY_REFUSED");
        refused(admin, account("5814", "USD", "volume"), "ACCOUNT_CURRENCY");
        int before = as(admin).get(path).then().extract().path("items.size()");

        String request = as(admin)
                .body(account("5814", "EUR", "volume"))
                .post(path)
                .then()
                .statusCode(202)
                .header("Location", containsString("/api/v1/change-requests/"))
                .body("kind", equalTo("new-account"))
                .body("accountId", nullValue())
                .extract()
                .path("id");
        as(admin)
                .post("/api/v1/change-requests/" + request + "/confirm")
                .then()
                .statusCode(422)
                .body("code", equalTo("NEEDS_ANOTHER_PERSON"));
        as(admin).get(path).then().body("items", hasSize(before));
        String opened = as(People.of("harbour", "finance"))
                .post("/api/v1/change-requests/" + request + "/confirm")
                .then()
                .statusCode(200)
                .body("state", equalTo("confirmed"))
                .extract()
                .path("accountId");

        as(owner)
                .get(path)
                .then()
                .body("items", hasSize(before + 1))
                .body("items.find { it.id == '" + opened + "' }.feePlan", equalTo("volume"))
                .body("items.find { it.id == '" + opened + "' }.merchantNumber.size()", equalTo(15))
                .body("items.find { it.id == '" + opened + "' }.payout.account", equalTo("DE89…3000"));
        as(owner).get("/api/v1/change-requests/" + request).then().body("accountId", equalTo(opened));
        as(People.of("harbour", "finance"))
                .get("/api/v1/ledger/accounts?limit=200")
                .then()
                .body("items.merchantAccount", hasItem(opened));
    }

    private void refused(Person admin, Map<String, Object> account, String code) {
        as(admin)
                .body(account)
                .post("/api/v1/merchants/" + merchant + "/accounts")
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }

    private static Map<String, Object> account(String category, String currency, String plan) {
        return Map.of(
                "currency",
                currency,
                "categoryCode",
                category,
                "feePlan",
                plan,
                "bankAccount",
                Map.of("holder", "Kept", "iban", "DE89370400440532013000"),
                "reason",
                "a second counter");
    }
}
