package io.tillgate.terminals.mqtt;

import static com.hivemq.client.mqtt.datatypes.MqttQos.AT_LEAST_ONCE;
import static com.hivemq.client.mqtt.datatypes.MqttQos.EXACTLY_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import io.smallrye.mutiny.Uni;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.terminals.TerminalProblem;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MQTT 5 by HiveMQ's client over mutual TLS. */
class TalkingToTheGatewayTest {
    private static final GatewayUnderTest gateway = new GatewayUnderTest();
    private final GatewayUnderTest.Terminal terminal = gateway.newTerminal();

    @AfterAll
    static void close() {
        gateway.close();
    }

    @BeforeEach
    void echo() {
        gateway.handler = GatewayUnderTest.ECHO;
    }

    @Test
    void connack_says_what_is_and_what_is_not_offered() {
        Mqtt5BlockingClient client = gateway.five(terminal).buildBlocking();

        Mqtt5ConnAck connack = client.connectWith().keepAlive(300).send();

        assertThat(connack.getRestrictions().getReceiveMaximum()).isEqualTo(32);
        assertThat(connack.getRestrictions().getMaximumPacketSize()).isEqualTo(65_536);
        assertThat(connack.getRestrictions().getTopicAliasMaximum()).isZero();
        assertThat(connack.getRestrictions().isRetainAvailable()).isFalse();
        assertThat(connack.getRestrictions().isSharedSubscriptionAvailable()).isFalse();
        assertThat(connack.getRestrictions().areSubscriptionIdentifiersAvailable())
                .isFalse();
        assertThat(connack.getServerKeepAlive()).hasValue(60);
        client.disconnect();
    }

    @Test
    void a_request_is_answered_under_its_id_with_its_correlation_data() throws Exception {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        client.subscribeWith().topicFilter(terminal.dn("#")).qos(AT_LEAST_ONCE).send();
        JsonObject request = GatewayUnderTest.envelope(new JsonObject().put("type", "test"));

        try (var answers = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.publishWith()
                    .topic(terminal.up("auth"))
                    .qos(AT_LEAST_ONCE)
                    .payload(request.toBuffer().getBytes())
                    .correlationData(new byte[] {1, 2, 3})
                    .responseTopic(terminal.dn("auth"))
                    .send();
            Mqtt5Publish answer = answers.receive(5, TimeUnit.SECONDS).orElseThrow();

            JsonObject envelope = json(answer);
            assertThat(answer.getTopic()).hasToString(terminal.dn("auth"));
            assertThat(answer.getQos()).isEqualTo(AT_LEAST_ONCE);
            assertThat(bytes(answer)).containsExactly(1, 2, 3);
            assertThat(envelope.getString("id")).isEqualTo(request.getString("id"));
            assertThat(envelope.fieldNames()).containsExactlyInAnyOrder("v", "id", "ts", "body");
            assertThat(envelope.getJsonObject("body").getJsonObject("echo").getString("type"))
                    .isEqualTo("test");
        }
        client.disconnect();
    }

