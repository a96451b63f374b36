package io.tillgate.onboarding.rest;

import static io.restassured.RestAssured.given;
import static io.tillgate.onboarding.rest.Applicants.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is accepted is what was read, and stays as it was. */
@QuarkusTest
class AcceptingAnAgreementIT {
    private static final String APPLICATIONS = "/api/v1/applications/";

    @BeforeEach
    void tenants_are_applied() {
        People.awaitTenants();
    }

    @Test
    void the_text_that_was_read_is_kept_to_the_byte_and_shown_to_both_sides() throws Exception {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Word for Word");
        Response read = text(owner, id, "?lang=zh");
        String sha256 = sha256(read);

        as(owner)
                .body(Map.of("version", "2026-01", "sha256", sha256, "language", "zh"))
                .post(APPLICATIONS + id + "/agreement")
                .then()
                .statusCode(200)
                .body("agreement.acceptedSha256", equalTo(sha256))
                .body("agreement.acceptedBy", equalTo(owner.username()))
                .body("agreement.accepted", equalTo(true));

        assertThat(read.asString()).contains("Word for Word B.V.", "适用法律");
        for (Person reader : List.of(owner, People.of("harbour", "underwriter"))) {
            Response kept = text(reader, id, "/accepted");
            assertThat(kept.asByteArray()).isEqualTo(read.asByteArray());
            assertThat(kept.header("Content-Language")).isEqualTo("zh");
            assertThat(kept.header("Repr-Digest")).isEqualTo(read.header("Repr-Digest"));
        }
        assertThat(text(People.of("jiuzhou", "underwriter"), id, "/accepted").statusCode())
                .isEqualTo(404);
        assertThat(text(Applicants.newOwner("harbour"), id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_text_that_changed_since_it_was_shown_is_refused() throws Exception {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.start(owner, Applicants.form("Before"));
        Response read = text(owner, id, "?lang=en");

        as(owner)
                .header("If-Match", as(owner).get(APPLICATIONS + id).header("ETag"))
                .body(Applicants.form("After"))
                .put(APPLICATIONS + id)
                .then()
                .statusCode(200);

        accept(owner, id, sha256(read)).then().statusCode(409).body("code", equalTo("AGREEMENT_CHANGED"));
        as(owner).get(APPLICATIONS + id).then().body("agreement.acceptedVersion", nullValue());
        accept(owner, id, sha256(text(owner, id, "?lang=en"))).then().statusCode(200);
        assertThat(text(owner, id, "/accepted").asString()).contains("After B.V.");
    }

    @Test
    void other_prices_than_those_accepted_wait_for_another_acceptance() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Other Prices");
        Applicants.accept(owner, id);

        as(People.of("harbour", "underwriter"))
                .body(Map.of("decision", "approve", "feePlan", "volume"))
                .post(APPLICATIONS + id + "/review")
                .then()
                .statusCode(200)
                .body("application.state", equalTo("awaiting-agreement"))
                .body("agreement.accepted", equalTo(false));
        assertThat(text(owner, id, "?lang=en").asString()).contains("price list \"volume\"");
        Applicants.accept(owner, id);

        as(owner).get(APPLICATIONS + id).then().body("application.state", equalTo("approved"));
    }

    private static Response accept(Person owner, String id, String sha256) {
        return as(owner)
                .body(Map.of("version", "2026-01", "sha256", sha256, "language", "en"))
                .post(APPLICATIONS + id + "/agreement");
    }

    private static Response text(Person reader, String id, String rest) {
        return given().auth()
                .oauth2(reader.token())
                .accept(ContentType.TEXT)
                .get(APPLICATIONS + id + "/agreement" + rest);
    }

    private static String sha256(Response answer) throws Exception {
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(new String(answer.asByteArray(), StandardCharsets.UTF_8)).startsWith("# ");
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer.asByteArray()));
    }
}
