package io.tillgate.tenancy.file;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of the file while it is read. Each key is asked for once; what is missing or wrong becomes a mistake and a
 * stand-in value, so that reading goes on; {@link #end()} reports the keys that nobody asked for.
 */
final class Section {
    private static final int LIST_MAX = 1000;

    private final Node node;
    private final String path;
    private final Mistakes mistakes;
    private final Function<String, String> placeholders;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    Section(Node node, String path, Mistakes mistakes, Function<String, String> placeholders) {
        this.node = node;
        this.path = path;
        this.mistakes = mistakes;
        this.placeholders = placeholders;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::remember);
        } else {
            mistakes.at(node, path, "expected a mapping of keys to values");
        }
    }

    private void remember(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            mistakes.at(tuple.getKeyNode(), path, "a key must be a word");
        } else if (entries.putIfAbsent(key.getValue(), tuple) != null) {
            mistakes.at(key, pathOf(key.getValue()), "this key stands here twice");
        }
    }

    <T> T required(String key, Shape<T> shape) {
        Node value = find(key);
        if (value == null) {
            missing(key, shape.expected());
            return shape.fallback();
        }
        return scalar(value, pathOf(key), shape);
    }

    <T> T optional(String key, Shape<T> shape, T otherwise) {
        Node value = find(key);
        return value == null ? otherwise : scalar(value, pathOf(key), shape);
    }

    <T> @Nullable T optional(String key, Shape<T> shape) {
        Node value = find(key);
        return value == null ? null : scalar(value, pathOf(key), shape);
    }

    /** A mapping inside this one; a missing one is one mistake, not one for each of its keys. */
    <T> T section(String key, T fallback, Function<Section, T> reader) {
        Node value = find(key);
        if (value == null) {
            missing(key, "a mapping");
            return fallback;
        }
        return read(value, pathOf(key), reader);
    }

    /** A list of mappings with unique names under {@code unique}. */
    <T> List<T> sections(String key, String unique, Function<Section, T> reader) {
        List<T> all = new ArrayList<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            String where = pathOf(key) + "[" + i + "]";
            all.add(read(item, where, section -> {
                section.unique(unique, lines);
                return reader.apply(section);
            }));
        }
        return all;
    }

    /** A list of plain values. */
    <T> List<T> values(String key, Shape<T> shape) {
        List<T> all = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            all.add(scalar(items.get(i), pathOf(key) + "[" + i + "]", shape));
        }
        return all;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Reports a mistake at one of this section's values, or at the section itself where the key is absent. */
    void mistake(String key, String message) {
        NodeTuple tuple = entries.get(key);
        mistakes.at(tuple == null ? node : tuple.getValueNode(), pathOf(key), message);
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    void end() {
        entries.forEach((key, tuple) -> {
            if (!asked.contains(key)) {
                mistakes.at(tuple.getKeyNode(), pathOf(key), "unknown key; known here: " + String.join(", ", asked));
            }
        });
    }

    private <T> T read(Node value, String where, Function<Section, T> reader) {
        mistakes.seen(value, where);
        Section section = new Section(value, where, mistakes, placeholders);
        T result = reader.apply(section);
        section.end();
        return result;
    }

    private void unique(String key, Map<String, Integer> lines) {
        NodeTuple tuple = entries.get(key);
        if (tuple != null && tuple.getValueNode() instanceof ScalarNode scalar) {
            Integer first =
                    lines.putIfAbsent(scalar.getValue(), scalar.getStartMark().getLine() + 1);
            if (first != null) {
                mistakes.at(scalar, pathOf(key), "'" + scalar.getValue() + "' is used before, on line " + first);
            }
        }
    }

    private List<Node> items(String key) {
        Node value = find(key);
        if (value == null) {
            missing(key, "a list");
            return List.of();
        }
        if (!(value instanceof SequenceNode list)) {
            mistakes.at(value, pathOf(key), "expected a list");
            return List.of();
        }
        if (list.getValue().size() > LIST_MAX) {
            mistakes.at(value, pathOf(key), "expected a list of at most " + LIST_MAX);
            return List.of();
        }
        return list.getValue();
    }

    private <T> T scalar(Node value, String where, Shape<T> shape) {
        mistakes.seen(value, where);
        if (!(value instanceof ScalarNode scalar)) {
            mistakes.at(value, where, "expected " + shape.expected());
            return shape.fallback();
        }
        T parsed = null;
        try {
            parsed = shape.parse().apply(placeholders.apply(scalar.getValue()));
        } catch (IllegalArgumentException | DateTimeException notOfThisShape) {
            // reported below, like every other value that is not of this shape
        }
        if (parsed == null) {
            mistakes.at(
                    value, where, "expected " + shape.expected() + ", found '" + shortened(scalar.getValue()) + "'");
            return shape.fallback();
        }
        return parsed;
    }

    private void missing(String key, String expected) {
        if (node instanceof MappingNode) {
            mistakes.at(node, pathOf(key), "is missing; expected " + expected);
        }
    }

    private @Nullable Node find(String key) {
        asked.add(key);
        NodeTuple tuple = entries.get(key);
        return tuple == null ? null : tuple.getValueNode();
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
