package io.tillgate.terminals.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** MQTT 3.1.1 packets written by hand, for what no client would send. */
final class Packets {
    private Packets() {}

    static byte[] connect(String clientId) {
        var body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.write(4);
        body.write(2);
        body.write(0);
        body.write(60);
        text(body, clientId);
        return packet(0x10, body.toByteArray());
    }

    /** Quality 1, packet id 1. */
    static byte[] publish(String topic, String payload) {
        return publish(1, topic, payload);
    }

    /** Quality 1. */
    static byte[] publish(int packetId, String topic, String payload) {
        var body = new ByteArrayOutputStream();
        text(body, topic);
        body.write(packetId >> 8);
        body.write(packetId & 0xFF);
        body.writeBytes(payload.getBytes(StandardCharsets.UTF_8));
        return packet(0x32, body.toByteArray());
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes.length >> 8);
        out.write(bytes.length & 0xFF);
        out.writeBytes(bytes);
    }

    static byte[] packet(int type, byte[] body) {
        var packet = new ByteArrayOutputStream();
        packet.write(type);
        int length = body.length;
        do {
            int digit = length & 0x7F;
            length >>= 7;
            packet.write(length > 0 ? digit | 0x80 : digit);
        } while (length > 0);
        packet.writeBytes(body);
        return packet.toByteArray();
    }
}
