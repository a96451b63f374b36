package io.tillgate.settlement.statement.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.jspecify.annotations.Nullable;

/**
 * Rows under a head that is repeated on every page. A cell of a left column is shortened to its width, or wrapped where the
 * column says so; figures on the right are never cut.
 */
final class Table {
    private static final float ROW = 13.5f;
    private static final float LEADING = 10.2f;
    private static final float ABOVE_BASELINE = 9.4f;
    private static final float GAP = 6;

    private final Sheets sheets;
    private final List<Column> columns;
    private final Color accent;
    private @Nullable String group;
    private @Nullable PDStructureElement tagged;
    private boolean isCoarse;

    /** @param width of all columns together that of the page's text, {@link Sheets#RIGHT} less {@link Sheets#LEFT} */
    record Column(String title, float width, Align align) {}

    enum Align {
        LEFT,
        WRAP,
        RIGHT
    }

    Table(Sheets sheets, List<Column> columns, Color accent) {
        this.sheets = sheets;
        this.columns = columns;
        this.accent = accent;
    }

    /** Rows are told as one cell each: a part for every cell of a long table is larger than what is drawn. */
    Table coarse(boolean wanted) {
        isCoarse = wanted;
        return this;
    }

    /** Told of once to whoever does not see it. */
    void head() throws IOException {
        boolean isFirst = tagged == null;
        sheets.tags().repeated(!isFirst);
        float baseline = sheets.y() - ABOVE_BASELINE;
        float x = Sheets.LEFT;
        PDStructureElement row = isFirst ? sheets.tags().row(tagged()) : null;
        for (Column column : columns) {
            if (row != null) {
                sheets.tags().cell(row, StandardStructureTypes.TH);
            }
            cell(x, baseline, column, column.title, Style.LABEL);
            x += column.width;
        }
        sheets.tags().paragraphs();
        sheets.tags().repeated(false);
        sheets.down(ROW + 1.5f);
        sheets.rule(Sheets.LEFT, Sheets.RIGHT, sheets.y(), 0.9f, accent);
        sheets.down(2);
    }

    /** A heading between rows; it comes again, marked, when its rows go on over the page. */
    void group(String title) throws IOException {
        if (!sheets.hasRoom(4 * ROW)) {
            group = null;
            sheets.next();
            head();
        }
        group = title;
        sheets.down(4);
        groupLine(title);
    }

    void row(List<String> cells, Style style, String continued) throws IOException {
        List<List<String>> wrapped = wrapped(cells, style);
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        float height = ROW + (lines - 1) * LEADING;
        if (!sheets.hasRoom(height)) {
            sheets.next();
            head();
            if (group != null) {
                sheets.tags().repeated(true);
                groupLine(group + " " + continued);
                sheets.tags().repeated(false);
            }
        }
        draw(wrapped, style);
        sheets.down(height);
        sheets.rule(Sheets.LEFT, Sheets.RIGHT, sheets.y(), 0.35f, Style.HAIRLINE);
    }

    /** A sum under the rows; stays with at least the page of the row before where it fits. */
    void total(List<String> cells, boolean last) throws IOException {
        if (!sheets.hasRoom(ROW + 4)) {
            sheets.next();
            head();
        }
        group = null;
        if (last) {
            sheets.rule(Sheets.LEFT, Sheets.RIGHT, sheets.y() - 1, 0.9f, accent);
            sheets.down(2);
        }
        draw(wrapped(cells, Style.CELL_STRONG), Style.CELL_STRONG);
        sheets.down(ROW + 1);
    }

    private void groupLine(String title) throws IOException {
        float width = Sheets.RIGHT - Sheets.LEFT - 2 * GAP;
        sheets.fill(Sheets.LEFT, sheets.y() - ROW, Sheets.RIGHT - Sheets.LEFT, ROW, Style.GROUND);
        sheets.tags().wideCell(tagged(), columns.size());
        sheets.text(
                Sheets.LEFT + GAP,
                sheets.y() - ABOVE_BASELINE,
                Lines.fit(sheets.faces(), title, Style.CELL_STRONG, width),
                Style.CELL_STRONG);
        sheets.tags().paragraphs();
        sheets.down(ROW);
    }

    private PDStructureElement tagged() {
        if (tagged == null) {
            tagged = sheets.tags().table();
        }
        return tagged;
    }

    private List<List<String>> wrapped(List<String> cells, Style style) throws IOException {
        var wrapped = new java.util.ArrayList<List<String>>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            String text = cells.get(i);
            wrapped.add(
                    switch (column.align) {
                        case RIGHT -> List.of(text);
                        case LEFT -> List.of(Lines.fit(sheets.faces(), text, style, column.width - GAP));
                        case WRAP -> Lines.wrap(sheets.faces(), text, style, column.width - GAP);
                    });
        }
        return wrapped;
    }

    private void draw(List<List<String>> cells, Style style) throws IOException {
        PDStructureElement row = isCoarse ? null : sheets.tags().row(tagged());
        if (row == null) {
            sheets.tags().wideCell(tagged(), columns.size());
        }
        float x = Sheets.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            float baseline = sheets.y() - ABOVE_BASELINE;
            if (row != null) {
                sheets.tags().cell(row, StandardStructureTypes.TD);
            }
            for (String line : cells.get(i)) {
                cell(x, baseline, columns.get(i), line, style);
                baseline -= LEADING;
            }
            x += columns.get(i).width;
        }
        sheets.tags().paragraphs();
    }

    private void cell(float x, float baseline, Column column, String text, Style style) throws IOException {
        if (column.align == Align.RIGHT) {
            sheets.textRight(x + column.width, baseline, text, style);
        } else {
            sheets.text(x, baseline, text, style);
        }
    }
}
