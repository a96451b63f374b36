package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Figures;
import io.tillgate.settlement.statement.Statement;
import io.tillgate.settlement.statement.Statement.FeeLine;
import io.tillgate.settlement.statement.Statement.OtherKind;
import io.tillgate.settlement.statement.Statement.OtherLine;
import io.tillgate.settlement.statement.Statement.PaymentKind;
import io.tillgate.settlement.statement.Statement.Total;
import io.tillgate.settlement.statement.StatementWords;
import io.tillgate.settlement.statement.pdf.Table.Align;
import io.tillgate.settlement.statement.pdf.Table.Column;
import io.tillgate.shared.Money;
import java.awt.Color;
import java.io.IOException;
import java.util.List;

/** How the payout comes about, on one look; then each fee with its reason, and what else moved the balance. */
final class Summary {
    private static final float WIDTH = Sheets.RIGHT - Sheets.LEFT;

    private final Sheets sheets;
    private final Statement statement;
    private final StatementWords words;
    private final Color accent;
    private final String continued;

    Summary(Sheets sheets, Statement statement, StatementWords words, Color accent) {
        this.sheets = sheets;
        this.statement = statement;
        this.words = words;
        this.accent = accent;
        this.continued = words.pick("(continued)", "（续）");
    }

    void draw() throws IOException {
        payout();
        fees();
        if (!statement.others().isEmpty()) {
            others();
        }
    }

    private void payout() throws IOException {
        heading(words.pick("How your payout comes about", "付款金额如何得出"));
        Table table = table(
                new Column(words.pick("What", "项目"), WIDTH - 200, Align.WRAP),
                new Column(words.pick("Count", "笔数"), 80, Align.RIGHT),
                new Column(statement.currency().getCurrencyCode(), 120, Align.RIGHT));
        table.head();
        row(table, words.pick("Brought forward from the run before", "上期结转"), statement.openingBalance());
        for (PaymentKind kind : PaymentKind.values()) {
            row(table, words.kinds(kind), statement.payments(kind));
        }
        row(table, words.pick("Fees", "手续费"), statement.feesTotal());
        for (OtherKind kind : OtherKind.values()) {
            Total total = statement.others(kind);
            if (total.count() > 0) {
                row(table, words.kinds(kind), total);
            }
        }
        if (!statement.carriedBalance().isZero()) {
            String carried = words.pick("Carried forward to the next run", "结转下期");
            row(table, carried, statement.carriedBalance().negated());
        }
        table.total(
                List.of(
                        words.amount(statement.payout().standing()),
                        "",
                        Figures.shown(statement.payout().amount())),
                true);
        sheets.down(20);
    }

    private void row(Table table, String what, Total total) throws IOException {
        table.row(List.of(what, Long.toString(total.count()), Figures.shown(total.amount())), Style.CELL, continued);
    }

    private void row(Table table, String what, Money amount) throws IOException {
        table.row(List.of(what, "", Figures.shown(amount)), Style.CELL, continued);
    }

    private void fees() throws IOException {
        heading(words.pick("What the fees are made of", "手续费明细"));
        Table table = table(
                new Column(words.pick("Why", "依据"), WIDTH - 250, Align.WRAP),
                new Column(words.pick("Payments", "笔数"), 60, Align.RIGHT),
                new Column(words.pick("Taken of", "计费金额"), 95, Align.RIGHT),
                new Column(words.pick("Fee", "手续费"), 95, Align.RIGHT));
        table.head();
        for (FeeLine fee : statement.fees()) {
            boolean ofAccount = fee.count() == 0;
            table.row(
                    List.of(
                            fee.text(),
                            ofAccount ? "" : Long.toString(fee.count()),
                            ofAccount ? "" : Figures.shown(fee.base()),
                            Figures.shown(fee.amount())),
                    Style.CELL,
                    continued);
        }
        table.total(List.of(words.pick("Fees", "手续费合计"), "", "", Figures.shown(statement.feesTotal())), true);
        sheets.down(20);
    }

    private void others() throws IOException {
        heading(words.pick("What else moved your balance", "其他变动"));
        Table table = table(
                new Column(words.pick("Date", "日期"), 78, Align.LEFT),
                new Column(words.pick("What", "项目"), 80, Align.LEFT),
                new Column(words.pick("Why", "说明"), WIDTH - 253, Align.WRAP),
                new Column(statement.currency().getCurrencyCode(), 95, Align.RIGHT));
        table.head();
        for (OtherLine line : statement.others()) {
            String why = line.reference().isEmpty() ? line.text() : line.text() + " (" + line.reference() + ")";
            table.row(
                    List.of(
                            words.date(line.businessDate()),
                            words.kind(line.kind()),
                            why,
                            Figures.shown(line.amount())),
                    Style.CELL,
                    continued);
        }
        sheets.down(20);
    }

    private Table table(Column... columns) {
        return new Table(sheets, List.of(columns), accent);
    }

    private void heading(String text) throws IOException {
        sheets.need(90);
        sheets.heading(text);
        sheets.down(20);
    }
}
