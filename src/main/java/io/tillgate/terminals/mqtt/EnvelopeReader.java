package io.tillgate.terminals.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.mqtt.Envelope.Reading;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads envelopes. Checked in this order: TOO_LARGE, SCHEMA (not JSON), UNSUPPORTED_VERSION, SCHEMA (members). Whether
 * {@code exp} has passed is left to whoever knows if the id already has an answer.
 */
final class EnvelopeReader {
    static final Duration EXPIRY_DEFAULT = Duration.ofSeconds(25);
    static final Duration EXPIRY_MAX = Duration.ofDays(7);
    private static final int DEPTH_MAX = 32;
    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Set<String> MEMBERS = Set.of("v", "id", "ts", "exp", "seq", "body");
    /** RFC 3339, and no more of what the library reads: years have four digits. */
    private static final Pattern TIME_SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    /** A whole number written as 1.0 stays what it is, and so is refused wherever a whole number is asked for. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private EnvelopeReader() {}

    /** @param receivedAt the service's time, from which a missing {@code exp} counts */
    static Reading read(byte[] payload, int lengthMax, Instant receivedAt) {
        if (payload.length > lengthMax) {
            return unreadable(TerminalProblem.TOO_LARGE, null, "the message is larger than " + lengthMax + " bytes");
        }
        String text = PlainText.of(payload);
        if (text == null) {
            return unreadable(TerminalProblem.SCHEMA, null, "not UTF-8 without a byte order mark");
        }
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return unreadable(TerminalProblem.SCHEMA, null, "not JSON: " + where(e));
        }
        if (!(node instanceof ObjectNode object)) {
            return unreadable(TerminalProblem.SCHEMA, null, "the envelope must be an object");
        }
        return members(object, receivedAt);
    }

    /** The id alone as it was sent, of a message that is not looked at further; null when it cannot be found. */
    static @Nullable String idIn(byte[] payload) {
        try (JsonParser parser = JSON.getFactory().createParser(payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean id = parser.currentName().equals("id");
                if (parser.nextToken() == JsonToken.VALUE_STRING && id) {
                    return isUuid(parser.getText()) ? parser.getText() : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    static boolean isUuid(String text) {
        return UUID_SHAPE.matcher(text).matches();
    }

    private static Reading members(ObjectNode node, Instant receivedAt) {
        String id = Envelope.idIn(node);
        JsonNode version = node.path("v");
        if (!version.isIntegralNumber()) {
            return unreadable(TerminalProblem.SCHEMA, id, "v must be a whole number");
        }
        if (version.longValue() != Envelope.VERSION) {
            return unreadable(TerminalProblem.UNSUPPORTED_VERSION, id, "v must be " + Envelope.VERSION);
        }
        if (id == null) {
            return unreadable(TerminalProblem.SCHEMA, null, "id must be a UUID");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (!MEMBERS.contains(names.next())) {
                return unreadable(TerminalProblem.SCHEMA, id, "the envelope has a member that is not documented");
            }
        }
        return typed(node, id, receivedAt);
    }

    private static Reading typed(ObjectNode node, String sentId, Instant receivedAt) {
        Instant sentAt = time(node.path("ts"));
        if (sentAt == null) {
            return unreadable(TerminalProblem.SCHEMA, sentId, "ts must be an RFC 3339 time");
        }
        Instant expiresAt = node.has("exp") ? time(node.path("exp")) : receivedAt.plus(EXPIRY_DEFAULT);
        if (expiresAt == null) {
            return unreadable(TerminalProblem.SCHEMA, sentId, "exp must be an RFC 3339 time");
        }
        JsonNode sequence = node.path("seq");
        if (!sequence.isMissingNode()
                && (!sequence.canConvertToLong() || !sequence.isIntegralNumber() || sequence.longValue() < 0)) {
            return unreadable(TerminalProblem.SCHEMA, sentId, "seq must be a whole number of at least 0");
        }
        if (!(node.path("body") instanceof ObjectNode body)) {
            return unreadable(TerminalProblem.SCHEMA, sentId, "body must be an object");
        }
        if (!PlainText.canBeKept(body)) {
            return unreadable(TerminalProblem.SCHEMA, sentId, "a text holds U+0000 or half a surrogate pair");
        }
        Instant latest = receivedAt.plus(EXPIRY_MAX);
        UUID id = UUID.fromString(sentId);
        Long counted = sequence.isMissingNode() ? null : sequence.longValue();
        try {
            return new Reading.Read(new Envelope(
                    id,
                    sentId,
                    sentAt,
                    expiresAt.isAfter(latest) ? latest : expiresAt,
                    counted,
                    new JsonObject(body.toString()),
                    Envelope.hash(id, body)));
        } catch (UncheckedIOException e) {
            return unreadable(TerminalProblem.SCHEMA, sentId, "a number in the body is out of range");
        }
    }

    private static @Nullable Instant time(JsonNode node) {
        if (!node.isTextual() || !TIME_SHAPE.matcher(node.textValue()).matches()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(node.textValue()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Reading unreadable(TerminalProblem problem, @Nullable String id, String detail) {
        return new Reading.Unreadable(problem, id, detail);
    }

    /** Line and column only: the parser's own message would quote the input. */
    private static String where(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "unreadable" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
