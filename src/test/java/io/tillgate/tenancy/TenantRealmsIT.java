package io.tillgate.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.identity.ClientSecrets;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is believed, and as whom. */
@QuarkusTest
class TenantRealmsIT {
    private final SecurityModule module;

    @Inject
    TenantRealmsIT(SecurityModule module) {
        this.module = module;
    }

    @BeforeEach
    void tenants_are_applied() {
        People.awaitTenants();
    }

    @ParameterizedTest
    @CsvSource({
        "harbour, merchant-owner",
        "harbour, acquirer-admin",
        "harbour, underwriter",
        "harbour, risk-analyst",
        "harbour, finance",
        "harbour, support",
        "jiuzhou, merchant-owner",
        "jiuzhou, acquirer-admin"
    })
    void each_person_has_one_role_in_one_tenant(String slug, String role) {
        given().auth()
                .oauth2(People.of(slug, role).token())
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo(Tenant.idOf(slug).toString()))
                .body("realm", equalTo(slug))
                .body("roles", contains(role))
                .body("merchant", nullValue());
    }

    @Test
    void one_person_may_sign_in_many_times_at_once() throws Exception {
        Person finance = People.of("harbour", "finance");
        List<Callable<Integer>> programs =
                Collections.nCopies(20, () -> finance.signIn().statusCode());

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService at = Executors.newFixedThreadPool(programs.size())) {
            for (Future<Integer> answer : at.invokeAll(programs)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).hasSize(20).containsOnly(200);
    }

    @Test
    void a_wrong_password_is_counted_all_the_same() {
        Person owner = Applicants.newOwner("harbour");
        Person guesser = new Person(owner.realm(), owner.role(), owner.username(), "not-the-password");
        for (int guess = 0; guess < 10; guess++) {
            assertThat(guesser.signIn().statusCode()).isNotEqualTo(200);
        }

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(owner.signIn().statusCode())
                        .as("locked out for a while, even with the right password")
                        .isNotEqualTo(200));
    }

    @Test
    void the_operator_is_of_the_platform() {
        given().auth()
                .oauth2(People.operator().token())
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("realm", equalTo("platform"))
                .body("roles", contains("operator"));
    }

    @Test
    void without_a_token_the_answer_is_a_problem() {
        given().get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void an_unknown_issuer_is_not_believed() {
        String token = People.of("harbour", "finance").token();
        String payload = claims(token).replace("/realms/harbour", "/realms/nowhere");

        refused(withClaims(token, payload));
    }

    @Test
    void a_token_with_another_realms_name_in_it_is_not_believed() {
        String token = People.of("harbour", "finance").token();

        refused(withClaims(token, claims(token).replace("/realms/harbour", "/realms/jiuzhou")));
    }

    @Test
    void a_token_with_one_more_role_in_it_is_not_believed() {
        String token = People.of("harbour", "support").token();

        refused(withClaims(token, claims(token).replace("support", "acquirer-admin")));
    }

    @ParameterizedTest
    @CsvSource({"x", "a.b", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    void what_is_no_token_is_not_believed(String token) {
        refused(token);
    }

    @Test
    void the_realms_own_administrator_is_nobody_to_our_api() {
        String token = given().baseUri(System.getProperty("tillgate.identity.url"))
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "tillgate-admin")
                .formParam("client_secret", new ClientSecrets(module).admin("harbour"))
                .post("/realms/harbour/protocol/openid-connect/token")
                .path("access_token");

        assertThat(token).isNotNull();
        refused(token);
    }

    @Test
    void a_role_that_is_not_enough_is_forbidden() {
        given().auth()
                .oauth2(People.of("harbour", "acquirer-admin").token())
                .get("/api/v1/tenants")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void an_operator_sees_both_tenants() {
        given().auth()
                .oauth2(People.operator().token())
                .get("/api/v1/tenants")
                .then()
                .statusCode(200)
                .body("items.slug", hasItem("harbour"))
                .body("items.slug", hasItem("jiuzhou"))
                .body("items.find { it.slug == 'jiuzhou' }.currency", equalTo("CNY"));
    }

    private static void refused(String token) {
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    private static String claims(String token) {
        int from = token.indexOf('.') + 1;
        return new String(
                Base64.getUrlDecoder().decode(token.substring(from, token.lastIndexOf('.'))), StandardCharsets.UTF_8);
    }

    private static String withClaims(String token, String claims) {
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return token.substring(0, token.indexOf('.') + 1) + payload + token.substring(token.lastIndexOf('.'));
    }
}
