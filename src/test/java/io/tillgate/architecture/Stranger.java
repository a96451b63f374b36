package io.tillgate.architecture;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tillgate.onboarding.rest.Applicants;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a token, or without one, who sends a probe.
 *
 * @param name for the failure's text
 * @param role empty without a token
 */
record Stranger(String name, String role, @Nullable String token) {
    private static final List<String> STAFF =
            List.of("acquirer-admin", "underwriter", "risk-analyst", "finance", "support");
    private static final String OTHER_TENANT = "jiuzhou";

    static Stranger of(String name, Person person) {
        return new Stranger(name, person.role(), person.token());
    }

    static Stranger nobody() {
        return new Stranger("nobody", "", null);
    }

    /** Another merchant of the tenant, an applicant of it, and everybody of another tenant, a merchant there too. */
    static List<Stranger> all(String tenant) {
        Person neighbour = Applicants.newOwner(tenant);
        Applicants.becomeMerchant(neighbour, "Neighbour of the Shop");
        Person foreigner = Applicants.newOwner(OTHER_TENANT);
        Applicants.becomeMerchant(foreigner, "Merchant Abroad");
        List<Stranger> all = new ArrayList<>(List.of(
                of("the neighbour", neighbour),
                of("an applicant", Applicants.newOwner(tenant)),
                of("a merchant abroad", foreigner),
                of("a manager abroad", Applicants.newManager(foreigner))));
        STAFF.forEach(role -> all.add(of(role + " abroad", People.of(OTHER_TENANT, role))));
        return all;
    }

    Response send(Probe probe) {
        return send(probe, "*");
    }

    Response send(Probe probe, String version) {
        RequestSpecification request = request().header("If-Match", version);
        if (!probe.reads()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString()).contentType(contentType(probe));
        }
        Object body = probe.body();
        if (probe.target().contains("/documents?")) {
            request.body("%PDF-1.7\nmore".getBytes(StandardCharsets.US_ASCII));
        } else if (body instanceof String text) {
            request.body(text.getBytes(StandardCharsets.UTF_8));
        } else if (body != null) {
            request.body(body);
        }
        return request.request(probe.method(), probe.target());
    }

    /** The present version of what a probe changes; {@code *} for what has none. */
    String versionFor(Probe probe) {
        String version = request().get(probe.target()).header("ETag");
        return version == null ? "*" : version;
    }

    private RequestSpecification request() {
        RequestSpecification request = RestAssured.given().redirects().follow(false);
        return token == null ? request : request.auth().oauth2(token);
    }

    private static String contentType(Probe probe) {
        if (probe.target().contains("/documents?")) {
            return "application/pdf";
        }
        if (probe.target().contains("/est/")) {
            return "application/pkcs10";
        }
        if (probe.target().startsWith("/bank/")) {
            return "application/xml";
        }
        return probe.target().endsWith("/import") ? "text/csv" : ContentType.JSON.toString();
    }
}
