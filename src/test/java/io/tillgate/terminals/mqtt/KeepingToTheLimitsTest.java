package io.tillgate.terminals.mqtt;

import static com.hivemq.client.mqtt.datatypes.MqttQos.AT_LEAST_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tenant and terminal agreed on, or the operator decided, holds on a live connection. */
class KeepingToTheLimitsTest {
    private final GatewayUnderTest gateway = new GatewayUnderTest();
    private final GatewayUnderTest.Terminal terminal = gateway.newTerminal();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void messages_above_the_tenants_minute_are_refused_by_id_and_reach_nobody() throws Exception {
        gateway.messagesPerMinute = 3;
        Mqtt5BlockingClient client = subscribed();
        for (int i = 0; i < 3; i++) {
            publish(client, GatewayUnderTest.envelope(new JsonObject()));
        }
        JsonObject one = GatewayUnderTest.envelope(new JsonObject().put("nested", new JsonObject().put("id", "no")));

        try (var down = client.publishes(MqttGlobalPublishFilter.ALL)) {
            var refused = catchThrowableOfType(Mqtt5PubAckException.class, () -> publish(client, one));

            assertThat(refused.getMqttMessage().getReasonCode()).isEqualTo(Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);
            JsonObject told = err(down);
            assertThat(told.getString("id")).isEqualTo(one.getString("id"));
            assertThat(told.getJsonObject("body").getString("code")).isEqualTo("QUOTA");
            assertThat(told.getJsonObject("body").getBoolean("retryable")).isTrue();
        }
        assertThat(gateway.requests).hasSize(3);
        assertThat(gateway.metrics
                        .counter("tillgate.mqtt.quota.exceeded", "tenant", "tenant")
                        .count())
                .isEqualTo(1);
        assertThat(client.getState().isConnected()).isTrue();
        client.disconnect();
    }

    @Test
    void a_new_connection_does_not_fill_the_minute_again() {
        gateway.messagesPerMinute = 2;
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        publish(client, GatewayUnderTest.envelope(new JsonObject()));
        publish(client, GatewayUnderTest.envelope(new JsonObject()));
        client.disconnect();

        Mqtt5BlockingClient again = gateway.connected5(terminal);

        assertThat(catchThrowableOfType(
                        Mqtt5PubAckException.class, () -> publish(again, GatewayUnderTest.envelope(new JsonObject()))))
                .isNotNull();
        again.disconnect();
    }

    @Test
    void mqtt_3_hears_on_err_which_message_was_not_taken() throws Exception {
        gateway.messagesPerMinute = 1;
        List<JsonObject> down = new CopyOnWriteArrayList<>();
        MqttClient client = new MqttClient(
                "ssl://localhost:" + gateway.port(), terminal.id().toString(), new MemoryPersistence());
        var options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setSocketFactory(tls().getSocketFactory());
        client.connect(options);
        client.subscribe(
                terminal.dn("err"),
                1,
                (topic, message) -> down.add(new JsonObject(new String(message.getPayload(), StandardCharsets.UTF_8))));
        JsonObject taken = GatewayUnderTest.envelope(new JsonObject());
        JsonObject refused = GatewayUnderTest.envelope(new JsonObject());

        client.publish(terminal.up("auth"), taken.toBuffer().getBytes(), 1, false);
        client.publish(terminal.up("auth"), refused.toBuffer().getBytes(), 1, false);

        await().until(() -> !down.isEmpty());
        assertThat(down.getFirst().getString("id")).isEqualTo(refused.getString("id"));
        client.disconnect();
        client.close();
    }

    @Test
    void the_message_expiry_of_mqtt_5_shortens_the_time_of_a_request() {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        JsonObject envelope = GatewayUnderTest.envelope(new JsonObject());

        client.publishWith()
                .topic(terminal.up("auth"))
                .qos(AT_LEAST_ONCE)
                .payload(envelope.toBuffer().getBytes())
                .messageExpiryInterval(3)
                .send();

        assertThat(Duration.between(Instant.now(), gateway.requests.getFirst().expiresAt()))
                .isLessThanOrEqualTo(Duration.ofSeconds(3));
        client.disconnect();
    }

