package io.tillgate.terminals.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** MQTT 3.1.1 by Eclipse Paho over mutual TLS: no reason codes, so refusals come on {@code dn/err}. */
class SpeakingMqtt3Test {
    private static final GatewayUnderTest gateway = new GatewayUnderTest();
    private final GatewayUnderTest.Terminal terminal = gateway.newTerminal();
    private final BlockingQueue<JsonObject> downlinks = new LinkedBlockingQueue<>();

    @AfterAll
    static void close() {
        gateway.close();
    }

    @Test
    void a_request_is_answered() throws Exception {
        MqttClient client = connected(MqttConnectOptions.MQTT_VERSION_3_1_1);
        JsonObject request = GatewayUnderTest.envelope(new JsonObject().put("type", "test"));

        client.publish(terminal.up("auth"), request.toBuffer().getBytes(), 1, false);

        assertThat(downlinks.poll(5, TimeUnit.SECONDS).getString("id")).isEqualTo(request.getString("id"));
        client.disconnect();
    }

    @Test
    void another_terminals_topic_is_told_on_err() throws Exception {
        MqttClient client = connected(MqttConnectOptions.MQTT_VERSION_3_1_1);

        client.publish(gateway.newTerminal().up("auth"), new byte[] {1}, 1, false);

        assertThat(downlinks.poll(5, TimeUnit.SECONDS).getJsonObject("body").getString("code"))
                .isEqualTo("TOPIC");
        client.disconnect();
    }

    @Test
    void malformed_and_retained_messages_are_told_on_err() throws Exception {
        MqttClient client = connected(MqttConnectOptions.MQTT_VERSION_3_1_1);

        client.publish(terminal.up("auth"), "{".getBytes(StandardCharsets.UTF_8), 1, false);
        assertThat(downlinks.poll(5, TimeUnit.SECONDS).getJsonObject("body").getString("code"))
                .isEqualTo("SCHEMA");
        client.publish(
                terminal.up("state"),
                GatewayUnderTest.envelope(new JsonObject()).toBuffer().getBytes(),
                1,
                true);
        assertThat(downlinks.poll(5, TimeUnit.SECONDS).getJsonObject("body").getString("code"))
                .isEqualTo("RETAIN");
        client.disconnect();
    }

    @Test
    void mqtt_3_1_is_refused() {
        var refused = catchThrowableOfType(MqttException.class, () -> connected(MqttConnectOptions.MQTT_VERSION_3_1));

        assertThat(refused.getReasonCode()).isEqualTo(MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION);
    }

    @Test
    void a_will_is_handled_when_the_line_is_lost() throws Exception {
        MqttConnectOptions options = options(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setWill(terminal.up("lwt"), "{\"reason\":\"lost\"}".getBytes(StandardCharsets.UTF_8), 1, false);
        MqttClient client = client();
        client.connect(options);

        client.disconnectForcibly(1, 1, false);

        await().until(() -> gateway.requests.stream()
                .anyMatch(r ->
                        r.from().terminal().equals(terminal.id()) && r.channel().equals("lwt")));
    }

    @Test
    void what_was_not_accepted_is_not_acknowledged() throws Exception {
        MqttClient client = connected(MqttConnectOptions.MQTT_VERSION_3_1_1);
        gateway.handler = (request, acceptance) -> Uni.createFrom().failure(new IllegalStateException("away"));
        client.setTimeToWait(3_000);

        assertThatThrownBy(() -> client.publish(
                        terminal.up("auth"),
                        GatewayUnderTest.envelope(new JsonObject()).toBuffer().getBytes(),
                        1,
                        false))
                .isInstanceOf(MqttException.class);

        await().until(() -> !client.isConnected());
        gateway.handler = GatewayUnderTest.ECHO;
    }

    private MqttClient connected(int version) throws MqttException {
        MqttClient client = client();
        client.connect(options(version));
        client.subscribe(
                terminal.dn("#"),
                1,
                (topic, message) ->
                        downlinks.add(new JsonObject(new String(message.getPayload(), StandardCharsets.UTF_8))));
        return client;
    }

    private MqttClient client() throws MqttException {
        return new MqttClient("ssl://localhost:" + gateway.port(), terminal.id().toString(), new MemoryPersistence());
    }

    private MqttConnectOptions options(int version) {
        var options = new MqttConnectOptions();
        options.setMqttVersion(version);
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(
                    terminal.device().keys().getKeyManagers(),
                    gateway.pki.serverTrust().getTrustManagers(),
                    null);
            options.setSocketFactory(context.getSocketFactory());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return options;
    }
}
