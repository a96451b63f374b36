package io.tillgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tillgate.architecture.ApiDocument.Operation;
import io.tillgate.architecture.Mistakes.Mistake;
import io.tillgate.architecture.Probe.Reach;
import io.tillgate.stack.FilledShop;
import io.tillgate.stack.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever a program gets wrong, each operation answers with a problem document that says what and where, and none fails on
 * our side.
 */
@QuarkusTest
class CarelessProgramsIT {
    private static final Set<Reach> OVER_HTTP = Set.of(Reach.ONE, Reach.MANY, Reach.OWN, Reach.PLATFORM);
    private static final int WORDS_MIN = 3;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void every_mistake_is_answered_with_a_problem_that_says_what_and_where() {
        FilledShop shop = FilledShop.newOne("Careless Shop");
        Map<String, Operation> operations = ApiDocument.ofTheService().operations().stream()
                .collect(Collectors.toMap(Operation::name, Function.identity()));
        Map<String, String> tokens = new HashMap<>(Map.of(
                "merchant-owner", shop.owner().token(),
                "operator", People.operator().token()));
        List<String> found = new ArrayList<>();

        for (Probe probe : Probes.of(shop)) {
            if (!OVER_HTTP.contains(probe.reach())) {
                continue;
            }
            String token = tokens.computeIfAbsent(
                    role(probe), role -> People.of(FilledShop.TENANT, role).token());
            for (Mistake mistake : Mistakes.in(probe, operations.get(probe.operation()))) {
                String wrong = wrong(mistake, send(probe.method(), mistake, token));
                if (!wrong.isEmpty()) {
                    found.add(probe.operation() + " with " + mistake.name() + ": " + wrong);
                }
            }
        }

        assertThat(found).isEmpty();
    }

    private static String role(Probe probe) {
        if (probe.reach() == Reach.PLATFORM) {
            return "operator";
        }
        return probe.role().isEmpty() ? "finance" : probe.role();
    }

    /** By the plain client: it sends a target as it stands. */
    private HttpResponse<String> send(String method, Mistake mistake, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + mistake.target()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(mistake.bytes()));
        mistake.headers().forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + mistake.target() + " with " + mistake.name(), broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String wrong(Mistake mistake, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2 && !mistake.certain()) {
            return "";
        }
        String shown = status + " " + shortened(answer.body());
        if (status / 100 != 4) {
            return shown;
        }
        try {
            JsonNode problem = json.readTree(answer.body());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            boolean says = type.startsWith("application/problem+json")
                    && problem.path("code").asText().matches("[A-Z][A-Z0-9_]+")
                    && problem.path("status").asInt() == status
                    && problem.path("detail").asText().split(" ").length >= WORDS_MIN
                    && saysWhere(mistake, problem);
            return says ? "" : type + " " + shown;
        } catch (IOException notJson) {
            return "not JSON: " + shown;
        }
    }

    /** Which member of the body, or which parameter, a refused value stands in. */
    private static boolean saysWhere(Mistake mistake, JsonNode problem) {
        String place = mistake.place();
        // other codes name what they are about
        boolean ofForm =
                Set.of("MALFORMED", "VALIDATION").contains(problem.path("code").asText());
        return place.isEmpty()
                || !ofForm
                || problem.path("detail").asText().contains("U+0000")
                || problem.findValuesAsText("path").stream().anyMatch(path -> !path.isEmpty())
                || problem.path("detail").asText().contains(place.substring(place.lastIndexOf('/') + 1));
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
