package io.tillgate.onboarding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What a merchant agrees to, word for word, with names and prices filled in. The same words have the same fingerprint.
 *
 * @param key which agreement
 * @param language {@code en} or {@code zh}
 * @param text lines: {@code # title}, {@code ## heading}, {@code - item}, anything else a paragraph
 */
public record AgreementText(String key, String version, Locale language, String text) {
    private static final String TITLE = "# ";
    private static final String HEADING = "## ";
    private static final String ITEM = "- ";

    /** UTF-8: what is stored, and what people take with them. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Of the bytes, lower-case hex. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String fileName() {
        return key + "-" + version + "-" + language.getLanguage() + ".txt";
    }

    /** A part of the text to lay out; one kind has no text but items. */
    public record Block(Kind kind, String text, List<String> items) {
        public Block {
            items = List.copyOf(items);
        }

        public boolean isTitle() {
            return kind == Kind.TITLE;
        }

        public boolean isHeading() {
            return kind == Kind.HEADING;
        }

        public boolean isList() {
            return kind == Kind.LIST;
        }
    }

    /** How a part looks. */
    public enum Kind {
        TITLE,
        HEADING,
        PARAGRAPH,
        LIST
    }

    /** The text in its order. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(ITEM)) {
                items.add(line.substring(ITEM.length()));
                continue;
            }
            endList(blocks, items);
            if (!line.isBlank()) {
                blocks.add(block(line));
            }
        }
        endList(blocks, items);
        return blocks;
    }

    private static Block block(String line) {
        if (line.startsWith(HEADING)) {
            return new Block(Kind.HEADING, line.substring(HEADING.length()), List.of());
        }
        return line.startsWith(TITLE)
                ? new Block(Kind.TITLE, line.substring(TITLE.length()), List.of())
                : new Block(Kind.PARAGRAPH, line, List.of());
    }

    private static void endList(List<Block> blocks, List<String> items) {
        if (!items.isEmpty()) {
            blocks.add(new Block(Kind.LIST, "", items));
            items.clear();
        }
    }
}
