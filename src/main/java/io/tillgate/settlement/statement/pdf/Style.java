package io.tillgate.settlement.statement.pdf;

import java.awt.Color;

/** How a text looks; {@code size} in points. */
record Style(float size, boolean bold, Color colour) {
    static final Color INK = new Color(0x1B, 0x21, 0x29);
    static final Color MUTED = new Color(0x5B, 0x66, 0x70);
    static final Color HAIRLINE = new Color(0xD9, 0xDE, 0xE4);
    static final Color GROUND = new Color(0xF5, 0xF7, 0xF9);

    static final Style BODY = new Style(9, false, INK);
    static final Style STRONG = new Style(9, true, INK);
    static final Style QUIET = new Style(8, false, MUTED);
    static final Style LABEL = new Style(7.2f, false, MUTED);
    static final Style HEADING = new Style(12, true, INK);
    static final Style CELL = new Style(7.8f, false, INK);
    static final Style CELL_STRONG = new Style(7.8f, true, INK);
    static final Style CODE = new Style(7, false, INK);

    Style in(Color other) {
        return new Style(size, bold, other);
    }
}
