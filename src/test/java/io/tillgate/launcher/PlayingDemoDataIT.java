package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.tillgate.launcher.demo.Api;
import io.tillgate.launcher.demo.Running;
import io.tillgate.launcher.process.Signal;
import io.tillgate.launcher.replay.PlannedSales;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The first {@code up} plays days; killed in the middle it goes on at the next one, and nothing is there twice. */
class PlayingDemoDataIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PLAYED_WITHIN = Duration.ofMinutes(5);
    private static final List<String> TENANTS = List.of("harbour", "jiuzhou");
    private static final String PARTS = "postgres,keycloak,simulators,service";

    private final Path data = RunningLauncher.workingCopy().resolve("target/played");
    private final Map<String, String> environment = new HashMap<>(RunningLauncher.freePorts());

    @Test
    void broken_off_and_begun_again_every_sale_is_there_once_and_business_time_is_now() throws Exception {
        SurvivingAKillIT.emptied(data);
        environment.put("TILLGATE_REPLAY", "on");
        try (RunningLauncher up = RunningLauncher.up(data, environment, PARTS)) {
            up.awaitLine("is over");
            up.signal(Signal.KILL).exitCodeWithin(Duration.ofSeconds(10));
        }
        int before = steps();
        assertThat(before).isPositive();

        try (RunningLauncher up = RunningLauncher.up(data, environment, PARTS)) {
            up.awaitReady();
            assertThat(read("up.json").get("replay").asText()).isEqualTo("running");
            await().atMost(PLAYED_WITHIN)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> read("replay.json").get("done").asBoolean());

            JsonNode journal = read("replay.json");
            assertThat(journal.path("failure").isNull()).as(journal::toString).isTrue();
            assertThat(journal.get("attempts").asInt()).isEqualTo(2);
            assertThat(steps()).isGreaterThan(before);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> read("up.json").get("replay").asText().equals("done"));
            TENANTS.forEach(slug -> thereOnce(slug, journal));
            TENANTS.forEach(this::tillsAreAlive);
            up.signal(Signal.TERM).exitCodeWithin(Duration.ofSeconds(20));
        }
    }

    private void thereOnce(String slug, JsonNode journal) {
        Running running = Running.from(data.resolve("up.json"));
        Api finance = new Api(running.where(), running.user(slug, "finance"));
        List<JsonNode> sales = all(finance, "/api/v1/payments?kind=sale&limit=200");
        Set<String> requests = new HashSet<>();
        sales.forEach(payment -> requests.add(payment.get("requestId").asText()));
        Instant through =
                Instant.parse(journal.get("tenants").get(slug).get("at").asText());

        assertThat(requests).hasSameSizeAs(sales);
        assertThat((long) sales.size())
                .isEqualTo(PlannedSales.count(
                        slug, LocalDate.parse(journal.get("today").asText()), through));
        assertThat(finance.get("/api/v1/ledger/proof").get("balanced").asBoolean())
                .isTrue();
        assertThat(states(finance)).contains("booked", "drafted", "signed");
        assertThat(Duration.between(businessTime(slug), Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    /** Some on line with what they hold, and one that is switched off. */
    private void tillsAreAlive(String slug) {
        Running running = Running.from(data.resolve("up.json"));
        Api owner = new Api(running.where(), running.user(slug, "merchant-owner"));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    JsonNode tills = owner.get("/api/v1/terminals?limit=200").get("items");
                    List<JsonNode> online = new ArrayList<>();
                    tills.forEach(till -> {
                        if (till.at("/connection/online").asBoolean()) {
                            online.add(till);
                        }
                    });
                    assertThat(online).isNotEmpty().hasSizeLessThan(tills.size());
                    assertThat(online)
                            .allSatisfy(till -> assertThat(till.get("documents").has("catalogue"))
                                    .as(till::toString)
                                    .isTrue());
                });
    }

    private static Set<String> states(Api finance) {
        Set<String> states = new HashSet<>();
        all(finance, "/api/v1/payouts?limit=200")
                .forEach(payout -> states.add(payout.get("state").asText()));
        return states;
    }

    /** As the launcher reads it. */
    private Instant businessTime(String slug) {
        String address = read("up.json").get("http").asText() + "/embedded/business-clock/" + slug;
        return Instant.parse(RestAssured.given()
                .header(
                        "X-Tillgate-Launcher",
                        read("secrets.json").get("BUSINESS_CLOCK").asText())
                .get(address)
                .path("now"));
    }

    private static List<JsonNode> all(Api api, String path) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.get(path + after);
            page.get("items").forEach(all::add);
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asText() : "";
        } while (!after.isEmpty());
        return all;
    }

    private int steps() {
        int steps = 0;
        for (JsonNode mark : read("replay.json").get("tenants")) {
            steps += mark.get("steps").asInt();
        }
        return steps;
    }

    private JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(data.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
