package io.tillgate.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.tillgate.stack.People;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the health endpoints promise to a balancer and to a person. */
@QuarkusTest
class ReadyOnlyWhenItCanServeIT {
    @BeforeEach
    void wait_until_it_is_ready() {
        People.awaitTenants();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void each_question_is_answered(String question) {
        assertThat(RestAssured.get("/q/health/" + question).jsonPath().getString("status"))
                .isEqualTo("UP");
    }

    @Test
    void info_names_the_build_and_nothing_else() {
        JsonPath info =
                RestAssured.get("/q/info").then().statusCode(200).extract().jsonPath();

        assertThat(info.getMap("$")).containsOnlyKeys("build");
        assertThat(info.getString("build.version")).isNotBlank();
    }

    @Test
    void ready_means_tenants_database_and_both_device_listeners() {
        JsonPath ready = RestAssured.get("/q/health/ready").jsonPath();

        assertThat(ready.getList("checks.name", String.class))
                .contains("tenants", "mqtt", "device-listener", "card-host-links", "security-module")
                .anyMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("postgresql"));
        assertThat(ready.getInt("checks.find { it.name == 'mqtt' }.data.port")).isPositive();
        assertThat(ready.getInt("checks.find { it.name == 'device-listener' }.data.port"))
                .isPositive();
    }

    @Test
    void a_card_host_is_shown_and_does_not_decide() {
        JsonPath ready = RestAssured.get("/q/health/ready").jsonPath();

        String state = ready.getString("checks.find { it.name == 'card-host-links' }.data['harbour-primary']");
        assertThat(state).isIn(List.of("DOWN", "CONNECTING", "SIGNING_ON", "UP"));
        assertThat(ready.getString("checks.find { it.name == 'card-host-links' }.status"))
                .isEqualTo("UP");
    }

    @Test
    void metrics_name_what_an_operator_watches() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(RestAssured.get("/q/metrics").asString())
                        .contains("tillgate_outbox_events{state=\"waiting\",tenant=\"harbour\"}")
                        .contains("tillgate_outbox_events{state=\"dead\",tenant=\"harbour\"}")
                        .contains("tillgate_host_duties{state=\"owed\",tenant=\"harbour\"}")
                        .contains("tillgate_host_duties{state=\"abandoned\",tenant=\"harbour\"}")
                        .contains("tillgate_host_connections_up{link=\"harbour-")
                        .contains("tillgate_ledger_seal_lag_millis")
                        .contains("tillgate_commit_queue_units")
                        .contains("tillgate_mqtt_sessions"));
    }
}
