package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Figures;
import io.tillgate.settlement.statement.MonthlyStatement;
import io.tillgate.settlement.statement.MonthlyStatement.Run;
import io.tillgate.settlement.statement.Statement.Transfer;
import io.tillgate.settlement.statement.StatementWords;
import io.tillgate.settlement.statement.pdf.Table.Align;
import io.tillgate.settlement.statement.pdf.Table.Column;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A month on paper: what each run came to, and what became of each payout. The same month in the same state is the same bytes. */
public final class MonthlyPdf {
    private static final float WIDTH = Sheets.RIGHT - Sheets.LEFT;

    private final Sheets sheets;
    private final MonthlyStatement statement;
    private final StatementWords words;
    private final Color accent;

    private MonthlyPdf(Sheets sheets, MonthlyStatement statement, StatementWords words) {
        this.sheets = sheets;
        this.statement = statement;
        this.words = words;
        this.accent = Color.decode(statement.issuer().colour());
    }

    public static byte[] write(MonthlyStatement statement, Locale locale) {
        StatementWords words = new StatementWords(locale);
        return Paper.print(Covers.of(statement, words), words, paper -> {
            MonthlyPdf pdf = new MonthlyPdf(paper.sheets(), statement, words);
            paper.bookmark(words.pick("Days", "每日"));
            pdf.runs();
            paper.bookmark(words.pick("Payouts", "付款"));
            pdf.payouts();
        });
    }

    private void runs() throws IOException {
        heading(words.pick("What each day came to", "每日结算"));
        Table table = table(
                new Column(words.pick("Business day", "营业日"), 84, Align.LEFT),
                new Column(words.pick("Brought fwd", "上期结转"), 58, Align.RIGHT),
                new Column(words.pick("Sales", "消费"), 72, Align.RIGHT),
                new Column(words.pick("Returned", "退货撤销"), 62, Align.RIGHT),
                new Column(words.pick("Fees", "手续费"), 56, Align.RIGHT),
                new Column(words.pick("Corrections", "调整"), 56, Align.RIGHT),
                new Column(words.pick("Carried", "结转下期"), 54, Align.RIGHT),
                new Column(words.pick("Payout", "付款"), WIDTH - 442, Align.RIGHT));
        table.head();
        for (Run run : statement.runs()) {
            table.row(cells(run), Style.CELL, "");
        }
        table.total(
                List.of(
                        words.pick("The month", "全月合计"),
                        "",
                        Figures.shown(statement.sum(run -> run.sales().amount())),
                        Figures.shown(statement.sum(run -> run.returned().amount())),
                        Figures.shown(statement.sum(Run::fees)),
                        Figures.shown(statement.sum(Run::corrections)),
                        "",
                        Figures.shown(statement.sum(Run::paid))),
                true);
        sheets.down(20);
    }

    private List<String> cells(Run run) {
        String cycle = run.cycle() == 1 ? "" : " (" + run.cycle() + ")";
        return List.of(
                words.date(run.businessDate()) + cycle,
                Figures.shown(run.broughtForward()),
                Figures.shown(run.sales().amount()),
                Figures.shown(run.returned().amount()),
                Figures.shown(run.fees()),
                Figures.shown(run.corrections()),
                Figures.shown(run.carried()),
                Figures.shown(run.paid()));
    }

    private void payouts() throws IOException {
        heading(words.pick("What became of each payout", "付款进度"));
        Table table = table(
                new Column(words.pick("Business day", "营业日"), 84, Align.LEFT),
                new Column(words.pick("Payout reference", "付款编号"), 158, Align.LEFT),
                new Column(words.pick("Where it is", "进度"), 190, Align.WRAP),
                new Column(statement.currency().getCurrencyCode(), WIDTH - 432, Align.RIGHT));
        table.head();
        for (Run run : statement.runs()) {
            Transfer payout = run.payout();
            if (payout != null) {
                String booking = words.booking(payout);
                String where = words.standing(payout.standing()) + (booking.isEmpty() ? "" : " · " + booking);
                table.row(
                        List.of(
                                words.date(run.businessDate()),
                                payout.reference(),
                                where,
                                Figures.shown(payout.amount())),
                        Style.CELL,
                        "");
            }
        }
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
