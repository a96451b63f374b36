package io.tillgate.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tillgate.platform.Ids;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import io.tillgate.simulator.till.DeviceKey;
import io.tillgate.simulator.till.Enrolment;
import io.tillgate.simulator.till.Enrolment.Activation;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import io.tillgate.simulator.till.Enrolment.EstRefused;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.TrustedService;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.domain.ActivationCode;
import io.tillgate.terminals.usecase.EnrollingTerminals;
import io.tillgate.terminals.usecase.TerminalStore;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator stops a tenant and lets it go on, on a tenant that nothing else uses. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class SuspendingATenantIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PASSWORD = "a-long-password-1";

    @Inject
    TerminalStore terminals;

    @Inject
    EnrollingTerminals enrolling;

    @Inject
    Ids ids;

    private final TrustedService service = TrustedService.byCa(Path.of(System.getProperty("tillgate.tls.ca")));
    private String operator;
    private String slug;
    private Person admin;

    @BeforeEach
    void a_tenant_with_an_administrator() throws Exception {
        People.awaitTenants();
        operator = People.operator().token();
        slug = "quay" + Long.toString(System.nanoTime(), 36);
        String file = Files.readString(Path.of("tenants", "harbour.yaml")).replace("slug: harbour", "slug: " + slug);
        given().auth()
                .oauth2(operator)
                .contentType("application/yaml")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/tenants")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(operator)
                .contentType("application/json")
                .body(Map.of(
                        "role",
                        "acquirer-admin",
                        "username",
                        "first.admin",
                        "email",
                        "a@quay.example",
                        "password",
                        PASSWORD))
                .post("/api/v1/tenants/" + slug + "/staff")
                .then()
                .statusCode(201);
        admin = new Person(slug, "acquirer-admin", "first.admin", PASSWORD);
    }

    @Test
    void its_people_are_refused_with_a_clear_reason_and_come_back() {
        String token = admin.token();
        me(token).statusCode(200);

        suspend(operator).statusCode(200).body("status", equalTo("suspended"));

        me(token).statusCode(403).contentType("application/problem+json").body("code", equalTo("TENANT_SUSPENDED"));
        me(admin.token()).statusCode(403).body("code", equalTo("TENANT_SUSPENDED"));
        suspend(operator).statusCode(200).body("status", equalTo("suspended"));

        resume(operator).statusCode(200).body("status", equalTo("active"));

        me(token).statusCode(200);
        given().auth()
                .oauth2(token)
                .get("/api/v1/audit?limit=200")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("tenant.suspend"))
                .body("items.action", hasItem("tenant.resume"))
                .body("items.findAll { it.action == 'tenant.suspend' }.size()", equalTo(1))
                .body("items.find { it.action == 'tenant.suspend' }.after.reason", equalTo("unpaid invoices"));
    }

    @Test
    void a_file_that_is_applied_meanwhile_does_not_resume_it() throws Exception {
        suspend(operator).statusCode(200);
        String file = Files.readString(Path.of("tenants", "harbour.yaml"))
                .replace("slug: harbour", "slug: " + slug)
                .replace("logo: Harbour", "logo: Quay");

        given().auth()
                .oauth2(operator)
                .contentType("application/yaml")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/tenants/" + slug)
                .then()
                .statusCode(200)
                .body("status", equalTo("suspended"));
    }

    @Test
    void its_terminals_are_cut_off_and_refused_and_come_back() {
        Enrolment est = new Enrolment(
                URI.create("https://localhost:" + System.getProperty("tillgate.device.port")), slug, service);
        Enrolled enrolled = est.enrol(DeviceKey.generate(), newTerminal());
        Till till = connect(enrolled);

        suspend(operator).statusCode(200);

        assertThat(till.awaitEnd(SOON)).isLessThan(Duration.ofSeconds(3));
        assertThatThrownBy(() -> connect(enrolled)).hasStackTraceContaining("BANNED");
        assertThat(catchThrowableOfType(EstRefused.class, () -> est.renew(enrolled, DeviceKey.generate()))
                        .status())
                .isEqualTo(403);

        resume(operator).statusCode(200);

        connect(enrolled).close();
        assertThat(est.renew(enrolled, DeviceKey.generate()).terminalId()).isEqualTo(enrolled.terminalId());
    }

    @Test
    void only_an_operator_may_and_only_what_is_there() {
        suspend(People.of("harbour", "acquirer-admin").token()).statusCode(403).body("code", equalTo("FORBIDDEN"));
        given().auth()
                .oauth2(operator)
                .contentType("application/json")
                .body(Map.of("reason", "x"))
                .post("/api/v1/tenants/no-such-tenant/suspension")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(operator)
                .contentType("application/json")
                .body(Map.of("reason", " "))
                .post("/api/v1/tenants/" + slug + "/suspension")
                .then()
                .statusCode(400);
        await().atMost(SOON).until(() -> me(admin.token()).extract().statusCode() == 200);
    }

    private ValidatableResponse suspend(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("reason", "unpaid invoices"))
                .post("/api/v1/tenants/" + slug + "/suspension")
                .then();
    }

    private ValidatableResponse resume(String token) {
        return given().auth()
                .oauth2(token)
                .delete("/api/v1/tenants/" + slug + "/suspension")
                .then();
    }

    private static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).get("/api/v1/me").then();
    }

    private Till connect(Enrolled enrolled) {
        return Till.connect(enrolled, service, "localhost", Integer.parseInt(System.getProperty("tillgate.mqtt.port")));
    }

    /** Written past the onboarding of a merchant, which is not what this is about. */
    private Activation newTerminal() {
        var tenant = Tenant.idOf(slug);
        var caller = new Caller(tenant, slug, "test", "test", Set.of(Roles.ACQUIRER_ADMIN), null, "127.0.0.1");
        var code = ActivationCode.random(new SecureRandom());
        Instant now = Instant.now();
        var identity = new TerminalIdentity(
                tenant,
                new MerchantId(ids.next()),
                new MerchantAccountId(ids.next()),
                new StoreId(ids.next()),
                new TerminalId(ids.next()),
                "12345678",
                "100000000000123");
        terminals
                .create(
                        caller,
                        new TerminalStore.NewRecord(identity, "Till", now),
                        new TerminalStore.Code(enrolling.hash(tenant, code), now, now.plus(Duration.ofHours(1))))
                .await()
                .atMost(SOON);
        return new Activation(identity.merchantNumber(), identity.terminalNumber(), code.grouped());
    }
}
