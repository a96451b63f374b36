package io.tillgate.sales.receipt;

import java.util.ArrayList;
import java.util.List;

/**
 * Text for a printer whose characters are all equally wide, but for the wide ones of Unicode's East Asian Width (annex
 * 11), which take two columns.
 */
final class Columns {
    private final int width;
    private final List<String> lines = new ArrayList<>();

    Columns(int width) {
        this.width = width;
    }

    Columns centred(String text) {
        for (String line : wrapped(text, width)) {
            lines.add(" ".repeat((width - widthOf(line)) / 2) + line);
        }
        return this;
    }

    Columns left(String text) {
        lines.addAll(wrapped(text, width));
        return this;
    }

    /** Left and right on one line; the left part goes on lines of its own when both do not fit. */
    Columns pair(String left, String right) {
        int space = width - widthOf(left) - widthOf(right);
        if (space >= 1) {
            lines.add(left + " ".repeat(space) + right);
            return this;
        }
        left(left);
        lines.add(" ".repeat(Math.max(0, width - widthOf(right))) + right);
        return this;
    }

    Columns rule() {
        lines.add("-".repeat(width));
        return this;
    }

    Columns blank() {
        lines.add("");
        return this;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    static int widthOf(String text) {
        return text.codePoints().map(Columns::widthOf).sum();
    }

    private static int widthOf(int c) {
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        boolean none = Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.ENCLOSING_MARK
                || Character.getType(c) == Character.FORMAT;
        return none ? 0 : wide ? 2 : 1;
    }

    /** Breaks at spaces where there are any, otherwise between characters. */
    private static List<String> wrapped(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text.strip();
        while (widthOf(rest) > width) {
            int end = fitting(rest, width);
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : end;
            parts.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    private static int fitting(String text, int width) {
        int at = 0;
        int used = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            used += widthOf(c);
            if (used > width) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }
}