    @ParameterizedTest
    @CsvSource({"0x21, 0000", "0x27, 00000000"})
    void a_client_that_takes_nothing_is_refused_as_a_breach_of_the_protocol(String property, String zero)
            throws Exception {
        try (SSLSocket socket = (SSLSocket) tls().getSocketFactory().createSocket("localhost", gateway.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(connect5(Integer.decode(property), zero.length() / 2));
            socket.getOutputStream().flush();

            assertThat(socket.getInputStream().readNBytes(4)).startsWith(0x20).endsWith(0x82);
        }
    }

    @Test
    void an_answer_above_the_clients_largest_packet_is_left_out_with_its_correlation_data_counted() throws Exception {
        Mqtt5BlockingClient client = gateway.five(terminal).buildBlocking();
        client.connectWith()
                .restrictions()
                .maximumPacketSize(500)
                .applyRestrictions()
                .send();
        client.subscribeWith().topicFilter(terminal.dn("#")).qos(AT_LEAST_ONCE).send();

        try (var down = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.publishWith()
                    .topic(terminal.up("auth"))
                    .qos(AT_LEAST_ONCE)
                    .payload(GatewayUnderTest.envelope(new JsonObject())
                            .toBuffer()
                            .getBytes())
                    .correlationData(new byte[400])
                    .send();
            JsonObject fits = GatewayUnderTest.envelope(new JsonObject().put("text", "x".repeat(150)));
            publish(client, fits);

            JsonObject first = json(down.receive(5, TimeUnit.SECONDS).orElseThrow());
            assertThat(first.getString("id")).isEqualTo(fits.getString("id"));
        }
        assertThat(client.getState().isConnected()).isTrue();
        client.disconnect();
    }

    @Test
    void a_block_is_known_at_the_next_pulse_and_at_the_next_connection() {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        publish(client, GatewayUnderTest.envelope(new JsonObject()));

        gateway.sessions.blocked.add(terminal.id());
        gateway.pulsing.round();
        await().until(() -> {
            publish(client, GatewayUnderTest.envelope(new JsonObject()));
            return gateway.requests.getLast().blocked();
        });
        client.disconnect();
        Mqtt5BlockingClient again = gateway.connected5(terminal);
        publish(again, GatewayUnderTest.envelope(new JsonObject()));

        assertThat(gateway.requests.getFirst().blocked()).isFalse();
        assertThat(gateway.requests.getLast().blocked()).isTrue();
        again.disconnect();
    }

    @Test
    void a_suspended_tenants_terminals_are_cut_at_the_next_pulse_and_not_let_in_again() {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        gateway.five(terminal)
                .addDisconnectedListener((MqttClientDisconnectedContext context) -> end.complete(context.getCause()))
                .buildBlocking()
                .connect();

        gateway.sessions.suspended.add(GatewayUnderTest.TENANT);
        gateway.pulsing.round();

        var cut = (Mqtt5DisconnectException) end.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(cut.getMqttMessage().getReasonCode()).isEqualTo(Mqtt5DisconnectReasonCode.ADMINISTRATIVE_ACTION);
        var refused = catchThrowableOfType(Mqtt5ConnAckException.class, () -> gateway.connected5(terminal));
        assertThat(refused.getMqttMessage().getReasonCode()).isEqualTo(Mqtt5ConnAckReasonCode.BANNED);
        gateway.sessions.suspended.clear();
        gateway.connected5(terminal).disconnect();
    }

    private Mqtt5BlockingClient subscribed() {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        client.subscribeWith()
                .topicFilter(terminal.dn("err"))
                .qos(AT_LEAST_ONCE)
                .send();
        return client;
    }

    private void publish(Mqtt5BlockingClient client, JsonObject envelope) {
        client.publishWith()
                .topic(terminal.up("auth"))
                .qos(AT_LEAST_ONCE)
                .payload(envelope.toBuffer().getBytes())
                .send();
    }

    private static JsonObject err(Mqtt5BlockingClient.Mqtt5Publishes down) throws InterruptedException {
        return json(down.receive(5, TimeUnit.SECONDS).orElseThrow());
    }

    private static JsonObject json(Mqtt5Publish publish) {
        return new JsonObject(new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8));
    }

    private SSLContext tls() throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(
                terminal.device().keys().getKeyManagers(),
                gateway.pki.serverTrust().getTrustManagers(),
                null);
        return context;
    }

    /** A CONNECT of version 5 with one property whose value is zero. */
    private byte[] connect5(int property, int length) {
        byte[] id = terminal.id().toString().getBytes(StandardCharsets.US_ASCII);
        var packet = new java.io.ByteArrayOutputStream();
        packet.write(0x10);
        packet.write(10 + 2 + length + 2 + id.length);
        packet.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 30});
        packet.write(1 + length);
        packet.write(property);
        packet.writeBytes(new byte[length]);
        packet.write(0);
        packet.write(id.length);
        packet.writeBytes(id);
        return packet.toByteArray();
    }
}
