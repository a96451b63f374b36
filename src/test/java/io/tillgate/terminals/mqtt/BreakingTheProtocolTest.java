package io.tillgate.terminals.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MQTT 5 as no client library would send it; the connection ends with the reason that belongs to it. */
@SuppressWarnings("NullAway.Init") // given before each test
class BreakingTheProtocolTest {
    private static final int CONNACK = 0x20;
    private static final int DISCONNECT = 0xE0;
    private final GatewayUnderTest gateway = new GatewayUnderTest();
    private final GatewayUnderTest.Terminal terminal = gateway.newTerminal();
    private SSLSocket socket;

    @BeforeEach
    void a_socket() throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(
                terminal.device().keys().getKeyManagers(),
                gateway.pki.serverTrust().getTrustManagers(),
                null);
        socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", gateway.port());
        socket.setSoTimeout(5_000);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        gateway.close();
    }

    @Test
    void an_authentication_method_is_refused_at_connect() throws Exception {
        send(0x10, connect(property(0x15, "SCRAM-SHA-1")));

        assertThat(next(CONNACK)[1]).isEqualTo((byte) 0x8C);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x82, 0xA2})
    void a_subscribe_or_unsubscribe_without_a_filter_ends_the_connection(int type) throws Exception {
        connected();

        send(type, new byte[] {0, 1, 0});

        assertThat(next(DISCONNECT)[0]).isEqualTo((byte) 0x82);
    }

    @Test
    void a_packet_above_the_maximum_is_named_as_too_large() throws Exception {
        connected();

        var publish = new ByteArrayOutputStream();
        text(publish, terminal.up("auth"));
        publish.writeBytes(new byte[] {0, 1, 0});
        publish.writeBytes(new byte[Terms.PACKET_MAX]);
        send(0x32, publish.toByteArray());

        assertThat(next(DISCONNECT)[0]).isEqualTo((byte) 0x95);
    }

    private void connected() throws IOException {
        send(0x10, connect(new byte[0]));
        assertThat(next(CONNACK)[1]).isZero();
    }

    private byte[] connect(byte[] properties) {
        var body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.writeBytes(new byte[] {5, 2, 0, 30, (byte) properties.length});
        body.writeBytes(properties);
        text(body, terminal.id().toString());
        return body.toByteArray();
    }

    private static byte[] property(int id, String value) {
        var property = new ByteArrayOutputStream();
        property.write(id);
        text(property, value);
        return property.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes.length >> 8);
        out.write(bytes.length & 0xFF);
        out.writeBytes(bytes);
    }

    private void send(int type, byte[] body) throws IOException {
        socket.getOutputStream().write(Packets.packet(type, body));
        socket.getOutputStream().flush();
    }

    /** What comes after the length of the next packet, which must be of this type. */
    private byte[] next(int type) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        assertThat(in.readUnsignedByte()).isEqualTo(type);
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while (digit >= 0x80);
        return in.readNBytes(length);
    }
}
