package io.tillgate.analytics.rest;

import io.tillgate.analytics.Measured;
import io.tillgate.analytics.MerchantVolumes;
import io.tillgate.analytics.Products;
import io.tillgate.analytics.Takings;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables as CSV (RFC 4180); each line says its period, unit and moment. Cells that a spreadsheet would take for a formula are plain text. */
final class FiguresCsv {
    private static final String MEASURED = "from,to,asOf,currency,";
    private static final String TAKINGS = ",payments,gross,refunds,refunded,net,fees";

    private FiguresCsv() {}

    static String of(TakingsTable table) {
        return lines(
                MEASURED + table.by().code() + TAKINGS + ",grossBefore,netBefore",
                table.rows().stream()
                        .map(row -> line(
                                table.measured(),
                                text(row.key()),
                                takings(row.takings()),
                                money(row.before().gross()),
                                money(row.before().net())))
                        .toList());
    }

    static String of(Products products) {
        return lines(
                MEASURED + "sku,nameEn,nameZh,quantity,amount,returned,amountBefore",
                products.rows().stream()
                        .map(row -> line(
                                products.measured(),
                                text(row.sku()),
                                text(row.nameEn()),
                                text(row.nameZh()),
                                quantity(row.thousandths()),
                                money(row.amount()),
                                quantity(row.returnedThousandths()),
                                money(row.amountBefore())))
                        .toList());
    }

    static String of(MerchantVolumes volumes) {
        return lines(
                MEASURED + "merchant,name" + TAKINGS + ",grossBefore,cardsTried,cardsApproved,tills",
                volumes.rows().stream()
                        .map(row -> line(
                                volumes.measured(),
                                row.merchant().toString(),
                                text(row.name()),
                                takings(row.takings()),
                                money(row.before().gross()),
                                String.valueOf(row.approval().tried()),
                                String.valueOf(row.approval().approved()),
                                String.valueOf(row.tills())))
                        .toList());
    }

    private static String takings(Takings takings) {
        return String.join(
                ",",
                String.valueOf(takings.payments()),
                money(takings.gross()),
                String.valueOf(takings.refunds()),
                money(takings.refunded()),
                money(takings.net()),
                money(takings.fees()));
    }

    private static String line(Measured measured, String... cells) {
        List<String> line = new ArrayList<>(List.of(
                measured.period().from().toString(),
                measured.period().to().toString(),
                measured.asOf().toString(),
                measured.currency().getCurrencyCode()));
        line.addAll(List.of(cells));
        return String.join(",", line);
    }

    private static String lines(String header, List<String> lines) {
        return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining("", header + "\r\n", ""));
    }

    private static String money(Money money) {
        return BigDecimal.valueOf(money.value(), money.exponent()).toPlainString();
    }

    private static String quantity(long thousandths) {
        BigDecimal plain = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static String text(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        boolean formula = "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + cell.replace("\"", "\"\"") + '"';
    }
}
