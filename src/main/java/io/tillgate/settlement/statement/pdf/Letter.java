package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Figures;
import io.tillgate.settlement.statement.Statement;
import io.tillgate.settlement.statement.StatementWords;
import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** Whose letter it is, to whom, about how much; and the edges of every page. */
final class Letter {
    private static final Style TITLE = new Style(15, true, Style.INK);
    private static final Style SUM = new Style(25, true, Style.INK);
    private static final float MARK_SIZE = 19;
    private static final float FACTS = 320;
    private static final float FACT_VALUE = 398;
    private static final float ADDRESS_WIDTH = 250;

    private final Sheets sheets;
    private final Statement statement;
    private final StatementWords words;
    private final Color accent;

    Letter(Sheets sheets, Statement statement, StatementWords words, Color accent) {
        this.sheets = sheets;
        this.statement = statement;
        this.words = words;
        this.accent = accent;
    }

    void head() throws IOException {
        var issuer = statement.issuer();
        float line = sheets.y() - 8;
        sheets.text(Sheets.LEFT, line, issuer.wordMark(), new Style(MARK_SIZE, true, accent));
        sheets.textRight(Sheets.RIGHT, line, words.pick("Payout statement", "付款结算单"), TITLE);
        if (!issuer.name().equals(issuer.wordMark())) {
            sheets.text(Sheets.LEFT, line - 14, issuer.name(), Style.QUIET);
        }
        var period = statement.period();
        sheets.textRight(Sheets.RIGHT, line - 14, words.period(period.from(), period.until()), Style.QUIET);
        sheets.down(64);
        float top = sheets.y();
        float left = recipient(top);
        float right = facts(top);
        sheets.down(top - Math.min(left, right) + 14);
        hero();
    }

    private float recipient(float top) throws IOException {
        var recipient = statement.recipient();
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

    private float facts(float top) throws IOException {
        var period = statement.period();
        float line = top;
        line = fact(
                line,
                words.pick("Merchant number", "商户编号"),
                statement.recipient().merchantNumber());
        line = fact(
                line, words.pick("Payout reference", "付款编号"), statement.payout().reference());
        line = fact(line, words.pick("Business day", "营业日"), words.period(period.from(), period.until()));
        String cycle = words.pick(", run " + period.cycle(), "，第 " + period.cycle() + " 场");
        line = fact(
                line,
                words.pick("Closed", "日切时间"),
                words.minute(period.closedAt()) + (period.cycle() > 1 ? cycle : ""));
        line = fact(line, "", period.timeZone());
        return fact(line, words.pick("Currency", "币种"), statement.currency().getCurrencyCode());
    }

    private float fact(float line, String name, String value) throws IOException {
        sheets.text(FACTS, line, name, Style.QUIET);
        float next = line;
        for (String part : Lines.wrap(sheets.faces(), value, Style.QUIET, Sheets.RIGHT - FACT_VALUE)) {
            sheets.text(FACT_VALUE, next, part, Style.QUIET.in(Style.INK));
            next -= 13;
        }
        return next;
    }

    private void hero() throws IOException {
        var payout = statement.payout();
        float height = 74;
        float lower = sheets.y() - height;
        sheets.fill(Sheets.LEFT, lower, Sheets.RIGHT - Sheets.LEFT, height, Style.GROUND);
        sheets.fill(Sheets.LEFT, lower, 3, height, accent);
        float x = Sheets.LEFT + 18;
        sheets.text(x, lower + 51, words.pick("Paid out to you", "付给您的金额"), Style.QUIET);
        String sum = statement.currency().getCurrencyCode() + " " + Figures.shown(payout.amount());
        sheets.text(x, lower + 21, sum, SUM);
        float line = lower + 51;
        sheets.text(FACTS, line, words.standing(payout.standing()), Style.STRONG);
        float width = Sheets.RIGHT - FACTS - 10;
        sheets.text(
                FACTS, line - 14, Lines.fit(sheets.faces(), payout.accountHolder(), Style.QUIET, width), Style.QUIET);
        sheets.text(FACTS, line - 26, words.pick("Account ", "账户 ") + payout.bankAccount(), Style.QUIET);
        sheets.text(FACTS, line - 38, Lines.fit(sheets.faces(), booking(), Style.QUIET, width), Style.QUIET);
        sheets.down(height + 24);
    }

    private String booking() {
        var payout = statement.payout();
        String reference = payout.bankReference() == null
                ? ""
                : words.pick("Bank's reference ", "银行流水号 ") + payout.bankReference();
        return payout.paidOn() == null ? reference : reference + words.pick(", ", "，") + words.date(payout.paidOn());
    }

    /** Colour along the upper edge, what it is from the second page on, and the foot. */
    void edges(int page, int pages) throws IOException {
        sheets.fill(0, Sheets.HEIGHT - 5, Sheets.WIDTH, 5, accent);
        var issuer = statement.issuer();
        if (page > 1) {
            float line = Sheets.HEIGHT - 36;
            sheets.text(Sheets.LEFT, line, issuer.wordMark(), new Style(9, true, accent));
            sheets.textRight(
                    Sheets.RIGHT,
                    line,
                    statement.recipient().merchantNumber() + "  ·  "
                            + words.period(
                                    statement.period().from(),
                                    statement.period().until()),
                    Style.LABEL);
        }
        sheets.rule(Sheets.LEFT, Sheets.RIGHT, 44, 0.5f, Style.HAIRLINE);
        String left = issuer.name() + "  ·  " + words.pick("Payout statement", "付款结算单") + "  ·  "
                + statement.payout().reference();
        sheets.text(Sheets.LEFT, 32, left, Style.LABEL);
        sheets.textRight(Sheets.RIGHT, 32, words.page(page, pages), Style.LABEL);
    }
}
