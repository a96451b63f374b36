package io.tillgate.sales.usecase;

import io.tillgate.sales.Sale;
import io.tillgate.sales.receipt.MoneyText;
import io.tillgate.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sales as CSV (RFC 4180). Cells that a spreadsheet would take for a formula are made plain text. */
public final class SaleCsv {
    private static final String HEADER =
            "sale,businessDate,createdAt,receipt,store,terminal,state,currency,total,discount,paid,tips,refunded,cashier";

    private SaleCsv() {}

    public static String of(List<Sale> sales) {
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        sales.forEach(sale -> csv.append(String.join(",", cells(sale))).append("\r\n"));
        return csv.toString();
    }

    private static List<String> cells(Sale sale) {
        return List.of(
                sale.id().toString(),
                sale.businessDate().toString(),
                sale.createdAt().toString(),
                sale.terms().receiptNumber(),
                sale.place().store().toString(),
                sale.place().terminalNumber(),
                sale.state().code(),
                sale.terms().total().currency().getCurrencyCode(),
                money(sale, sale.terms().total().value()),
                money(sale, sale.terms().discount()),
                money(sale, sale.progress().paid()),
                money(sale, sale.progress().tips()),
                money(sale, sale.progress().refunded()),
                text(sale.terms().served().cashier()));
    }

    private static String money(Sale sale, long minor) {
        return MoneyText.of(new Money(minor, sale.terms().total().currency())).replace(",", "");
    }

    static String text(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + cell.replace("\"", "\"\"") + '"';
    }
}
