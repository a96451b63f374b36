package io.tillgate.terminals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The AsyncAPI document as a judge: every message that a test sends or gets is held against it. */
public final class TerminalContract {
    private static final String DOCUMENT = "/asyncapi/terminal.yaml";
    private static final String LOCATION = "https://tillgate.io/asyncapi/terminal.json";
    private final JsonNode document;
    private final SchemaRegistry registry;

    public TerminalContract() {
        try (InputStream in = Objects.requireNonNull(TerminalContract.class.getResourceAsStream(DOCUMENT))) {
            document = new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(LOCATION, document.toString())));
    }

    /** What is wrong with a payload on a topic; empty when it is as documented. */
    public List<String> mistakes(String topic, String payload) {
        return registry
                .getSchema(SchemaLocation.of(LOCATION + "#/components/messages/" + message(topic) + "/payload"))
                .validate(payload, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** The message of a topic, by the addresses of the channels. */
    public String message(String topic) {
        for (Iterator<JsonNode> channels = document.path("channels").elements(); channels.hasNext(); ) {
            JsonNode channel = channels.next();
            String pattern = channel.path("address").asText().replaceAll("\\{\\w+}", "[^/]+");
            if (Pattern.matches(pattern, topic)) {
                return channel.path("messages").fieldNames().next();
            }
        }
        throw new AssertionError("no channel has the topic " + topic);
    }
}
