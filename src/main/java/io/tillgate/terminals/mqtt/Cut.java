package io.tillgate.terminals.mqtt;

import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;

/** Why the gateway ends a connection, and what it says in DISCONNECT (MQTT 5, section 3.14.2.1). */
enum Cut {
    TAKEN_OVER(MqttDisconnectReasonCode.SESSION_TAKEN_OVER, false),
    REVOKED(MqttDisconnectReasonCode.ADMINISTRATIVE_ACTION, false),
    SHUTTING_DOWN(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN, false),
    SILENT(MqttDisconnectReasonCode.KEEP_ALIVE_TIMEOUT, true),
    SLOW(MqttDisconnectReasonCode.QUOTA_EXCEEDED, true),
    RECEIVE_MAXIMUM(MqttDisconnectReasonCode.RECEIVE_MAXIMUM_EXCEEDED, true),
    RATE(MqttDisconnectReasonCode.MESSAGE_RATE_TOO_HIGH, true),
    TOPIC(MqttDisconnectReasonCode.NOT_AUTHORIZED, true),
    TOPIC_ALIAS(MqttDisconnectReasonCode.TOPIC_ALIAS_INVALID, true),
    RETAIN(MqttDisconnectReasonCode.RETAIN_NOT_SUPPORTED, true),
    PACKET_TOO_LARGE(MqttDisconnectReasonCode.PACKET_TOO_LARGE, true),
    MALFORMED(MqttDisconnectReasonCode.MALFORMED_PACKET, true),
    /** MQTT 5, sections 3.8.3 and 3.10.3, and the same in 3.1.1: at least one filter. */
    PROTOCOL(MqttDisconnectReasonCode.PROTOCOL_ERROR, true),
    /** MQTT 3.1.1 cannot be told that nothing was accepted: it sends again after it has reconnected. */
    NOT_ACCEPTED(MqttDisconnectReasonCode.UNSPECIFIED_ERROR, false),
    FAULT(MqttDisconnectReasonCode.IMPLEMENTATION_SPECIFIC_ERROR, true);

    private final MqttDisconnectReasonCode code;
    private final boolean lost;

    Cut(MqttDisconnectReasonCode code, boolean lost) {
        this.code = code;
        this.lost = lost;
    }

    MqttDisconnectReasonCode code() {
        return code;
    }

    /** Whether the terminal counts as lost, which makes its will due. */
    boolean isLost() {
        return lost;
    }
}
