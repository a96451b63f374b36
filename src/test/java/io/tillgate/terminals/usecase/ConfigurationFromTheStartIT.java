package io.tillgate.terminals.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.merchants.Merchants;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.usecase.EditingStores;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.simulator.till.Till;
import io.tillgate.tenancy.Tenant;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A terminal is configured from its first minute, and hears when its shop changes. */
@QuarkusTest
class ConfigurationFromTheStartIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Merchants merchants;

    @Inject
    EditingStores editing;

    @Test
    void everything_a_terminal_needs_is_there_and_announced() {
        OpenShop shop = OpenShop.ofThisRun();
        Lane lane = shop.lane();

        long announced = version(lane.till().waitFor("ver", body -> version(body) >= 1, SOON));
        JsonNode document = configuration(lane.till(), 0);

        assertThat(document.get("version").asLong()).isGreaterThanOrEqualTo(1).isGreaterThanOrEqualTo(announced);
        JsonNode terminal = item(document, "terminal");
        assertThat(terminal.get("currency").asText()).isEqualTo("EUR");
        assertThat(terminal.get("serverTime").asText()).endsWith("Z");
        assertThat(terminal.get("mqtt").asText()).isEqualTo("localhost:" + System.getProperty("tillgate.mqtt.port"));
        assertThat(item(document, "shop").get("merchantName").asText()).isNotEmpty();
        assertThat(item(document, "shop").get("timeZone").asText()).isEqualTo("Europe/Paris");
        assertThat(item(document, "limits").get("saleMaximum").asLong()).isEqualTo(1_000_000);
        assertThat(item(document, "receipt").get("language").asText()).isEqualTo("en");
        lane.till().close();
    }

    @Test
    void asking_again_changes_nothing_and_a_changed_store_is_told() {
        OpenShop shop = OpenShop.ofThisRun();
        Lane lane = shop.lane();
        long before = configuration(lane.till(), 0).get("version").asLong();
        assertThat(items(configuration(lane.till(), before))).containsOnlyKeys("terminal");
        assertThat(configuration(lane.till(), 0).get("version").asLong()).isEqualTo(before);

        zone(shop, "Europe/Lisbon");

        lane.till().waitFor("ver", body -> version(body) > before, SOON);
        JsonNode changed = configuration(lane.till(), before);
        assertThat(items(changed)).containsOnlyKeys("terminal", "shop");
        assertThat(item(changed, "shop").get("timeZone").asText()).isEqualTo("Europe/Lisbon");
        zone(shop, "Europe/Paris");
        lane.till().close();
    }

    @Test
    void a_next_that_no_page_ended_with_is_refused() {
        Lane lane = OpenShop.ofThisRun().lane();

        for (String next : List.of("abc", "***", "MTox")) {
            ObjectNode wish = OpenShop.json().put("kind", "configuration").put("next", next);
            assertThat(refusal(lane.till(), "get", wish)).as(next).isEqualTo("SCHEMA");
        }
        lane.till().close();
    }

    @Test
    void an_answer_to_a_command_of_nobody_is_refused_and_one_to_its_own_is_taken_twice() {
        OpenShop shop = OpenShop.ofThisRun();
        Lane lane = shop.lane();
        Till till = lane.till();
        ObjectNode done = OpenShop.json().put("outcome", "done");
        String commands = "/api/v1/terminals/" + till.id() + "/commands";
        String id = shop.postAsOwner(commands, OpenShop.json().put("kind", "reboot"))
                .get("id")
                .asText();

        assertThat(refusal(till, "cmd", done)).isEqualTo("NO_SUCH_COMMAND");
        till.publish("cmd", till.envelope(id, done));
        till.publish("cmd", till.envelope(id, done));
        till.close();
    }

    @Test
    void a_reversal_of_a_request_that_never_came_names_no_payment() {
        Lane lane = OpenShop.ofThisRun().lane();
        ObjectNode reversal = OpenShop.undo("reversal", Till.newId());

        for (JsonNode answer : List.of(lane.advise(reversal), lane.advise(reversal))) {
            assertThat(answer.get("outcome").asText()).isEqualTo("approved");
            assertThat(answer.has("paymentId")).isFalse();
        }
        lane.till().close();
    }

    /** The code that comes down for a message under an id of its own. */
    private static String refusal(Till till, String channel, ObjectNode body) {
        String id = Till.newId();
        try {
            till.publish(channel, till.envelope(id, body));
        } catch (IllegalStateException refused) {
            // MQTT 5 hears the reason in PUBACK as well
        }
        Awaitility.await().atMost(SOON).until(() -> till.received().stream().anyMatch(down -> isAbout(down, id)));
        return till.received().stream()
                .filter(down -> isAbout(down, id))
                .findFirst()
                .orElseThrow()
                .envelope()
                .at("/body/code")
                .asText();
    }

    private static boolean isAbout(Till.Down down, String id) {
        return down.topic().equals("err") && down.envelope().path("id").asText().equals(id);
    }

    private void zone(OpenShop shop, String zone) {
        var tenant = Tenant.idOf(OpenShop.TENANT);
        Store store = merchants.store(tenant, shop.store()).await().atMost(SOON).orElseThrow();
        var caller =
                new Caller(tenant, OpenShop.TENANT, "test", "test", Set.of(Roles.ACQUIRER_ADMIN), null, "127.0.0.1");
        var details = store.details();
        editing.edit(
                        caller,
                        store.id(),
                        Versions.etag(store.version()),
                        new Store.Details(details.name(), details.address(), ZoneId.of(zone), details.phone()))
                .await()
                .atMost(SOON);
    }

    private static JsonNode configuration(Till till, long since) {
        return till.ask("get", OpenShop.json().put("kind", "configuration").put("since", since));
    }

    private static JsonNode item(JsonNode document, String key) {
        return Objects.requireNonNull(items(document).get(key), key);
    }

    private static Map<String, JsonNode> items(JsonNode document) {
        Map<String, JsonNode> items = new HashMap<>();
        document.get("items").forEach(item -> items.put(item.get("key").asText(), item.path("value")));
        return items;
    }

    private static long version(JsonNode versions) {
        for (JsonNode document : versions.get("documents")) {
            if (document.get("kind").asText().equals("configuration")) {
                return document.get("version").asLong();
            }
        }
        return -1;
    }
}
