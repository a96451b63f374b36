package io.tillgate.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.architecture.ApiDocument.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a careless or hostile program sends to an operation instead of what it wants. */
final class Mistakes {
    static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ABOVE_THE_LIMIT = 1_100_000;
    private static final String NOWHERE = "00000000-0000-7000-8000-0000000000ff";
    private static final String NUL = "YQBi";

    private Mistakes() {}

    /**
     * One of them.
     *
     * @param name for the failure's text
     * @param target path and query
     * @param headers in place of the usual ones, all of them
     * @param certain whether it has to be refused, or may just as well be taken
     */
    record Mistake(
            String name,
            String target,
            Map<String, String> headers,
            @Nullable Object body,
            boolean certain) {
        /** The member or parameter that is wrong; empty when it is neither. */
        String place() {
            if (name.startsWith("/")) {
                return name.substring(1, name.indexOf(' '));
            }
            return target.contains("?") && name.contains("=") && !name.startsWith("{")
                    ? name.substring(0, name.indexOf('='))
                    : "";
        }

        byte[] bytes() {
            return switch (body) {
                case null -> new byte[0];
                case byte[] bytes -> bytes;
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                default -> MAPPER.valueToTree(body).toString().getBytes(StandardCharsets.UTF_8);
            };
        }
    }

    static List<Mistake> in(Probe probe, Operation operation) {
        List<Mistake> all = new ArrayList<>();
        JsonNode body = operation.description().path("requestBody");
        if (!body.isMissingNode()) {
            all.addAll(bodies(probe));
        }
        body.path("content").fieldNames().forEachRemaining(type -> all.addAll(files(probe, type)));
        all.addAll(paths(probe));
        all.addAll(parameters(probe, operation));
        return all;
    }

