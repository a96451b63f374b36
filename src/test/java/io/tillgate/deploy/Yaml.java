package io.tillgate.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Trees of maps and lists, as YAML and JSON say them. A path is words with slashes; a number is a place in a list. */
final class Yaml {
    private Yaml() {}

    static Map<String, Object> read(Path file) {
        try {
            return map(parser().load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, Object>> documents(String text) {
        return StreamSupport.stream(parser().loadAll(text).spliterator(), false)
                .filter(Map.class::isInstance)
                .map(Yaml::map)
                .toList();
    }

    static String write(Object tree) {
        return parser().dump(tree);
    }

    private static org.yaml.snakeyaml.Yaml parser() {
        return new org.yaml.snakeyaml.Yaml();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object tree) {
        return tree == null ? Map.of() : (Map<String, Object>) tree;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object tree) {
        return tree == null ? List.of() : (List<Object>) tree;
    }

    static List<Map<String, Object>> maps(@Nullable Object tree) {
        return list(tree).stream().map(Yaml::map).toList();
    }

    /** What stands at the path, or null. */
    static @Nullable Object at(@Nullable Object tree, String path) {
        Object here = tree;
        for (String word : path.split("/", -1)) {
            if (here instanceof List<?> items) {
                int place = Integer.parseInt(word);
                here = place < items.size() ? items.get(place) : null;
            } else {
                here = here instanceof Map<?, ?> members ? members.get(word) : null;
            }
        }
        return here;
    }

    static String text(@Nullable Object tree, String path) {
        return String.valueOf(at(tree, path));
    }

    /** Puts the value at the path, making the maps on the way; null takes away what is there. */
    static void put(Map<String, Object> tree, String path, @Nullable Object value) {
        int last = path.lastIndexOf('/');
        Object parent = last < 0 ? tree : at(tree, path.substring(0, last));
        String word = path.substring(last + 1);
        if (parent == null) {
            parent = new LinkedHashMap<String, Object>();
            put(tree, path.substring(0, last), parent);
        }
        if (parent instanceof List<?>) {
            list(parent).set(Integer.parseInt(word), value);
        } else if (value == null) {
            map(parent).remove(word);
        } else {
            map(parent).put(word, value);
        }
    }

    /** As Helm merges values files: maps member by member, everything else as a whole; the later one wins. */
    static Map<String, Object> merged(Map<String, Object> first, Map<String, Object> later) {
        Map<String, Object> all = new LinkedHashMap<>(first);
        later.forEach((name, value) -> {
            Object before = all.get(name);
            all.put(name, before instanceof Map && value instanceof Map ? merged(map(before), map(value)) : value);
        });
        return all;
    }

    static Object copy(Object tree) {
        return switch (tree) {
            case Map<?, ?> members -> {
                Map<String, Object> copied = new LinkedHashMap<>();
                map(members).forEach((name, value) -> copied.put(name, copy(value)));
                yield copied;
            }
            case List<?> items -> new ArrayList<>(items.stream().map(Yaml::copy).toList());
            default -> tree;
        };
    }
}
