package io.tillgate.terminals.mqtt;

import static com.hivemq.client.mqtt.datatypes.MqttQos.AT_LEAST_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Takeover, revocation, redelivery, silence, farewell: with every wake-up lost, since none is sent here. */
class KeepingSessionsTest {
    private static final GatewayUnderTest gateway = new GatewayUnderTest();
    private final GatewayUnderTest.Terminal terminal = gateway.newTerminal();

    @AfterAll
    static void close() {
        gateway.close();
    }

    @Test
    void a_second_connection_takes_over_and_the_first_is_told() {
        var end = new CompletableFuture<Throwable>();
        connect(gateway, end);

        Mqtt5BlockingClient second = gateway.connected5(terminal);

        assertThat(reason(end)).isEqualTo(Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER);
        assertThat(second.getState().isConnected()).isTrue();
        second.disconnect();
    }

    @Test
    void a_connection_on_another_node_takes_over_at_the_next_pulse() {
        var end = new CompletableFuture<Throwable>();
        connect(gateway, end);

        try (var other = new GatewayUnderTest(gateway)) {
            Mqtt5BlockingClient second = other.connected5(terminal);
            gateway.pulsing.round();

            assertThat(reason(end)).isEqualTo(Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER);
            other.pulsing.round();
            assertThat(second.getState().isConnected()).isTrue();
            second.disconnect();
        }
    }

    @Test
    void revocation_ends_the_live_session_at_the_next_pulse() {
        var end = new CompletableFuture<Throwable>();
        connect(gateway, end);

        gateway.sessions.allowed.put(terminal.id(), Set.of());
        gateway.pulsing.round();

        assertThat(reason(end)).isEqualTo(Mqtt5DisconnectReasonCode.ADMINISTRATIVE_ACTION);
    }

    @Test
    void what_waits_is_brought_in_order_and_leaves_the_outbox_with_the_puback() throws Exception {
        for (int i = 1; i <= 40; i++) {
            gateway.outbox.accept(terminal.id(), "cmd", new JsonObject().put("n", i));
        }
        Mqtt5BlockingClient client = gateway.five(terminal).buildBlocking();

        try (var downlinks = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.connect();
            client.subscribeWith()
                    .topicFilter(terminal.dn("#"))
                    .qos(AT_LEAST_ONCE)
                    .send();

            for (int i = 1; i <= 40; i++) {
                assertThat(json(downlinks.receive(5, TimeUnit.SECONDS).orElseThrow())
                                .getJsonObject("body")
                                .getInteger("n"))
                        .isEqualTo(i);
            }
        }
        await().until(() -> gateway.outbox.waiting(terminal.id()) == 0);
        client.disconnect();
    }

    @Test
    void what_was_not_acknowledged_comes_again_on_the_next_connection() throws Exception {
        gateway.outbox.accept(terminal.id(), "cmd", new JsonObject().put("n", 1));
        Mqtt5BlockingClient first = gateway.five(terminal).buildBlocking();
        try (var downlinks = first.publishes(MqttGlobalPublishFilter.ALL, true)) {
            first.connect();
            first.subscribeWith()
                    .topicFilter(terminal.dn("#"))
                    .qos(AT_LEAST_ONCE)
                    .send();
            assertThat(downlinks.receive(5, TimeUnit.SECONDS)).isPresent(); // and not acknowledged
            first.disconnect();
        }
        assertThat(gateway.outbox.waiting(terminal.id())).isEqualTo(1);

        Mqtt5BlockingClient second = gateway.five(terminal).buildBlocking();
        try (var downlinks = second.publishes(MqttGlobalPublishFilter.ALL)) {
            second.connect();
            second.subscribeWith()
                    .topicFilter(terminal.dn("#"))
                    .qos(AT_LEAST_ONCE)
                    .send();
            assertThat(downlinks.receive(5, TimeUnit.SECONDS)).isPresent();
        }
        await().until(() -> gateway.outbox.waiting(terminal.id()) == 0);
        second.disconnect();
    }

    @Test
    void new_mail_is_found_by_the_pulse() throws Exception {
        Mqtt5BlockingClient client = gateway.five(terminal).buildBlocking();
        try (var downlinks = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.connect();
            client.subscribeWith()
                    .topicFilter(terminal.dn("#"))
                    .qos(AT_LEAST_ONCE)
                    .send();
            gateway.outbox.accept(terminal.id(), "ver", new JsonObject().put("documents", "x"));
            gateway.sessions.mail = t -> t.equals(terminal.id());
            gateway.pulsing.round();

            assertThat(downlinks.receive(5, TimeUnit.SECONDS)).isPresent();
        }
        gateway.sessions.mail = t -> false;
        client.disconnect();
    }

    @Test
    void a_session_that_was_to_be_kept_is_present_with_its_subscriptions() {
        Mqtt5BlockingClient client = gateway.five(terminal).buildBlocking();
        client.connectWith().cleanStart(false).sessionExpiryInterval(3600).send();
        client.subscribeWith().topicFilter(terminal.dn("#")).qos(AT_LEAST_ONCE).send();
        client.disconnect();

        var again = gateway.five(terminal)
                .buildBlocking()
                .connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3600)
                .send();

