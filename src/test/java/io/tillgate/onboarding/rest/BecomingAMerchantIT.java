package io.tillgate.onboarding.rest;

import static io.restassured.RestAssured.given;
import static io.tillgate.onboarding.rest.Applicants.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BecomingAMerchantIT {
    private static final String APPLICATIONS = "/api/v1/applications/";

    @BeforeEach
    void tenants_are_applied() {
        People.awaitTenants();
    }

    @Test
    void an_approved_application_becomes_a_merchant_with_an_account_and_the_owner_belongs_to_it() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Harbour Coffee");
        Applicants.accept(owner, id);

        String merchant = approve(People.of("harbour", "underwriter"), id)
                .statusCode(200)
                .body("application.state", equalTo("approved"))
                .body("verdict.feePlan", notNullValue())
                .body("checks.kind", hasItem("sanctions"))
                .body("checks.findAll { it.kind == 'sanctions' }.list", hasItem(notNullValue()))
                .extract()
                .path("application.merchantId");

        as(People.of("harbour", "support"))
                .get("/api/v1/merchants/" + merchant + "/accounts")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].merchantNumber", matchesPattern("8[0-9]{14}"))
                .body("items[0].currency", equalTo("EUR"))
                .body("items[0].payout.account", equalTo("NL91…4300"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as(owner)
                        .get("/api/v1/merchants/" + merchant)
                        .then()
                        .statusCode(200)
                        .body("tradingName", equalTo("Harbour Coffee")));
        as(owner).get("/api/v1/stores").then().statusCode(200).body("items[0].name.zh", equalTo("海港咖啡"));
    }

    @Test
    void an_approval_waits_for_the_agreement() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Waiting Room");

        approve(People.of("harbour", "underwriter"), id)
                .statusCode(200)
                .body("application.state", equalTo("awaiting-agreement"));
        as(owner)
                .body(Map.of("version", "1999-12"))
                .post(APPLICATIONS + id + "/agreement")
                .then()
                .statusCode(409)
                .body("code", equalTo("AGREEMENT_OUTDATED"));
        Applicants.accept(owner, id);

        as(owner)
                .get(APPLICATIONS + id)
                .then()
                .body("application.state", equalTo("approved"))
                .body("agreement.acceptedVersion", equalTo("2026-01"));
    }

    @Test
    void approved_by_a_double_click_it_becomes_one_merchant() throws Exception {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Double Click");
        Applicants.accept(owner, id);
        Person underwriter = People.of("harbour", "underwriter");
        String token = underwriter.token();
        Callable<String> click = () -> given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "approve"))
                .post(APPLICATIONS + id + "/review")
                .then()
                .statusCode(200)
                .extract()
                .path("application.merchantId");

        List<Future<String>> answers;
        try (ExecutorService fingers = Executors.newFixedThreadPool(4)) {
            answers = fingers.invokeAll(List.of(click, click, click, click));
        }

        String merchant = answers.getFirst().get();
        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo(merchant);
        }
        as(underwriter)
                .queryParam("q", "Double Click")
                .get("/api/v1/merchants")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void everything_missing_comes_back_at_once_with_pointers() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.start(owner, Map.of());

        as(owner)
                .post(APPLICATIONS + id + "/submit")
                .then()
                .statusCode(422)
                .body("code", equalTo("INCOMPLETE"))
                .body(
                        "violations.path",
                        containsInAnyOrder(
                                "/business", "/owners", "/contact", "/bankAccount", "/trading", "/documents"));
    }

    @Test
    void a_business_of_a_category_that_the_tenant_refuses_is_told_so() {
        Person owner = Applicants.newOwner("harbour");
        Map<String, Object> betting = new HashMap<>(Applicants.form("Lucky Seven"));
        betting.put(
                "trading",
                Map.of(
                        "categoryCode", "7995",
                        "expectedMonthlyTurnover", Map.of("value", 2_000_000, "currency", "EUR"),
                        "averageTicket", Map.of("value", 850, "currency", "EUR")));
        String id = Applicants.start(owner, betting);

        as(owner)
                .post(APPLICATIONS + id + "/submit")
                .then()
                .statusCode(422)
                .body("code", equalTo("INCOMPLETE"))
                .body("violations.find { it.path == '/trading/categoryCode' }.code", equalTo("NOT_ACCEPTED"));
    }

    @Test
    void what_the_reviewer_asks_for_is_put_right_and_submitted_again() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Second Try");
        Map<String, Object> item =
                Map.of("path", "/business/legalName", "code", "NOT_AS_REGISTERED", "message", "as in the register");

        as(People.of("harbour", "underwriter"))
                .body(Map.of("decision", "request-information", "items", List.of(item)))
                .post(APPLICATIONS + id + "/review")
                .then()
                .statusCode(200)
                .body("application.state", equalTo("needs-information"));
        var mine = as(owner).get(APPLICATIONS + id).then().body("verdict.items[0].code", equalTo("NOT_AS_REGISTERED"));
        as(owner)
                .header("If-Match", mine.extract().header("ETag"))
                .body(Applicants.form("Second Try Registered"))
                .put(APPLICATIONS + id)
                .then()
                .statusCode(200);
        as(owner)
                .header("If-Match", mine.extract().header("ETag"))
                .body(Applicants.form("Stale"))
                .put(APPLICATIONS + id)
                .then()
                .statusCode(412);

        as(owner).post(APPLICATIONS + id + "/submit").then().statusCode(200).body("application.submission", equalTo(2));
    }

    @Test
    void a_document_that_is_not_what_it_says_is_refused_and_a_good_one_comes_back() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.start(owner, Applicants.form("Documents"));

        given().auth()
                .oauth2(owner.token())
                .contentType("image/png")
                .queryParam("name", "licence.png")
                .body("%PDF-1.7 not a picture".getBytes(StandardCharsets.US_ASCII))
                .post(APPLICATIONS + id + "/documents")
                .then()
                .statusCode(400)
                .body("code", equalTo("FILE_NOT_WHAT_IT_SAYS"));
        String document = Applicants.upload(owner, id);

        String body = given().auth()
                .oauth2(owner.token())
                .get(APPLICATIONS + id + "/documents/" + document)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asString();
        assertThat(body).startsWith("%PDF-1.7");
    }

    @Test
    void another_applicant_and_another_tenant_see_none_of_it() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Private Matter");
        Person neighbour = Applicants.newOwner("harbour");
        List<Person> strangers =
                List.of(neighbour, People.of("jiuzhou", "underwriter"), People.of("jiuzhou", "acquirer-admin"));

        for (Person stranger : strangers) {
            as(stranger).get(APPLICATIONS + id).then().statusCode(404);
            as(stranger)
                    .get("/api/v1/applications?limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(id)));
        }
        as(neighbour).post(APPLICATIONS + id + "/withdraw").then().statusCode(404);
        as(neighbour).post(APPLICATIONS + id + "/submit").then().statusCode(404);
        approve(People.of("jiuzhou", "underwriter"), id).statusCode(404);
        as(owner).get(APPLICATIONS + id).then().body("application.state", equalTo("submitted"));
    }

    private static ValidatableResponse approve(Person underwriter, String id) {
        return as(underwriter)
                .body(Map.of("decision", "approve"))
                .post(APPLICATIONS + id + "/review")
                .then();
    }
}
