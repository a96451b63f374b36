package io.tillgate.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.stack.People;
import io.tillgate.tenancy.file.TenantFile.Reading;
import io.tillgate.tenancy.usecase.ApplyingTenants;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a file to a tenant that people can sign in to. */
@QuarkusTest
class ApplyingATenantFileIT {
    private static final Duration APPLY_MAX = Duration.ofSeconds(30);

    private final ApplyingTenants applying;
    private String operator = "";

    @Inject
    ApplyingATenantFileIT(ApplyingTenants applying) {
        this.applying = applying;
    }

    @BeforeEach
    void tenants_are_applied() {
        People.awaitTenants();
        operator = People.operator().token();
    }

    @Test
    void applying_the_same_file_again_changes_nothing() throws IOException {
        Reading reading = applying.read("tenants/harbour.yaml", file("harbour"));

        var applied = applying.apply(((Reading.Accepted) reading).file(), Actor.system("test"))
                .await()
                .atMost(APPLY_MAX);

        assertThat(applied.isNoChange()).isTrue();
    }

    @Test
    void a_file_with_mistakes_is_refused_with_its_lines_and_changes_nothing() throws IOException {
        String before = hash("harbour");
        String wrong = file("harbour")
                .replace("currency: EUR", "currency: EURO")
                .replace("calendar: target2", "calendar: target3");

        put("harbour", wrong)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("TENANT_FILE"))
                .body("violations", hasSize(2))
                .body("violations[0].path", equalTo("/currency"))
                .body("violations[0].message", startsWith("line 8: "))
                .body("violations[1].path", equalTo("/business-day/calendar"));

        assertThat(hash("harbour")).isEqualTo(before);
    }

    @Test
    void a_changed_file_is_in_force_at_once_and_can_be_taken_back() throws IOException {
        String original = file("jiuzhou");

        put("jiuzhou", original.replace("en: Jiuzhou Payments", "en: Jiuzhou Pay"))
                .statusCode(200)
                .body("name.en", equalTo("Jiuzhou Pay"));

        put("jiuzhou", original).statusCode(200).body("name.en", equalTo("Jiuzhou Payments"));
    }

    @Test
    void the_file_must_be_of_the_tenant_in_the_path() throws IOException {
        put("harbour", file("jiuzhou")).statusCode(409).body("code", equalTo("SLUG_MISMATCH"));
    }

    @Test
    void a_new_tenant_is_created_once_and_its_people_can_come_in() throws IOException {
        String slug = "lake" + Long.toString(System.nanoTime(), 36);
        String lake = file("harbour").replace("slug: harbour", "slug: " + slug);
        post(lake).statusCode(201).header("Location", endsWith("/api/v1/tenants/" + slug));
        post(lake).statusCode(409).body("code", equalTo("TENANT_EXISTS"));

        staff("/api/v1/tenants/" + slug + "/staff", operator, "acquirer-admin", "first.admin")
                .statusCode(201);
        String admin = person(slug, "first.admin").token();
        staff("/api/v1/staff", admin, "underwriter", "first.reader").statusCode(201);

        given().auth()
                .oauth2(person(slug, "first.reader").token())
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo(Tenant.idOf(slug).toString()))
                .body("roles", contains("underwriter"));
        given().auth()
                .oauth2(admin)
                .get("/api/v1/staff")
                .then()
                .statusCode(200)
                .body("items.username", contains("first.admin", "first.reader"));
    }

    private ValidatableResponse put(String slug, String yaml) {
        return given().auth()
                .oauth2(operator)
                .contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/tenants/" + slug)
                .then();
    }

    private ValidatableResponse post(String yaml) {
        return given().auth()
                .oauth2(operator)
                .contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/tenants")
                .then();
    }

    private static ValidatableResponse staff(String path, String token, String role, String username) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of(
                        "role",
                        role,
                        "username",
                        username,
                        "email",
                        username + "@lake.example",
                        "password",
                        "a-long-password-1"))
                .post(path)
                .then();
    }

    private static People.Person person(String slug, String username) {
        return new People.Person(slug, "", username, "a-long-password-1");
    }

    private String hash(String slug) {
        return given().auth()
                .oauth2(operator)
                .get("/api/v1/tenants/" + slug)
                .then()
                .statusCode(200)
                .extract()
                .path("hash");
    }

    private static String file(String slug) throws IOException {
        return Files.readString(Path.of("tenants", slug + ".yaml"));
    }
}