        assertThat(again.isSessionPresent()).isTrue();
    }

    @Test
    void at_shutdown_every_terminal_is_told_and_nobody_counts_as_lost() {
        var node = new GatewayUnderTest();
        var own = node.newTerminal();
        var end = new CompletableFuture<Throwable>();
        node.five(own)
                .addDisconnectedListener(context -> end.complete(context.getCause()))
                .buildBlocking()
                .connect();

        node.close();

        assertThat(reason(end)).isEqualTo(Mqtt5DisconnectReasonCode.SERVER_SHUTTING_DOWN);
        assertThat(node.sessions.closings).containsExactly("shutting_down");
    }

    @Test
    void a_publish_before_connack_is_not_taken_in_and_not_acknowledged() throws Exception {
        int before = gateway.requests.size();
        try (SSLSocket socket = socket()) {
            OutputStream out = socket.getOutputStream();
            byte[] connect = Packets.connect(terminal.id().toString());
            byte[] publish = Packets.publish(terminal.up("auth"), "{}");
            byte[] both = new byte[connect.length + publish.length];
            System.arraycopy(connect, 0, both, 0, connect.length);
            System.arraycopy(publish, 0, both, connect.length, publish.length);
            out.write(both);
            out.flush();

            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(answer).doesNotContain((byte) 0x40);
        }
        assertThat(gateway.requests).hasSize(before);
    }

    @Test
    void pubacks_leave_in_the_order_of_the_publishes_and_only_after_the_commit() throws Exception {
        ConcurrentMap<String, CompletableFuture<JsonObject>> commits = new ConcurrentHashMap<>();
        gateway.handler = (request, acceptance) -> Uni.createFrom()
                .completionStage(commits.computeIfAbsent(request.body().getString("n"), n -> new CompletableFuture<>()))
                .invoke(acceptance::committed);
        try (SSLSocket socket = socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(Packets.connect(terminal.id().toString()));
            out.flush();
            assertThat(socket.getInputStream().readNBytes(4)).startsWith(0x20, 2, 0, 0);
            for (int n = 1; n <= 3; n++) {
                JsonObject body = new JsonObject().put("n", Integer.toString(n));
                out.write(Packets.publish(
                        n, terminal.up("auth"), GatewayUnderTest.envelope(body).encode()));
            }
            out.flush();
            for (String n : List.of("3", "2")) {
                commits.computeIfAbsent(n, k -> new CompletableFuture<>()).complete(new JsonObject());
            }
            out.write(new byte[] {(byte) 0xC0, 0});
            out.flush();
            // the answer to a ping that came after the commits: no PUBACK before it
            assertThat(socket.getInputStream().readNBytes(2)).containsExactly(0xD0, 0);
            commits.computeIfAbsent("1", k -> new CompletableFuture<>()).complete(new JsonObject());

            assertThat(socket.getInputStream().readNBytes(12))
                    .containsExactly(0x40, 2, 0, 1, 0x40, 2, 0, 2, 0x40, 2, 0, 3);
        }
        gateway.handler = GatewayUnderTest.ECHO;
    }

    @Test
    void a_packet_above_64_kilobytes_ends_the_connection() throws Exception {
        try (SSLSocket socket = socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(Packets.connect(terminal.id().toString()));
            out.flush();
            assertThat(socket.getInputStream().readNBytes(4)).startsWith(0x20, 2, 0, 0);

            assertThat(answerTo(Packets.publish(terminal.up("auth"), "x".repeat(70_000)), socket))
                    .isEmpty();
        }
    }

    /** Whoever is cut off while writing sees a broken pipe or a reset: no answer either. */
    private static byte[] answerTo(byte[] packet, SSLSocket socket) {
        try {
            socket.getOutputStream().write(packet);
            socket.getOutputStream().flush();
            return socket.getInputStream().readAllBytes();
        } catch (SocketException cutOff) {
            return new byte[0];
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Test
    void a_flood_is_refused_and_the_connection_stays() {
        try (var slow = new GatewayUnderTest(Map.of("tillgate.mqtt.messages-per-second", "2"))) {
            var own = slow.newTerminal();
            Mqtt5BlockingClient client = slow.connected5(own);
            long refused = java.util.stream.IntStream.range(0, 20)
                    .filter(i -> {
                        try {
                            client.publishWith()
                                    .topic(own.up("state"))
                                    .qos(AT_LEAST_ONCE)
                                    .payload(GatewayUnderTest.envelope(new JsonObject())
                                            .toBuffer()
                                            .getBytes())
                                    .send();
                            return false;
                        } catch (com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException e) {
                            return true;
                        }
                    })
                    .count();

            assertThat(refused).isBetween(10L, 18L);
            assertThat(client.getState().isConnected()).isTrue();
            client.disconnect();
        }
    }

    private void connect(GatewayUnderTest node, CompletableFuture<Throwable> end) {
        node.five(terminal)
                .addDisconnectedListener((MqttClientDisconnectedContext context) -> end.complete(context.getCause()))
                .buildBlocking()
                .connect();
    }

    private static Mqtt5DisconnectReasonCode reason(CompletableFuture<Throwable> end) {
        Throwable cause = end.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(cause).isInstanceOf(Mqtt5DisconnectException.class);
        return ((Mqtt5DisconnectException) cause).getMqttMessage().getReasonCode();
    }

    private SSLSocket socket() throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(
                terminal.device().keys().getKeyManagers(),
                gateway.pki.serverTrust().getTrustManagers(),
                null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", gateway.port());
        socket.setSoTimeout(5_000);
        socket.startHandshake();
        return socket;
    }

    private static JsonObject json(Mqtt5Publish publish) {
        return new JsonObject(new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8));
    }
}
