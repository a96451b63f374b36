package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Figures;
import io.tillgate.settlement.statement.StatementWords;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Whose letter it is, to whom, about how much; and the edges of every page. */
final class Letter {
    private static final Style TITLE = new Style(15, true, Style.INK);
    private static final Style SUM = new Style(25, true, Style.INK);
    private static final float MARK_SIZE = 19;
    private static final float MARK_WIDTH = 300;
    private static final float FACTS = 320;
    private static final float FACT_VALUE = 398;
    private static final float ADDRESS_WIDTH = 250;
    private static final float SUM_HEIGHT = 74;

    private final Sheets sheets;
    private final Cover cover;
    private final StatementWords words;
    private final Color accent;

    Letter(Sheets sheets, Cover cover, StatementWords words) {
        this.sheets = sheets;
        this.cover = cover;
        this.words = words;
        this.accent = Color.decode(cover.issuer().colour());
    }

    void head() throws IOException {
        var issuer = cover.issuer();
        float line = sheets.y() - 8;
        Style mark = fitted(issuer.wordMark(), new Style(MARK_SIZE, true, accent), MARK_WIDTH);
        sheets.text(Sheets.LEFT, line, issuer.wordMark(), mark);
        sheets.tags().part(StandardStructureTypes.H1);
        sheets.textRight(Sheets.RIGHT, line, cover.title(), TITLE);
        sheets.tags().paragraphs();
        if (!issuer.name().equals(issuer.wordMark())) {
            String name = Lines.fit(sheets.faces(), issuer.name(), Style.QUIET, MARK_WIDTH);
            sheets.text(Sheets.LEFT, line - 14, name, Style.QUIET);
        }
        sheets.textRight(Sheets.RIGHT, line - 14, cover.period(), Style.QUIET);
        sheets.down(64);
        float top = sheets.y();
        float left = recipient(top);
        float right = top;
        for (Cover.Fact fact : cover.facts()) {
            right = fact(right, fact);
        }
        sheets.down(top - Math.min(left, right) + 14);
        sum();
    }

    /** The same style, smaller if the text would be wider. */
    private Style fitted(String text, Style style, float width) throws IOException {
        float wide = sheets.faces().width(text, style);
        return wide <= width ? style : new Style(style.size() * width / wide, style.bold(), style.colour());
    }

    private float recipient(float top) throws IOException {
        var recipient = cover.recipient();
        float line = top;
        for (String part : Lines.wrap(sheets.faces(), recipient.legalName(), Style.STRONG, ADDRESS_WIDTH)) {
            sheets.text(Sheets.LEFT, line, part, Style.STRONG);
            line -= 13;
        }
        for (String text : List.of(recipient.tradingName(), recipient.registration())) {
            if (!text.equals(recipient.legalName())) {
                for (String part : Lines.wrap(sheets.faces(), text, Style.BODY, ADDRESS_WIDTH)) {
                    sheets.text(Sheets.LEFT, line, part, Style.BODY);
                    line -= 13;
                }
            }
        }
        return line;
    }

    private float fact(float line, Cover.Fact fact) throws IOException {
        sheets.tags().part(StandardStructureTypes.P);
        sheets.text(FACTS, line, fact.name(), Style.QUIET);
        float next = line;
        for (String part : Lines.wrap(sheets.faces(), fact.value(), Style.QUIET, Sheets.RIGHT - FACT_VALUE)) {
            sheets.text(FACT_VALUE, next, part, Style.QUIET.in(Style.INK));
            next -= 13;
        }
        sheets.tags().paragraphs();
        return next;
    }

    private void sum() throws IOException {
        Cover.Sum sum = cover.sum();
        float lower = sheets.y() - SUM_HEIGHT;
        sheets.fill(Sheets.LEFT, lower, Sheets.RIGHT - Sheets.LEFT, SUM_HEIGHT, Style.GROUND);
        sheets.fill(Sheets.LEFT, lower, 3, SUM_HEIGHT, accent);
        float x = Sheets.LEFT + 18;
        sheets.text(x, lower + 51, sum.label(), Style.QUIET);
        String amount = sum.amount().currency().getCurrencyCode() + " " + Figures.shown(sum.amount());
        sheets.text(x, lower + 21, amount, fitted(amount, SUM, FACTS - x - 10));
        float width = Sheets.RIGHT - FACTS - 10;
        float line = lower + 51;
        sheets.text(FACTS, line, Lines.fit(sheets.faces(), sum.standing(), Style.STRONG, width), Style.STRONG);
        line -= 14;
        for (String text : sum.lines()) {
            sheets.text(FACTS, line, Lines.fit(sheets.faces(), text, Style.QUIET, width), Style.QUIET);
            line -= 12;
        }
        sheets.down(SUM_HEIGHT + 24);
    }

    /** Colour along the upper edge, what it is from the second page on, and the foot. */
    void edges(int page, int pages) throws IOException {
        sheets.fill(0, Sheets.HEIGHT - 5, Sheets.WIDTH, 5, accent);
        var issuer = cover.issuer();
        if (page > 1) {
            float line = Sheets.HEIGHT - 36;
            sheets.text(Sheets.LEFT, line, issuer.wordMark(), new Style(9, true, accent));
            sheets.textRight(
                    Sheets.RIGHT, line, cover.recipient().merchantNumber() + "  ·  " + cover.period(), Style.LABEL);
        }
        sheets.rule(Sheets.LEFT, Sheets.RIGHT, 44, 0.5f, Style.HAIRLINE);
        String left = issuer.name() + "  ·  " + cover.title() + "  ·  " + cover.reference();
        String right = words.page(page, pages);
        float room = Sheets.RIGHT - Sheets.LEFT - sheets.faces().width(right, Style.LABEL) - 12;
        sheets.text(Sheets.LEFT, 32, Lines.fit(sheets.faces(), left, Style.LABEL, room), Style.LABEL);
        sheets.textRight(Sheets.RIGHT, 32, right, Style.LABEL);
    }
}
