package io.tillgate.portal.merchant.reports;

import io.tillgate.analytics.Approvals;
import io.tillgate.analytics.Products;
import io.tillgate.analytics.Takings;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.merchants.Store;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Formats;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Reports as files for spreadsheets; amounts are plain decimals. */
@RequestScoped
class ReportFiles {
    private final ReportTables names;
    private final ApprovalReport approval;

    ReportFiles(ReportTables names, ApprovalReport approval) {
        this.names = names;
        this.approval = approval;
    }

    Csv of(TakingsTable table, List<Store> stores) {
        Csv csv = new Csv()
                .row(List.of(
                        table.by().code(),
                        "name",
                        "currency",
                        "payments",
                        "gross",
                        "refunds",
                        "refunded",
                        "net",
                        "net_before",
                        "fees"));
        String currency = table.measured().currency().getCurrencyCode();
        table.rows().forEach(row -> {
            Takings now = row.takings();
            csv.row(List.of(
                    row.key(),
                    names.name(table.by(), row.key(), stores, false),
                    currency,
                    now.payments(),
                    Formats.plain(now.gross()),
                    now.refunds(),
                    Formats.plain(now.refunded()),
                    Formats.plain(now.net()),
                    Formats.plain(row.before().net()),
                    Formats.plain(now.fees())));
        });
        return csv;
    }

    Csv of(Products found) {
        Csv csv = new Csv().row(List.of("sku", "name", "currency", "sold", "returned", "amount", "amount_before"));
        String currency = found.measured().currency().getCurrencyCode();
        found.rows()
                .forEach(row -> csv.row(List.of(
                        row.sku(),
                        names.name(row),
                        currency,
                        thousandths(row.thousandths()),
                        thousandths(row.returnedThousandths()),
                        Formats.plain(row.amount()),
                        Formats.plain(row.amountBefore()))));
        return csv;
    }

    Csv of(Approvals found) {
        Csv csv = new Csv().row(List.of("reason", "code", "stopped_by", "currency", "payments", "amount"));
        String currency = found.measured().currency().getCurrencyCode();
        found.declines()
                .forEach(each -> csv.row(Arrays.asList(
                        approval.meaning(each),
                        each.responseCode(),
                        approval.cause(each),
                        currency,
                        each.count(),
                        Formats.plain(each.amount()))));
        return csv;
    }

    private static String thousandths(long value) {
        return BigDecimal.valueOf(value, 3).stripTrailingZeros().toPlainString();
    }
}
