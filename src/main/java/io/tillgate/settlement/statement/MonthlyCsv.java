package io.tillgate.settlement.statement;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tillgate.settlement.statement.MonthlyStatement.Run;
import io.tillgate.settlement.statement.Statement.Transfer;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/**
 * A month as CSV, one line for each run: brought forward, sales, returned, fees and corrections sum to payout and carried.
 * Written as {@link StatementCsv} is.
 */
public final class MonthlyCsv {
    private static final List<String> COLUMNS = List.of(
            "merchantNumber",
            "businessDate",
            "cycle",
            "currency",
            "broughtForward",
            "salesCount",
            "sales",
            "returnedCount",
            "returned",
            "fees",
            "corrections",
            "payout",
            "carried",
            "reference",
            "state",
            "bankReference",
            "bookedOn");

    private MonthlyCsv() {}

    public static String write(MonthlyStatement statement) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(COLUMNS);
            statement.runs().forEach(run -> writer.writeRecord(cells(statement, run)));
        } catch (IOException impossible) {
            throw new IllegalStateException("a string that cannot be written", impossible);
        }
        return text.toString();
    }

    private static List<String> cells(MonthlyStatement statement, Run run) {
        Transfer payout = run.payout();
        String state = payout == null
                ? "carried"
                : payout.standing().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return List.of(
                statement.recipient().merchantNumber(),
                run.businessDate().toString(),
                Integer.toString(run.cycle()),
                statement.currency().getCurrencyCode(),
                Figures.plain(run.broughtForward()),
                Long.toString(run.sales().count()),
                Figures.plain(run.sales().amount()),
                Long.toString(run.returned().count()),
                Figures.plain(run.returned().amount()),
                Figures.plain(run.fees()),
                Figures.plain(run.corrections()),
                Figures.plain(run.paid()),
                Figures.plain(run.carried()),
                payout == null ? "" : payout.reference(),
                state,
                payout == null || payout.bankReference() == null ? "" : StatementCsv.guarded(payout.bankReference()),
                payout == null || payout.paidOn() == null ? "" : payout.paidOn().toString());
    }
}
