package io.tillgate.settlement.statement;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tillgate.settlement.statement.Statement.FeeLine;
import io.tillgate.settlement.statement.Statement.OtherLine;
import io.tillgate.settlement.statement.Statement.PaymentLine;
import io.tillgate.shared.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A statement as CSV (RFC 4180, UTF-8, a header line), one line for each thing that moved money, so that the column
 * {@code net} sums to what is paid out. The last two lines, {@code payout} and {@code proof}, hold no amounts in it. Amounts
 * are in major units; a text that a spreadsheet would take for a formula has an apostrophe in front.
 */
public final class StatementCsv {
    private static final List<String> COLUMNS = List.of(
            "payout",
            "merchantNumber",
            "kind",
            "businessDate",
            "localTime",
            "receipt",
            "store",
            "till",
            "method",
            "lastFour",
            "text",
            "currency",
            "gross",
            "fee",
            "net");
    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Statement statement;
    private final CsvWriter out;

    private StatementCsv(Statement statement, CsvWriter out) {
        this.statement = statement;
        this.out = out;
    }

    public static String write(Statement statement) {
        StringWriter text = new StringWriter(256 + 160 * statement.payments().size());
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(COLUMNS);
            new StatementCsv(statement, writer).lines();
        } catch (IOException impossible) {
            throw new IllegalStateException("a string that cannot be written", impossible);
        }
        return text.toString();
    }

    private void lines() {
        String until = statement.period().until().toString();
        line("opening-balance", until, "", statement.openingBalance());
        statement.payments().forEach(this::payment);
        statement.fees().stream().filter(fee -> !fee.ofPayments()).forEach(this::fee);
        statement.others().forEach(this::other);
        line("carried-balance", until, "", statement.carriedBalance().negated());
        var payout = statement.payout();
        note(
                "payout",
                Figures.plain(payout.amount()) + " " + statement.currency() + "; "
                        + name(payout.standing()) + "; " + payout.accountHolder() + "; " + payout.bankAccount()
                        + (payout.bankReference() == null ? "" : "; " + payout.bankReference()));
        var head = statement.head();
        note(
                "proof",
                "tenant=" + head.tenant() + " through=" + head.throughEntry() + " number=" + head.number() + " hash="
                        + head.hash() + " signature=" + head.signature() + " publicKey=" + head.publicKey());
    }

    private void payment(PaymentLine line) {
        record(
                name(line.kind()),
                line.businessDate().toString(),
                List.of(
                        LOCAL_TIME.format(line.at()),
                        line.receipt(),
                        line.store(),
                        line.till(),
                        line.method(),
                        orEmpty(line.lastFour()),
                        ""),
                List.of(Figures.plain(line.gross()), Figures.plain(line.fee()), Figures.plain(line.net())));
    }

    private void fee(FeeLine fee) {
        String amount = Figures.plain(fee.amount());
        record("fee", statement.period().until().toString(), text(fee.text()), List.of("", amount, amount));
    }

    private void other(OtherLine line) {
        String text = line.reference().isEmpty() ? line.text() : line.reference() + ": " + line.text();
        line(name(line.kind()), line.businessDate().toString(), text, line.amount());
    }

    private void line(String kind, String date, String text, Money net) {
        record(kind, date, text(text), List.of("", "", Figures.plain(net)));
    }

    private void note(String kind, String text) {
        record(kind, statement.period().until().toString(), text(text), List.of("", "", ""));
    }

    private static List<String> text(String text) {
        return List.of("", "", "", "", "", "", text);
    }

    private void record(String kind, String date, List<String> texts, List<String> amounts) {
        var cells = new ArrayList<String>(COLUMNS.size());
        cells.add(guarded(statement.payout().reference()));
        cells.add(guarded(statement.recipient().merchantNumber()));
        cells.add(kind);
        cells.add(date);
        texts.forEach(text -> cells.add(guarded(text)));
        cells.add(statement.currency().getCurrencyCode());
        cells.addAll(amounts);
        out.writeRecord(cells);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
