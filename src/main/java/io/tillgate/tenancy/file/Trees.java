package io.tillgate.tenancy.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The document as plain values, as it is kept and compared. */
final class Trees {
    private Trees() {}

    /** Anchors are refused: a file must say what it says where it says it, and an alias may loop. */
    static boolean isPlain(Node node, Mistakes mistakes) {
        if (node.getAnchor() != null || node instanceof AnchorNode) {
            mistakes.at(node, "", "anchors and aliases are not used in tenant files; write the value out");
            return false;
        }
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .allMatch(t -> isPlain(t.getKeyNode(), mistakes) && isPlain(t.getValueNode(), mistakes));
            case SequenceNode list -> list.getValue().stream().allMatch(item -> isPlain(item, mistakes));
            default -> true;
        };
    }

    /** Keys in order, so that two files that say the same are the same. */
    static Map<String, Object> mapping(Node node, Function<String, String> placeholders) {
        Map<String, Object> map = new TreeMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(t ->
                            map.put(((ScalarNode) t.getKeyNode()).getValue(), value(t.getValueNode(), placeholders)));
        }
        return map;
    }

    private static Object value(Node node, Function<String, String> placeholders) {
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, placeholders);
            case SequenceNode list -> {
                List<Object> items = new ArrayList<>();
                list.getValue().forEach(item -> items.add(value(item, placeholders)));
                yield items;
            }
            default -> scalar((ScalarNode) node, placeholders);
        };
    }

    /** YAML 1.1 would read 22:00 as a number and no as false; only plain numbers stay numbers, all else is text. */
    private static Object scalar(ScalarNode node, Function<String, String> placeholders) {
        String text = placeholders.apply(node.getValue());
        return Tag.INT.equals(node.getTag()) && text.matches("-?(?:0|[1-9][0-9]{0,17})") ? Long.valueOf(text) : text;
    }
}