    private static List<Mistake> bodies(Probe probe) {
        List<Mistake> all = new ArrayList<>();
        BiConsumer<String, Object> certain =
                (name, body) -> all.add(new Mistake(name, probe.target(), headers(JSON), body, true));
        certain.accept("truncated JSON", "{\"a\": ");
        certain.accept("an array", "[]");
        certain.accept("a text", "\"text\"");
        certain.accept("an unknown member", "{\"noSuchMember\": 1}");
        certain.accept("a body above the limit", "{\"a\": \"" + "x".repeat(ABOVE_THE_LIMIT) + "\"}");
        certain.accept("a deep body", "[".repeat(5_000));
        certain.accept("bytes that are not UTF-8", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
        all.add(new Mistake("no body", probe.target(), headers(JSON), null, false));
        all.add(new Mistake("null", probe.target(), headers(JSON), "null", false));
        all.add(new Mistake("{}", probe.target(), headers(JSON), "{}", false));
        all.add(new Mistake("XML", probe.target(), headers("application/xml"), "<a/>", true));
        all.add(new Mistake("an image", probe.target(), headers("image/tiff"), "II*", true));
        all.add(new Mistake("no type it is of", probe.target(), headers("nonsense"), "{}", true));
        if (probe.body() instanceof Map<?, ?> members) {
            all.addAll(members(probe, MAPPER.valueToTree(members)));
        }
        return all;
    }

    /** Files of another form than JSON, each of them no such file. */
    private static List<Mistake> files(Probe probe, String type) {
        if (type.equals(JSON) || type.contains("*")) {
            return List.of();
        }
        return Stream.of("", "\u0000", "a,b\n\"", "sku,nameEn\n\u0000,\u0000", "- [", "a: &a [*a]", "x".repeat(300_000))
                .map(text -> new Mistake(
                        type + " " + text.replaceAll("x+", "x…"), probe.target(), headers(type), text, false))
                .toList();
    }

    /** Each member, those inside too, as something else. */
    private static List<Mistake> members(Probe probe, JsonNode whole) {
        List<Mistake> all = new ArrayList<>();
        for (String pointer : pointers(whole, "")) {
            BiConsumer<JsonNode, Boolean> send = (wrong, certain) -> {
                String text = wrong.toString();
                String shown = text.length() > 30 ? text.substring(0, 30) + "…" : text;
                all.add(new Mistake(
                        pointer + " = " + shown,
                        probe.target(),
                        headers(JSON),
                        replaced(whole.deepCopy(), pointer, wrong).toString(),
                        certain));
            };
            send.accept(MAPPER.createArrayNode().add(MAPPER.createArrayNode().add(1)), true);
            send.accept(MAPPER.createObjectNode().put("noSuchMember", 1), true);
            send.accept(MAPPER.getNodeFactory().nullNode(), false);
            send.accept(MAPPER.getNodeFactory().textNode(""), false);
            send.accept(MAPPER.getNodeFactory().textNode("a\u0000b"), true);
            send.accept(MAPPER.getNodeFactory().textNode("\uD800"), false);
            send.accept(MAPPER.getNodeFactory().textNode("x".repeat(5_000)), false);
            send.accept(MAPPER.getNodeFactory().numberNode(-1), false);
            send.accept(MAPPER.getNodeFactory().numberNode(Long.MAX_VALUE), false);
            send.accept(MAPPER.getNodeFactory().numberNode(1e300), false);
            send.accept(MAPPER.getNodeFactory().booleanNode(true), false);
        }
        return all;
    }

    private static List<String> pointers(JsonNode node, String at) {
        List<String> all = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                all.add(at + "/" + member.getKey());
                all.addAll(pointers(member.getValue(), at + "/" + member.getKey()));
            });
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            all.add(at + "/0");
            all.addAll(pointers(array.get(0), at + "/0"));
        }
        return all;
    }

    private static JsonNode replaced(JsonNode whole, String pointer, JsonNode wrong) {
        int last = pointer.lastIndexOf('/');
        ContainerNode<?> parent = (ContainerNode<?>) whole.at(pointer.substring(0, last));
        String key = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.set(key, wrong);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), wrong);
        }
        return whole;
    }

    /** Each id of the path, one after the other, as what no thing has. */
    private static List<Mistake> paths(Probe probe) {
        List<Mistake> all = new ArrayList<>();
        String[] asked = probe.operation().split("[ /]", -1);
        String path = probe.target().replaceAll("[?].*", "");
        String query = probe.target().substring(path.length());
        String[] steps = path.split("/", -1);
        for (int i = 1; i < steps.length; i++) {
            if (!asked[i + 1].startsWith("{")) {
                continue;
            }
            for (String wrong : List.of("x", NOWHERE, "%00", "-1", "a".repeat(600), "%F0%9F", "..;")) {
                String[] changed = steps.clone();
                changed[i] = wrong;
                String shown = wrong.length() > 40 ? "a very long one" : wrong;
                all.add(new Mistake(
                        asked[i + 1] + " = " + shown,
                        String.join("/", changed) + query,
                        headers(JSON),
                        probe.body(),
                        probe.reach() != Probe.Reach.MANY));
            }
        }
        return all;
    }

    /** Each parameter as what it cannot be. */
    private static List<Mistake> parameters(Probe probe, Operation operation) {
        List<Mistake> all = new ArrayList<>();
        for (JsonNode parameter : operation.description().path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query")) {
                wrongValues(name).forEach((value, wrong) -> {
                    boolean certain = wrong && !probe.target().contains("/export");
                    String without = probe.target().replaceAll("(?<=[?&])" + name + "=[^&]*&?", "");
                    String target = without + (without.contains("?") ? "&" : "?") + name + "=" + value;
                    String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
                    all.add(new Mistake(name + "=" + shown, target, headers(JSON), probe.body(), certain));
                });
            }
            if (name.equals("If-Match")) {
                for (String version : List.of("", "x", "\"999999\"", "\"-1\"", "W/\"x\"")) {
                    Map<String, String> headers = headers(JSON);
                    headers.put(name, version);
                    all.add(new Mistake("If-Match: " + version, probe.target(), headers, probe.body(), true));
                }
                Map<String, String> headers = headers(JSON);
                headers.remove(name);
                all.add(new Mistake("no If-Match", probe.target(), headers, probe.body(), true));
            }
            if (name.equals("Idempotency-Key")) {
                for (String key : List.of("", " ", "k".repeat(101))) {
                    Map<String, String> headers = headers(JSON);
                    headers.put(name, key);
                    all.add(new Mistake("Idempotency-Key: " + key, probe.target(), headers, probe.body(), true));
                }
                Map<String, String> headers = headers(JSON);
                headers.remove(name);
                all.add(new Mistake("no Idempotency-Key", probe.target(), headers, probe.body(), true));
            }
        }
        return all;
    }

    private static Map<String, Boolean> wrongValues(String name) {
        Map<String, Boolean> values = new LinkedHashMap<>();
        values.put("a%00b", true);
        values.put("x".repeat(3_000), name.equals("limit") || name.equals("after") || name.equals("merchant"));
        values.put("%F0%9F", false);
        values.put("%25", false);
        values.put("-1", false);
        if (name.equals("limit")) {
            List.of("0", "-1", "201", "x", "1.5", "99999999999").forEach(value -> values.put(value, true));
        }
        if (name.equals("after")) {
            List.of("!!", "YWJj", NUL, "MjAyNi0wMS0wMS94", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5")
                    .forEach(value -> values.put(value, false));
        }
        return values;
    }

    private static Map<String, String> headers(String contentType) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("If-Match", "*");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return headers;
    }
}
