package io.tillgate.settlement.bank;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.identity.ClientSecrets;
import io.tillgate.simulator.till.Enrolment.Enrolled;
import io.tillgate.simulator.till.TrustedService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Keycloak's own token with a confirmation in it. Keycloak has no TLS here and so cannot see a certificate itself: a fixed claim of the
 * bank's client stands for what its setting "bound to a certificate" would write.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class BoundToACertificateIT {
    private static final String FILES = "/bank/v1/payment-files";

    @Inject
    BankStand stand;

    @Inject
    SecurityModule module;

    @Test
    void a_bound_token_counts_over_a_connection_with_that_very_certificate_only() throws Exception {
        OpenShop shop = OpenShop.ofThisRun();
        Enrolled own = shop.enrol(shop.newTerminal());
        Enrolled other = shop.enrol(shop.newTerminal());
        TrustedService service = TrustedService.byCa(Path.of(System.getProperty("tillgate.tls.ca")));
        String bound = boundTo(own);
        String plain = stand.token();

        assertThat(status(service.client(own), device(), bound)).isEqualTo("200");
        assertThat(status(service.client(other), device(), bound)).isEqualTo("401 TOKEN_BOUND");
        assertThat(status(service.client(), device(), bound)).isEqualTo("401 TOKEN_BOUND");
        assertThat(status(service.client(), web(), bound)).isEqualTo("401 TOKEN_BOUND");
        assertThat(status(service.client(), device(), plain)).isEqualTo("200");
        assertThat(status(service.client(), web(), plain)).isEqualTo("200");
    }

    private static String status(HttpClient client, URI base, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(base.resolve(FILES))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200
                ? "200"
                : answer.statusCode() + " "
                        + new ObjectMapper()
                                .readTree(answer.body())
                                .path("code")
                                .asText();
    }

    private static URI device() {
        return URI.create("https://localhost:" + System.getProperty("tillgate.device.port"));
    }

    private static URI web() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    /** The claim is there for this one token. */
    private String boundTo(Enrolled enrolled) throws GeneralSecurityException {
        String print = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(enrolled.chain().getFirst().getEncoded()));
        String keycloak = System.getProperty("tillgate.identity.url");
        String admin = given().baseUri(keycloak)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", "tillgate-admin")
                .formParam("client_secret", new ClientSecrets(module).admin(OpenShop.TENANT))
                .post("/realms/" + OpenShop.TENANT + "/protocol/openid-connect/token")
                .path("access_token");
        String clients = "/admin/realms/" + OpenShop.TENANT + "/clients";
        String id = given().baseUri(keycloak)
                .auth()
                .oauth2(admin)
                .queryParam("clientId", "bank")
                .get(clients)
                .path("[0].id");
        String mappers = clients + "/" + id + "/protocol-mappers/models";
        String mapper = given().baseUri(keycloak)
                .auth()
                .oauth2(admin)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "confirmation",
                        "protocol",
                        "openid-connect",
                        "protocolMapper",
                        "oidc-hardcoded-claim-mapper",
                        "config",
                        Map.of(
                                "claim.name",
                                "cnf",
                                "claim.value",
                                "{\"x5t#S256\":\"" + print + "\"}",
                                "jsonType.label",
                                "JSON",
                                "access.token.claim",
                                "true")))
                .post(mappers)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        try {
            return stand.token();
        } finally {
            given().auth().oauth2(admin).delete(mapper).then().statusCode(204);
        }
    }
}
