package io.tillgate.terminals.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.platform.http.CanonicalJson;
import io.tillgate.terminals.TerminalProblem;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every message: {@code {"v":1,"id":..,"ts":..,"exp":..,"seq":..,"body":{..}}}.
 *
 * @param sentId the id in the letters that it came in, for the answer to repeat
 */
@SuppressWarnings("ArrayRecordComponent") // a digest, made for this record and read only
public record Envelope(
        UUID id,
        String sentId,
        Instant sentAt,
        Instant expiresAt,
        @Nullable Long sequence,
        JsonObject body,
        byte[] hash) {
    public static final int VERSION = 1;

    /**
     * SHA-256 over the canonical JSON of what makes two messages the same: id and body.
     *
     * @throws java.io.UncheckedIOException when a number in it has no canonical form
     */
    static byte[] hash(UUID id, ObjectNode body) {
        ObjectNode same = JsonNodeFactory.instance.objectNode();
        same.put("id", id.toString());
        same.set("body", body);
        return CanonicalJson.sha256(same.toString());
    }

    /** What reading a payload comes to. */
    public sealed interface Reading {
        record Read(Envelope envelope) implements Reading {}

        /** @param id of the message at fault, as sent, when that much could be read */
        record Unreadable(TerminalProblem problem, @Nullable String id, String detail) implements Reading {}
    }

    /** An answer repeats the id, has a time of its own and no sequence number. */
    static JsonObject answer(String id, Instant now, JsonObject body) {
        return new JsonObject()
                .put("v", VERSION)
                .put("id", id)
                .put("ts", now.toString())
                .put("body", body);
    }

    static JsonObject downlink(UUID id, Instant now, @Nullable Instant expiresAt, JsonObject body) {
        JsonObject envelope = answer(id.toString(), now, body);
        return expiresAt == null ? envelope : envelope.put("exp", expiresAt.toString());
    }

    static @Nullable String idIn(JsonNode node) {
        String text = node.path("id").asText("");
        return EnvelopeReader.isUuid(text) ? text : null;
    }
}
