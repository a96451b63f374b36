package io.tillgate.terminals.mqtt;

import io.tillgate.shared.ProblemCode;
import io.tillgate.terminals.TerminalProblem;
import io.vertx.core.json.JsonObject;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;

/** The one place where problems become MQTT: a body for {@code dn/err}, and a reason of PUBACK for MQTT 5. */
final class Refusals {
    private Refusals() {}

    static JsonObject body(ProblemCode problem, String detail, String channel) {
        boolean retryable = switch (problem.category()) {
            case RATE_LIMITED, UNAVAILABLE -> true;
            case INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, STALE, PRECONDITION, TOO_LARGE, REFUSED ->
                false;
        };
        return new JsonObject()
                .put("code", problem.code())
                .put("detail", detail)
                .put("channel", channel)
                .put("retryable", retryable);
    }

    static MqttPubAckReasonCode reason(ProblemCode problem) {
        if (problem == TerminalProblem.RESPONSE_TOPIC) {
            return MqttPubAckReasonCode.TOPIC_NAME_INVALID;
        }
        return switch (problem.category()) {
            case INVALID, TOO_LARGE -> MqttPubAckReasonCode.PAYLOAD_FORMAT_INVALID;
            case FORBIDDEN, UNAUTHENTICATED -> MqttPubAckReasonCode.NOT_AUTHORIZED;
            case RATE_LIMITED -> MqttPubAckReasonCode.QUOTA_EXCEEDED;
            case NOT_FOUND, CONFLICT, STALE, PRECONDITION, REFUSED ->
                MqttPubAckReasonCode.IMPLEMENTATION_SPECIFIC_ERROR;
            case UNAVAILABLE -> MqttPubAckReasonCode.UNSPECIFIED_ERROR;
        };
    }
}
