package io.tillgate.onboarding.rest;

import static io.restassured.RestAssured.given;
import static io.tillgate.onboarding.rest.Applicants.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.tillgate.stack.People;
import io.tillgate.stack.People.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buttons pressed twice, too late, or by two people at once: one effect, and a clear no to whoever came second. */
@QuarkusTest
class PressingTwiceIT {
    private static final String APPLICATIONS = "/api/v1/applications/";
    private static final Map<String, Object> APPROVE = Map.of("decision", "approve");
    private static final Map<String, Object> REFUSE = Map.of("decision", "refuse", "reasons", List.of("NOT_NOW"));

    private final Person underwriter = People.of("harbour", "underwriter");
    private final Person admin = People.of("harbour", "acquirer-admin");

    @BeforeEach
    void tenants_are_applied() {
        People.awaitTenants();
    }

    @Test
    void two_who_approve_at_once_make_one_merchant_and_one_hears_it_was_decided() throws Exception {
        String id = agreed("Two Underwriters");

        List<Response> answers = atOnce(List.of(review(underwriter, id, APPROVE), review(admin, id, APPROVE)));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
        assertThat(codes(answers)).containsOnly("ALREADY_DECIDED");
        as(underwriter)
                .queryParam("q", "Two Underwriters")
                .get("/api/v1/merchants")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void of_an_approval_and_a_refusal_at_once_one_stands() throws Exception {
        String id = agreed("Yes And No");

        List<Response> answers = atOnce(List.of(review(underwriter, id, APPROVE), review(admin, id, REFUSE)));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
        assertThat(codes(answers)).containsOnly("ALREADY_DECIDED");
        boolean approved = answers.getFirst().statusCode() == 200;
        as(underwriter)
                .get(APPLICATIONS + id)
                .then()
                .body("application.state", equalTo(approved ? "approved" : "refused"));
        as(underwriter)
                .queryParam("q", "Yes And No")
                .get("/api/v1/merchants")
                .then()
                .body("items", hasSize(approved ? 1 : 0));
    }

    @Test
    void what_was_refused_stays_refused() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Refused For Good");
        reviewed(underwriter, id, REFUSE).statusCode(200);

        reviewed(underwriter, id, REFUSE).statusCode(200).body("application.state", equalTo("refused"));
        decided(reviewed(underwriter, id, APPROVE));
        decided(reviewed(admin, id, APPROVE));
        decided(as(owner).post(APPLICATIONS + id + "/submit").then());
        decided(as(owner).post(APPLICATIONS + id + "/withdraw").then());
        decided(accepting(owner, id).then());
        decided(uploading(owner, id).then());
        as(admin)
                .queryParam("type", "application")
                .queryParam("id", id)
                .get("/api/v1/audit")
                .then()
                .body("items.findAll { it.action == 'application.refuse' }", hasSize(1));
    }

    @Test
    void what_was_approved_cannot_be_refused_or_taken_back() {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Approved For Good");
        Applicants.accept(owner, id);
        reviewed(underwriter, id, APPROVE).statusCode(200);

        reviewed(underwriter, id, APPROVE).statusCode(200).body("application.state", equalTo("approved"));
        decided(reviewed(underwriter, id, REFUSE));
        decided(reviewed(admin, id, APPROVE));
        decided(as(owner).post(APPLICATIONS + id + "/submit").then());
        decided(as(owner).post(APPLICATIONS + id + "/withdraw").then());
    }

    @Test
    void handed_in_twice_at_once_it_is_one_submission() throws Exception {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.start(owner, Applicants.form("Handed In Twice"));
        Applicants.upload(owner, id);
        Callable<Response> submit = post(owner, APPLICATIONS + id + "/submit", null);

        List<Response> answers = atOnce(List.of(submit, submit, submit));

        assertThat(statuses(answers)).containsOnly(200);
        as(owner)
                .get(APPLICATIONS + id)
                .then()
                .body("application.state", equalTo("submitted"))
                .body("application.submission", equalTo(1));
        as(owner)
                .body(Applicants.form("Changed Under Review"))
                .header("If-Match", as(owner).get(APPLICATIONS + id).header("ETag"))
                .put(APPLICATIONS + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("UNDER_REVIEW"));
        uploading(owner, id).then().statusCode(409).body("code", equalTo("UNDER_REVIEW"));
    }

    @Test
    void the_agreement_accepted_twice_at_once_makes_one_merchant() throws Exception {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Agreed Twice");
        reviewed(underwriter, id, APPROVE).statusCode(200).body("application.state", equalTo("awaiting-agreement"));
        String version = as(owner).get(APPLICATIONS + id).path("agreement.version");
        Callable<Response> accept = post(owner, APPLICATIONS + id + "/agreement", Map.of("version", version));

        List<Response> answers = atOnce(List.of(accept, accept, accept));

        assertThat(statuses(answers)).containsOnly(200);
        as(underwriter)
                .queryParam("q", "Agreed Twice")
                .get("/api/v1/merchants")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void approved_or_taken_back_at_once_it_is_one_of_the_two() throws Exception {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, "Changed Mind");
        Applicants.accept(owner, id);

        List<Response> answers =
                atOnce(List.of(review(underwriter, id, APPROVE), post(owner, APPLICATIONS + id + "/withdraw", null)));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
        assertThat(codes(answers)).containsOnly("ALREADY_DECIDED");
    }

    private static String agreed(String name) {
        Person owner = Applicants.newOwner("harbour");
        String id = Applicants.submitted(owner, name);
        Applicants.accept(owner, id);
        return id;
    }

    private static Callable<Response> review(Person person, String id, Map<String, Object> form) {
        return post(person, APPLICATIONS + id + "/review", form);
    }

    /** Signs in now, so that the calls themselves meet. */
    private static Callable<Response> post(Person person, String path, @Nullable Object body) {
        String token = person.token();
        return () -> {
            var request = given().auth().oauth2(token).contentType(ContentType.JSON);
            return body == null ? request.post(path) : request.body(body).post(path);
        };
    }

    private static ValidatableResponse reviewed(Person person, String id, Map<String, Object> form) {
        return as(person).body(form).post(APPLICATIONS + id + "/review").then();
    }

    private static Response accepting(Person owner, String id) {
        String version = as(owner).get(APPLICATIONS + id).path("agreement.version");
        return as(owner).body(Map.of("version", version)).post(APPLICATIONS + id + "/agreement");
    }

    private static Response uploading(Person owner, String id) {
        return given().auth()
                .oauth2(owner.token())
                .contentType("application/pdf")
                .queryParam("name", "late.pdf")
                .body("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .post(APPLICATIONS + id + "/documents");
    }

    private static void decided(ValidatableResponse answer) {
        answer.statusCode(409).contentType("application/problem+json").body("code", equalTo("ALREADY_DECIDED"));
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        List<Response> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Response> answer : people.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }

    private static List<String> codes(List<Response> answers) {
        return answers.stream()
                .filter(answer -> answer.statusCode() >= 400)
                .map(answer -> answer.<String>path("code"))
                .toList();
    }
}
