package io.tillgate.portal.merchant.reports;

import io.tillgate.analytics.Products;
import io.tillgate.analytics.Takings;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.merchants.Store;
import io.tillgate.portal.frame.Formats;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports as files for spreadsheets (RFC 4180, UTF-8 with a byte order mark); amounts are plain decimals. */
@RequestScoped
class ReportFiles {
    private final ReportTables names;

    ReportFiles(ReportTables names) {
        this.names = names;
    }

    String of(TakingsTable table, List<Store> stores) {
        StringBuilder text = new StringBuilder("\uFEFF" + table.by().code()
                + ",name,currency,payments,gross,refunds,refunded,net,net_before,fees\r\n");
        table.rows().forEach(row -> {
            Takings now = row.takings();
            line(
                    text,
                    row.key(),
                    names.name(table.by(), row.key(), stores, false),
                    table.measured().currency().getCurrencyCode(),
                    Long.toString(now.payments()),
                    Formats.plain(now.gross()),
                    Long.toString(now.refunds()),
                    Formats.plain(now.refunded()),
                    Formats.plain(now.net()),
                    Formats.plain(row.before().net()),
                    Formats.plain(now.fees()));
        });
        return text.toString();
    }

    String of(Products found) {
        StringBuilder text = new StringBuilder("\uFEFFsku,name,currency,sold,returned,amount,amount_before\r\n");
        found.rows()
                .forEach(row -> line(
                        text,
                        row.sku(),
                        names.name(row),
                        found.measured().currency().getCurrencyCode(),
                        thousandths(row.thousandths()),
                        thousandths(row.returnedThousandths()),
                        Formats.plain(row.amount()),
                        Formats.plain(row.amountBefore())));
        return text.toString();
    }

    private static String thousandths(long value) {
        return BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString();
    }

    /** What a spreadsheet would take for a formula is text. */
    private static void line(StringBuilder text, String... cells) {
        text.append(Stream.of(cells)
                        .map(cell -> {
                            boolean formula = !cell.isEmpty()
                                    && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0
                                    && !cell.matches("-?[0-9.]+");
                            return '"' + (formula ? "'" : "") + cell.replace("\"", "\"\"") + '"';
                        })
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }
}
