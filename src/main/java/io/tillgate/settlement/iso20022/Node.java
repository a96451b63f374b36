package io.tillgate.settlement.iso20022;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element as it was read. Only what messages use: name, text, one attribute, children. */
final class Node {
    private final String name;
    private final @Nullable String currency;
    private List<Node> children = List.of();
    private String text = "";

    Node(String name, @Nullable String currency) {
        this.name = name;
        this.currency = currency;
    }

    void add(Node child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    void text(String whole) {
        this.text = whole;
    }

    String text() {
        return text;
    }

    Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    List<Node> children() {
        return children;
    }

    List<Node> all(String named) {
        return children.stream().filter(child -> child.name.equals(named)).toList();
    }

    Optional<Node> at(String... path) {
        Node here = this;
        for (String step : path) {
            Node next = here.first(step);
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    /** Where the schema promises that it is there. */
    Node required(String... path) {
        return at(path).orElseThrow(() -> new IllegalStateException("the schema promises " + String.join("/", path)));
    }

    Optional<String> textAt(String... path) {
        return at(path).map(Node::text).map(String::strip).filter(found -> !found.isEmpty());
    }

    /** {@code Cd} of a code set, or {@code Prtry} of the bank. */
    Optional<String> codeAt(String... path) {
        return at(path).flatMap(found -> found.textAt("Cd").or(() -> found.textAt("Prtry")));
    }

    private @Nullable Node first(String named) {
        for (Node child : children) {
            if (child.name.equals(named)) {
                return child;
            }
        }
        return null;
    }
}
