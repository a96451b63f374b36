package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Figures;
import io.tillgate.settlement.statement.Statement;
import io.tillgate.settlement.statement.Statement.PaymentLine;
import io.tillgate.settlement.statement.StatementWords;
import io.tillgate.settlement.statement.pdf.Table.Align;
import io.tillgate.settlement.statement.pdf.Table.Column;
import io.tillgate.shared.Money;
import java.awt.Color;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every payment, in the order of its time, under its store and day, with a sum for each and one for all. */
final class Payments {
    /** Payments of which each cell is told by itself to whoever does not see them; of more, each row. */
    private static final int CELLS_TOLD_MAX = 2_000;

    private final Sheets sheets;
    private final Statement statement;
    private final StatementWords words;
    private final Color accent;

    Payments(Sheets sheets, Statement statement, StatementWords words, Color accent) {
        this.sheets = sheets;
        this.statement = statement;
        this.words = words;
        this.accent = accent;
    }

    private record StoreDay(String store, LocalDate day) {}

    void draw() throws IOException {
        sheets.heading(words.pick("Every payment", "交易明细"));
        sheets.down(24);
        sheets.text(Sheets.LEFT, sheets.y(), legend(), Style.LABEL);
        sheets.down(10);
        Table table =
                new Table(sheets, columns(), accent).coarse(statement.payments().size() > CELLS_TOLD_MAX);
        table.head();
        Map<StoreDay, List<PaymentLine>> groups = groups();
        String continued = words.pick("(continued)", "（续）");
        for (var group : groups.entrySet()) {
            table.group(group.getKey().store + "  ·  " + words.date(group.getKey().day));
            for (PaymentLine line : group.getValue()) {
                table.row(cells(line), Style.CELL, continued);
            }
            table.total(sums(words.pick("Sum of the day", "当日小计"), group.getValue()), false);
        }
        if (statement.payments().isEmpty()) {
            table.row(List.of(words.pick("none", "无"), "", "", "", "", "", "", ""), Style.CELL, "");
        }
        table.total(sums(words.pick("All payments", "全部交易合计"), statement.payments()), true);
        if (sheets.faces().lackedCharacters()) {
            sheets.down(10);
            sheets.text(Sheets.LEFT, sheets.y(), lacking(), Style.LABEL);
        }
        sheets.down(20);
    }

    private String legend() {
        int count = statement.payments().size();
        return count > StatementPdf.PAYMENTS_MAX
                ? words.pick(
                        "The first " + StatementPdf.PAYMENTS_MAX + " of " + count
                                + " payments; the CSV of this statement has all of them. The last sum is of all.",
                        "仅列出 " + count + " 笔交易中的前 " + StatementPdf.PAYMENTS_MAX + " 笔，全部明细见本结算单的 CSV 文件；末行合计为全部交易。")
                : words.pick(
                        "Times are local to the store. Net is gross less the fee. Money back to a customer is negative.",
                        "时间为门店当地时间。净额为交易金额扣除手续费。退给顾客的金额以负数列示。");
    }

    private String lacking() {
        return words.pick(
                Typefaces.MISSING + " stands for a character that this document has no shape for; the CSV has it.",
                Typefaces.MISSING + " 代表本文件字库中没有的字，原字见 CSV 文件。");
    }

    private List<Column> columns() {
        return List.of(
                new Column(words.pick("Local time", "当地时间"), 84, Align.LEFT),
                new Column(words.pick("Receipt", "小票号"), 78, Align.LEFT),
                new Column(words.pick("Till", "终端"), 46, Align.LEFT),
                new Column(words.pick("Kind", "类型"), 36, Align.LEFT),
                new Column(words.pick("Paid by", "支付方式"), 104, Align.LEFT),
                new Column(words.pick("Gross", "交易金额"), 56, Align.RIGHT),
                new Column(words.pick("Fee", "手续费"), 46, Align.RIGHT),
                new Column(words.pick("Net", "净额"), Sheets.RIGHT - Sheets.LEFT - 450, Align.RIGHT));
    }

    private Map<StoreDay, List<PaymentLine>> groups() {
        Map<StoreDay, List<PaymentLine>> groups = new LinkedHashMap<>();
        statement.payments().stream()
                .limit(StatementPdf.PAYMENTS_MAX)
                .forEach(line -> groups.computeIfAbsent(
                                new StoreDay(line.store(), line.businessDate()), key -> new ArrayList<>())
                        .add(line));
        return groups;
    }

    private List<String> cells(PaymentLine line) {
        return List.of(
                words.moment(line.at()),
                line.receipt(),
                line.till(),
                words.kind(line.kind()),
                words.method(line),
                Figures.shown(line.gross()),
                Figures.shown(line.fee()),
                Figures.shown(line.net()));
    }

    private List<String> sums(String title, List<PaymentLine> lines) {
        return List.of(
                title,
                words.payments(lines.size()),
                "",
                "",
                "",
                sum(lines, PaymentLine::gross),
                sum(lines, PaymentLine::fee),
                sum(lines, PaymentLine::net));
    }

    private String sum(List<PaymentLine> lines, Function<PaymentLine, Money> amount) {
        return Figures.shown(lines.stream().map(amount).reduce(Money.zero(statement.currency()), Money::plus));
    }
}
