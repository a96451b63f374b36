package io.tillgate.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.stack.People;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the framework refuses is a problem like any other. */
@QuarkusTest
class AnsweringForTheFrameworkIT {
    private static final int ABOVE_THE_LIMIT = 12 * 1024 * 1024 + 1;
    private static final int TIMEOUT_MILLIS = 10_000;

    @BeforeEach
    void tenants_are_applied() {
        People.awaitTenants();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}{}",
                "{} garbage",
                "{\"business\":{\"legalName\":\"A\",\"legalName\":\"B\"}}",
                "{\"business\":{\"legalName\":5}}",
                "{\"trading\":{\"averageTicket\":{\"value\":\"30\",\"currency\":\"EUR\"}}}"
            })
    void a_body_that_may_be_meant_otherwise_is_refused(String body) {
        problem(
                Applicants.as(Applicants.newOwner("harbour"))
                        .body(body)
                        .post("/api/v1/applications")
                        .then(),
                400,
                "MALFORMED");
    }

    @Test
    void a_method_that_an_address_does_not_know_is_answered_with_those_that_it_does() {
        problem(
                        Applicants.as(People.of("harbour", "acquirer-admin"))
                                .delete("/api/v1/staff")
                                .then(),
                        405,
                        "METHOD_NOT_ALLOWED")
                .header("Allow", is("GET, HEAD, OPTIONS, POST"));
    }

    @Test
    void a_form_is_a_problem_too() {
        problem(
                Applicants.as(Applicants.newOwner("harbour"))
                        .contentType(ContentType.URLENC)
                        .body("a=b")
                        .post("/api/v1/applications/" + UUID.randomUUID() + "/submit")
                        .then(),
                400,
                "MALFORMED");
    }

    /** Only the head is sent: a server that answers at once and closes may cut off whoever still writes. */
    @Test
    void a_body_above_the_limit_is_a_problem() throws IOException {
        String head =
                "POST /api/v1/applications/x/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/pdf\r\n"
                        + "Content-Length: " + ABOVE_THE_LIMIT + "\r\n\r\n";

        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json", "\"code\":\"TOO_LARGE\"");
        }
    }

    @Test
    void programs_get_no_token_for_forms() {
        Applicants.as(People.of("harbour", "acquirer-admin"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue());
        given().get("/.well-known/est/harbour/cacerts").then().header("Set-Cookie", nullValue());
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("detail", not(""));
    }
}
