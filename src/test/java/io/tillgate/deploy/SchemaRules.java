package io.tillgate.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart's schema as a list of places, and for each of its rules a value that breaks it. */
record SchemaRules(Map<String, Object> schema) {
    /** A value that the schema must refuse at a path. */
    record Violation(String path, Object value, String rule) {}

    static SchemaRules read(Path file) {
        return new SchemaRules(Yaml.read(file));
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        walk("", schema, found);
        return List.copyOf(found);
    }

    private void walk(String path, Map<String, Object> given, List<Violation> found) {
        Map<String, Object> rules = resolved(given);
        if ("object".equals(rules.get("type")) && Boolean.FALSE.equals(rules.get("additionalProperties"))) {
            found.add(new Violation(below(path, "unheardOf"), "x", "additionalProperties"));
        }
        members(rules).forEach((name, member) -> walk(below(path, name), member, found));
        if (path.isEmpty()) {
            return;
        }
        switch (String.valueOf(rules.get("type"))) {
            case "object" -> found.add(new Violation(path, "x", "type"));
            case "string", "boolean" -> found.add(new Violation(path, List.of(1), "type"));
            case "array" -> found.add(new Violation(path, Map.of("x", 1), "type"));
            case "integer" -> found.add(new Violation(path, "x", "type"));
            default -> {}
        }
        bounds(path, rules).forEach(found::add);
    }

    private static Stream<Violation> bounds(String path, Map<String, Object> rules) {
        List<Violation> found = new ArrayList<>();
        if (rules.get("minimum") instanceof Number least) {
            found.add(new Violation(path, least.longValue() - 1, "minimum"));
        }
        if (rules.get("maximum") instanceof Number most) {
            found.add(new Violation(path, most.longValue() + 1, "maximum"));
        }
        if (rules.containsKey("enum")) {
            found.add(new Violation(path, "unheard-of", "enum"));
        }
        if (rules.containsKey("pattern")) {
            found.add(new Violation(path, " ~ no pattern takes this ~ ", "pattern"));
        }
        if (rules.containsKey("minLength")) {
            found.add(new Violation(path, "", "minLength"));
        }
        return found.stream();
    }

    /** Paths of objects of the chart that take any member; free forms inside lists are Kubernetes' own. */
    List<String> openObjects() {
        return open("", schema).toList();
    }

    private Stream<String> open(String path, Map<String, Object> given) {
        Map<String, Object> rules = resolved(given);
        boolean free = "object".equals(rules.get("type")) && !rules.containsKey("additionalProperties");
        return Stream.concat(
                free ? Stream.of(path) : Stream.empty(),
                members(rules).entrySet().stream()
                        .flatMap(member -> open(below(path, member.getKey()), member.getValue())));
    }

    /** Every path that may have a value. */
    List<String> leaves() {
        return leaves("", schema).toList();
    }

    private Stream<String> leaves(String path, Map<String, Object> given) {
        Map<String, Object> rules = resolved(given);
        Map<String, Map<String, Object>> members = members(rules);
        return members.isEmpty()
                ? Stream.of(path)
                : members.entrySet().stream()
                        .flatMap(member -> leaves(below(path, member.getKey()), member.getValue()));
    }

    /** Every path of values that holds something; what lies in maps of words counts as its map. */
    static List<String> leaves(Map<String, Object> values) {
        return leavesOf("", values)
                .map(path -> path.replaceAll("/annotations/.*", "/annotations"))
                .distinct()
                .toList();
    }

    private static Stream<String> leavesOf(String path, Object tree) {
        return tree instanceof Map<?, ?> map && !map.isEmpty()
                ? Yaml.map(map).entrySet().stream()
                        .flatMap(member -> leavesOf(below(path, member.getKey()), member.getValue()))
                : Stream.of(path);
    }

    private static Map<String, Map<String, Object>> members(Map<String, Object> rules) {
        Map<String, Map<String, Object>> members = new LinkedHashMap<>();
        Yaml.map(rules.get("properties")).forEach((name, member) -> members.put(name, Yaml.map(member)));
        return members;
    }

    private Map<String, Object> resolved(Map<String, Object> rules) {
        return rules.get("$ref") instanceof String reference
                ? Yaml.map(Yaml.at(schema, reference.substring("#/".length())))
                : rules;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
