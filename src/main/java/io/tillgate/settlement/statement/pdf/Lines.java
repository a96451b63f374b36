package io.tillgate.settlement.statement.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Text made to fit a width: in lines, or shortened. */
final class Lines {
    private static final String NEVER_FIRST = "。，、；：？！）》」』】〉”’,.;:?!)]}%";
    private static final String ELLIPSIS = "…";

    private Lines() {}

    /** Breaks at blanks, between Chinese characters, and within a word that alone is too long. */
    static List<String> wrap(Typefaces faces, String text, Style style, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : parts(text)) {
            if (faces.width(line + part.stripTrailing(), style) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            for (String piece : pieces(faces, part, style, width)) {
                if (!line.isEmpty() && faces.width(line + piece.stripTrailing(), style) > width) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.append(piece);
            }
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** The text, or as much of its beginning as fits and an ellipsis. */
    static String fit(Typefaces faces, String text, Style style, float width) throws IOException {
        if (faces.width(text, style) <= width) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        int end = characters.length;
        String shortened;
        do {
            end--;
            shortened = new String(characters, 0, end).stripTrailing() + ELLIPSIS;
        } while (end > 0 && faces.width(shortened, style) > width);
        return shortened;
    }

    /** What may not be broken: words with the blank after them, and single Chinese characters with their punctuation. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean breakable = false;
        for (int c : text.codePoints().toArray()) {
            boolean wide = c >= 0x2E80;
            boolean first = NEVER_FIRST.indexOf(c) < 0;
            if (!part.isEmpty() && first && (breakable || wide)) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(c);
            breakable = wide || c == ' ';
        }
        parts.add(part.toString());
        return parts;
    }

    private static List<String> pieces(Typefaces faces, String part, Style style, float width) throws IOException {
        if (faces.width(part, style) <= width) {
            return List.of(part);
        }
        return part.codePoints().mapToObj(Character::toString).toList();
    }
}
