package io.tillgate.settlement.iso20022;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Keeps what the validator lets through, and takes its fingerprint. */
final class TreeBuilder extends DefaultHandler {
    private final Deque<Node> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final MessageDigest digest = sha256();
    private @Nullable Node document;

    Node document() {
        if (document == null) {
            throw new IllegalStateException("nothing was read");
        }
        return document;
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes) {
        String currency = attributes.getValue("Ccy");
        Node node = new Node(name, currency);
        print("<" + name + (currency == null ? ">" : " " + currency + ">"));
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
            print(ended.text().strip());
        }
        print("</>");
        text.setLength(0);
    }

    /** Together with the message's type, which the namespace says and the elements do not. */
    String fingerprint(MessageType type) {
        print(type.name());
        return HexFormat.of().formatHex(digest.digest());
    }

    private void print(String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
