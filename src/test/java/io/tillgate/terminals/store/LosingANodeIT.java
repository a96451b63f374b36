package io.tillgate.terminals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that dies leaves sessions that look alive; they end all the same, and their wills are filed. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class LosingANodeIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final TenantId TENANT = Tenant.idOf(OpenShop.TENANT);
    private static final String ONE = " where tenant_id = $1 and terminal_id = $2";

    @Inject
    LostSessions lost;

    @Inject
    TenantTransaction transactions;

    private OpenShop shop;

    @BeforeEach
    void a_shop() {
        shop = OpenShop.ofThisRun();
    }

    @Test
    void its_terminals_go_off_line_and_their_wills_are_filed_once() {
        UUID terminal = shop.enrol(shop.newTerminal()).terminalId();
        run(
                "insert into terminal_session (tenant_id, terminal_id, merchant_id, epoch, node, serial, connected, protocol,"
                        + " source, connected_at, seen_at, expiry_seconds, will) select tenant_id, id, merchant_id, 7, 'dead',"
                        + " 'x', true, 5, '127.0.0.1', now() - interval '2 minutes', now() - interval '46 seconds', 3600,"
                        + " 'the line is cut' from terminal where tenant_id = $1 and id = $2",
                terminal);

        lost.round().await().atMost(SOON);

        JsonNode connection = view(terminal).get("connection");
        assertThat(connection.get("online").asBoolean()).isFalse();
        assertThat(connection.get("endReason").asText()).isEqualTo("node_lost");
        assertThat(kinds(terminal)).contains("lost").doesNotContain("will");

        run("update terminal_session set will_due_at = now() - interval '11 seconds'" + ONE, terminal);
        lost.round().await().atMost(SOON);
        lost.round().await().atMost(SOON);

        assertThat(kinds(terminal)).containsOnlyOnce("will");
        assertThat(event(terminal, "will").at("/detail/message").asText()).isEqualTo("the line is cut");
        assertThat(event(terminal, "will").at("/detail/epoch").asLong()).isEqualTo(7);
    }

    @Test
    void a_node_that_was_only_cut_off_takes_its_sessions_back() {
        Lane lane = shop.lane();
        UUID terminal = lane.till().id();
        assertThat(view(terminal).at("/connection/online").asBoolean()).isTrue();
        run(
                "update terminal_session set seen_at = now() - interval '46 seconds', connected = false,"
                        + " end_reason = 'node_lost', ended_at = now()" + ONE,
                terminal);

        await().atMost(SOON).until(() -> view(terminal).at("/connection/online").asBoolean());

        assertThat(view(terminal).at("/connection").has("endReason")).isFalse();
        lane.till().close();
        await().atMost(SOON)
                .until(() -> view(terminal).at("/connection/endReason").asText().equals("disconnect"));
    }

    private JsonNode view(UUID terminal) {
        return shop.asOwner("/api/v1/terminals/" + terminal);
    }

    private List<String> kinds(UUID terminal) {
        List<String> kinds = new ArrayList<>();
        shop.asOwner("/api/v1/terminals/" + terminal + "/events")
                .get("items")
                .forEach(event -> kinds.add(event.get("kind").asText()));
        return kinds;
    }

    private JsonNode event(UUID terminal, String kind) {
        for (JsonNode event :
                shop.asOwner("/api/v1/terminals/" + terminal + "/events").get("items")) {
            if (event.get("kind").asText().equals(kind)) {
                return event;
            }
        }
        throw new AssertionError("no event " + kind);
    }

    private void run(String sql, UUID terminal) {
        transactions
                .sql(Scope.tenant(TENANT), c -> c.preparedQuery(sql).execute(Tuple.of(TENANT.value(), terminal)))
                .await()
                .atMost(SOON);
    }
}
