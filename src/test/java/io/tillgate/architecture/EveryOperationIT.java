package io.tillgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.tillgate.architecture.ApiDocument.Operation;
import io.tillgate.architecture.Probe.Reach;
import io.tillgate.stack.FilledShop;
import io.tillgate.stack.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the API, with ids of a filled shop: its owner gets an answer, and neither nobody nor another merchant of
 * the tenant nor anybody of another tenant sees or changes any of it.
 */
@QuarkusTest
class EveryOperationIT {
    private static final Set<Reach> SIGNED_IN = Set.of(Reach.ONE, Reach.MANY, Reach.OWN, Reach.PLATFORM);

    /** Pages that need no sign-in, and why. */
    private static final Map<String, String> OPEN_PAGES = Map.of(
            "GET /portal/{slug}/brand.css", "colours of the sign-in page",
            "GET /portal/{slug}/language/{tag}", "sets a cookie and goes back",
            "GET /portal/{slug}/scheme/{scheme}", "sets a cookie and goes back",
            "GET /portal/{slug}/signed-out", "says so to who has no session");

    @Test
    void each_operation_has_a_probe() {
        assertThat(Probes.of(FilledShop.ofTheRun()).stream().map(Probe::operation))
                .as("operations: add a probe for a new one to Probes")
                .containsExactlyInAnyOrderElementsOf(CodeRoutes.ofTheApi());
    }

    @Test
    void without_a_token_nothing_is_answered() {
        Stranger nobody = Stranger.nobody();
        SoftAssertions softly = new SoftAssertions();

        for (Probe probe : Probes.of(FilledShop.ofTheRun())) {
            int status = nobody.send(probe).statusCode();
            switch (probe.reach()) {
                case ONE, MANY, OWN, PLATFORM ->
                    softly.assertThat(status).as(probe.operation()).isEqualTo(401);
                case TERMINAL -> softly.assertThat(status).as(probe.operation()).isEqualTo(404);
            }
        }

        softly.assertAll();
    }

    @Test
    void what_its_owner_reaches_no_stranger_does() {
        FilledShop shop = FilledShop.newOne("Watched Shop");
        Map<String, Operation> operations = ApiDocument.ofTheService().operations().stream()
                .collect(Collectors.toMap(Operation::name, Function.identity()));
        List<Stranger> strangers = Stranger.all(FilledShop.TENANT);
        Map<String, Stranger> insiders = new HashMap<>();
        insiders.put("merchant-owner", Stranger.of("the owner", shop.owner()));
        List<String> found = new ArrayList<>();

        for (Probe probe : Probes.of(shop)) {
            if (!SIGNED_IN.contains(probe.reach())) {
                continue;
            }
            Set<String> roles = operations.get(probe.operation()).roles();
            for (Stranger stranger : strangers) {
                Response answer = stranger.send(probe);
                if (answer.statusCode() / 100 == 5
                        || !Secrecy.of(shop).isKept(probe, allowed(roles, stranger), answer)) {
                    found.add("%s: %s got %d %s"
                            .formatted(probe.operation(), stranger.name(), answer.statusCode(), text(answer)));
                }
            }
            if (!probe.role().isEmpty()) {
                Stranger insider = insiders.computeIfAbsent(
                        probe.role(), role -> Stranger.of(role, People.of(FilledShop.TENANT, role)));
                Response answer = insider.send(probe, insider.versionFor(probe));
                if (!isReached(probe, answer) || !isDocumented(operations.get(probe.operation()), answer)) {
                    found.add("%s: %s got %d %s"
                            .formatted(probe.operation(), insider.name(), answer.statusCode(), text(answer)));
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void a_page_of_the_portal_opens_for_its_own_people_only() {
        String foreigner = People.of("jiuzhou", "acquirer-admin").token();
        List<String> found = new ArrayList<>();

        for (String route : CodeRoutes.ofThePortal()) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1)
                    .replace("{slug}", FilledShop.TENANT)
                    .replaceAll("\\{[A-Za-z]+}", "00000000-0000-7000-8000-000000000001");
            int nobody = RestAssured.given()
                    .redirects()
                    .follow(false)
                    .request(method, path)
                    .statusCode();
            int foreign = RestAssured.given()
                    .redirects()
                    .follow(false)
                    .auth()
                    .oauth2(foreigner)
                    .request(method, path)
                    .statusCode();
            if (!OPEN_PAGES.containsKey(route) && (nobody / 100 == 2 || foreign / 100 == 2)) {
                found.add("%s: nobody got %d, a foreigner %d".formatted(route, nobody, foreign));
            }
        }

        assertThat(found).isEmpty();
    }

    /** No role named: everybody who is signed in. */
    private static boolean allowed(Set<String> roles, Stranger stranger) {
        return roles.isEmpty() || roles.contains(stranger.role());
    }

    /** The status of a success stands in the document, a made thing is where Location says; a refusal may be any of 4xx. */
    private static boolean isDocumented(Operation operation, Response answer) {
        int status = answer.statusCode();
        JsonNode documented = operation.description().path("responses").path(String.valueOf(status));
        return status / 100 == 4
                || (!documented.isMissingNode() && (status != 201 || answer.header("Location") != null));
    }

    /** A read gives it; a change is made, or refused for a reason that only who sees the thing can have. */
    private static boolean isReached(Probe probe, Response answer) {
        int status = answer.statusCode();
        if (probe.reach() == Reach.OWN && !probe.reads()) {
            return status / 100 != 5 && status != 401 && status != 403;
        }
        return status / 100 == 2 || (!probe.reads() && (status == 409 || status == 422));
    }

    private static String text(Response answer) {
        String text = answer.asString();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