    @Test
    void another_terminals_topic_is_refused_and_reaches_nobody() {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        var other = gateway.newTerminal();
        int before = gateway.requests.size();

        var refused = catchThrowableOfType(
                Mqtt5PubAckException.class, () -> publish(client, other.up("auth"), new JsonObject()));

        assertThat(refused.getMqttMessage().getReasonCode()).isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED);
        assertThat(gateway.requests).hasSize(before);
        client.disconnect();
    }

    @Test
    void subscriptions_outside_its_own_dn_are_refused_each_with_its_code() {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        var other = gateway.newTerminal();

        assertThat(subscribe(client, other.dn("#"))).isEqualTo(Mqtt5SubAckReasonCode.NOT_AUTHORIZED);
        assertThat(subscribe(client, "#")).isEqualTo(Mqtt5SubAckReasonCode.NOT_AUTHORIZED);
        client.disconnect();
    }

    @Test
    void what_is_not_an_envelope_is_refused_with_the_reason_on_err() throws Exception {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        client.subscribeWith().topicFilter(terminal.dn("err")).send();

        try (var errors = client.publishes(MqttGlobalPublishFilter.ALL)) {
            var refused = catchThrowableOfType(
                    Mqtt5PubAckException.class,
                    () -> client.publishWith()
                            .topic(terminal.up("auth"))
                            .qos(AT_LEAST_ONCE)
                            .payload("{\"v\":2}".getBytes(StandardCharsets.UTF_8))
                            .send());

            assertThat(refused.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
            JsonObject error = json(errors.receive(5, TimeUnit.SECONDS).orElseThrow());
            assertThat(error.getJsonObject("body").getString("code")).isEqualTo("UNSUPPORTED_VERSION");
            assertThat(error.getJsonObject("body").getBoolean("retryable")).isFalse();
        }
        client.disconnect();
    }

    @Test
    void the_id_comes_back_in_the_letters_it_was_sent_in() throws Exception {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        client.subscribeWith()
                .topicFilter(terminal.dn("auth"))
                .qos(AT_LEAST_ONCE)
                .send();
        String id = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);

        try (var answers = client.publishes(MqttGlobalPublishFilter.ALL)) {
            publish(
                    client,
                    terminal.up("auth"),
                    GatewayUnderTest.envelope(new JsonObject()).put("id", id));

            JsonObject answer = json(answers.receive(5, TimeUnit.SECONDS).orElseThrow());
            assertThat(answer.getString("id")).isEqualTo(id);
        }
        client.disconnect();
    }

    @Test
    void a_refusal_names_the_id_and_the_channel_wherever_they_can_be_known() throws Exception {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        client.subscribeWith()
                .topicFilter(terminal.dn("err"))
                .qos(AT_LEAST_ONCE)
                .send();
        JsonObject large = GatewayUnderTest.envelope(new JsonObject().put("text", "x".repeat(5_000)));
        JsonObject lost = GatewayUnderTest.envelope(new JsonObject());
        String cutOff = lost.encode().replace("}}", "}");

        assertError(client, terminal.up("get"), large.encode(), new Told(large, "TOO_LARGE", "get"));
        assertError(client, terminal.up("nonsense"), lost.encode(), new Told(lost, "TOPIC", "nonsense"));
        assertError(client, gateway.newTerminal().up("auth"), lost.encode(), new Told(lost, "TOPIC", "unknown"));
        assertError(client, terminal.up("auth"), cutOff, new Told(lost, "SCHEMA", "auth"));
        client.disconnect();
    }

    private record Told(JsonObject about, String code, String channel) {}

    private static void assertError(Mqtt5BlockingClient client, String topic, String payload, Told told)
            throws InterruptedException {
        try (var errors = client.publishes(MqttGlobalPublishFilter.ALL)) {
            var refused = catchThrowableOfType(
                    Mqtt5PubAckException.class,
                    () -> client.publishWith()
                            .topic(topic)
                            .qos(AT_LEAST_ONCE)
                            .payload(payload.getBytes(StandardCharsets.UTF_8))
                            .send());

            assertThat(refused).as(told.code()).isNotNull();
            JsonObject error = json(errors.receive(5, TimeUnit.SECONDS).orElseThrow());
            assertThat(error.getString("id")).isEqualTo(told.about().getString("id"));
            assertThat(error.getJsonObject("body").getString("code")).isEqualTo(told.code());
            assertThat(error.getJsonObject("body").getString("channel")).isEqualTo(told.channel());
        }
    }

    @Test
    void a_wrong_response_topic_is_refused() {
        Mqtt5BlockingClient client = gateway.connected5(terminal);

        var refused = catchThrowableOfType(
                Mqtt5PubAckException.class,
                () -> client.publishWith()
                        .topic(terminal.up("auth"))
                        .qos(AT_LEAST_ONCE)
                        .payload(GatewayUnderTest.envelope(new JsonObject())
                                .toBuffer()
                                .getBytes())
                        .responseTopic("somewhere/else")
                        .send());

        assertThat(refused.getMqttMessage().getReasonCode()).isEqualTo(Mqtt5PubAckReasonCode.TOPIC_NAME_INVALID);
        client.disconnect();
    }

    @Test
    void a_fault_is_answered_as_not_accepted() {
        var own = gateway.newTerminal();
        Mqtt5BlockingClient client = gateway.connected5(own);
        gateway.handler = (request, acceptance) -> Uni.createFrom().failure(new IllegalStateException("database away"));

        var refused = catchThrowableOfType(
                Mqtt5PubAckException.class,
                () -> publish(client, own.up("auth"), GatewayUnderTest.envelope(new JsonObject())));

        assertThat(refused.getMqttMessage().getReasonCode()).isEqualTo(Mqtt5PubAckReasonCode.UNSPECIFIED_ERROR);
        client.disconnect();
    }

    @Test
    void a_refusal_of_the_handler_carries_its_code() throws Exception {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        client.subscribeWith().topicFilter(terminal.dn("err")).send();
        gateway.handler = (request, acceptance) ->
                Uni.createFrom().failure(new Refusal(TerminalProblem.EXPIRED, "exp has passed"));

        try (var errors = client.publishes(MqttGlobalPublishFilter.ALL)) {
            JsonObject request = GatewayUnderTest.envelope(new JsonObject());
            assertThatThrownBy(() -> publish(client, terminal.up("get"), request))
                    .isInstanceOf(Mqtt5PubAckException.class);
            JsonObject error = json(errors.receive(5, TimeUnit.SECONDS).orElseThrow());
            assertThat(error.getString("id")).isEqualTo(request.getString("id"));
            assertThat(error.getJsonObject("body").getString("code")).isEqualTo("EXPIRED");
        }
        client.disconnect();
    }

    @Test
    void quality_2_is_taken_in_exactly_once() {
        Mqtt5BlockingClient client = gateway.connected5(terminal);
        JsonObject request = GatewayUnderTest.envelope(new JsonObject());

        client.publishWith()
                .topic(terminal.up("evt"))
                .qos(EXACTLY_ONCE)
                .payload(request.toBuffer().getBytes())
                .send();

        assertThat(gateway.requests)
                .filteredOn(r -> r.id().equals(UUID.fromString(request.getString("id"))))
                .hasSize(1);
        client.disconnect();
    }

    @Test
    void a_client_id_that_is_not_the_certificates_is_refused() {
        var other = gateway.newTerminal();
        Mqtt5BlockingClient client =
                gateway.five(terminal).identifier(other.id().toString()).buildBlocking();

        assertThat(refusal(client)).isEqualTo(Mqtt5ConnAckReasonCode.CLIENT_IDENTIFIER_NOT_VALID);
    }

    @Test
    void a_serial_that_is_not_on_the_list_is_refused() {
        gateway.sessions.allowed.put(terminal.id(), java.util.Set.of());

        assertThat(refusal(gateway.five(terminal).buildBlocking())).isEqualTo(Mqtt5ConnAckReasonCode.NOT_AUTHORIZED);
    }

    @Test
    void a_terminal_under_another_tenants_authority_is_refused() {
        var issuer = gateway.pki.tenant(new TenantId(new UUID(9, 9)));
        var device = gateway.pki.device(issuer, terminal.id());

        assertThat(refusal(gateway.five(new GatewayUnderTest.Terminal(terminal.id(), device))
                        .buildBlocking()))
                .isEqualTo(Mqtt5ConnAckReasonCode.NOT_AUTHORIZED);
    }

    @Test
    void a_foreign_root_does_not_come_through_the_handshake_and_is_counted() {
        var device = gateway.pki.device(TestPki.foreignTenant(GatewayUnderTest.TENANT), terminal.id());
        Mqtt5BlockingClient client = gateway.five(new GatewayUnderTest.Terminal(terminal.id(), device))
                .buildBlocking();

        assertThatThrownBy(client::connect).isNotInstanceOf(Mqtt5ConnAckException.class);

        assertThat(gateway.metrics.find("tillgate.mqtt.handshakes.refused").counters())
                .isNotEmpty();
    }

    @Test
    void a_will_elsewhere_is_refused() {
        Mqtt5BlockingClient client = gateway.five(terminal)
                .willPublish()
                .topic(gateway.newTerminal().up("lwt"))
                .applyWillPublish()
                .buildBlocking();

        assertThat(refusal(client)).isEqualTo(Mqtt5ConnAckReasonCode.TOPIC_NAME_INVALID);
    }

    private static Mqtt5ConnAckReasonCode refusal(Mqtt5BlockingClient client) {
        return catchThrowableOfType(Mqtt5ConnAckException.class, client::connect)
                .getMqttMessage()
                .getReasonCode();
    }

    private static Mqtt5SubAckReasonCode subscribe(Mqtt5BlockingClient client, String filter) {
        return catchThrowableOfType(
                        Mqtt5SubAckException.class,
                        () -> client.subscribeWith().topicFilter(filter).send())
                .getMqttMessage()
                .getReasonCodes()
                .getFirst();
    }

    private static void publish(Mqtt5BlockingClient client, String topic, JsonObject payload) {
        client.publishWith()
                .topic(topic)
                .qos(AT_LEAST_ONCE)
                .payload(payload.toBuffer().getBytes())
                .send();
    }

    private static JsonObject json(Mqtt5Publish publish) {
        return new JsonObject(new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Mqtt5Publish publish) {
        var data = publish.getCorrelationData().orElseThrow();
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }
}
