package io.tillgate.settlement.iso20022;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Keeps what the validator lets through. */
final class TreeBuilder extends DefaultHandler {
    private final Deque<Node> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Node document;

    Node document() {
        if (document == null) {
            throw new IllegalStateException("nothing was read");
        }
        return document;
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes) {
        Node node = new Node(name, attributes.getValue("Ccy"));
        Node parent = open.peek();
        if (parent == null) {
            document = node;
        } else {
            parent.add(node);
        }
        open.push(node);
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void endElement(String namespace, String name, String qualified) {
        Node ended = open.pop();
        if (ended.children().isEmpty()) {
            ended.text(text.toString());
        }
        text.setLength(0);
    }
}
