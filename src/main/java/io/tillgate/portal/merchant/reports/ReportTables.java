package io.tillgate.portal.merchant.reports;

import io.tillgate.analytics.Measured;
import io.tillgate.analytics.Products;
import io.tillgate.analytics.Summary;
import io.tillgate.analytics.Takings;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.merchants.Store;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Growth;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.reports.ReportView.Figure;
import io.tillgate.portal.merchant.reports.ReportView.Filters;
import io.tillgate.portal.merchant.reports.ReportView.Line;
import io.tillgate.portal.merchant.reports.ReportView.Tab;
import io.tillgate.portal.merchant.shop.Chart;
import io.tillgate.portal.merchant.shop.Chart.Cell;
import io.tillgate.portal.merchant.shop.Chart.Row;
import io.tillgate.portal.merchant.shop.MethodNames;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.shared.Money;
import jakarta.enterprise.context.RequestScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns figures into reports. */
@RequestScoped
class ReportTables {
    private static final int DRAWN_MAX = 31;
    private static final List<String> REPORTS =
            List.of("day", "hour", "store", "till", "method", ReportQuery.PRODUCTS, ReportQuery.APPROVAL);

    private final Frames frames;
    private final Shop shop;

    ReportTables(Frames frames, Shop shop) {
        this.frames = frames;
        this.shop = shop;
    }

    ReportView takings(TakingsTable table, Summary summary, Filters filters, ReportQuery query, List<Store> stores) {
        boolean sold = table.total().payments() + table.total().refunds() > 0;
        List<TakingsTable.Row> rows = sold ? table.rows() : List.of();
        return new ReportView(
                filters,
                tabs(query),
                report(query.chosenBy()),
                asOf(table.measured()),
                table.measured().open(),
                figures(summary),
                chart(rows, table, stores),
                isInOrder(table.by()) ? "bars" : "flat",
                List.of(
                        report(query.chosenBy()),
                        words().payments(),
                        words().gross(),
                        words().refunded(),
                        words().net(),
                        words().net_before(),
                        words().fees()),
                rows.stream()
                        .map(row -> new Line(
                                name(table.by(), row.key(), stores, false),
                                href(table, row.key()),
                                cells(row.takings(), row.before())))
                        .toList(),
                sold
                        ? Stream.concat(Stream.of(words().total()), cells(table.total(), table.totalBefore()).stream())
                                .toList()
                        : List.of(),
                frames.href("reports/export.csv") + query.address(query.chosenBy()),
                others(table.measured()));
    }

    private List<String> cells(Takings takings, Takings before) {
        Formats formats = shop.formats();
        return List.of(
                formats.number(takings.payments()),
                formats.money(takings.gross()),
                formats.money(takings.refunded()),
                formats.money(takings.net()),
                formats.money(before.net()),
                formats.money(takings.fees()));
    }

    private Chart chart(List<TakingsTable.Row> rows, TakingsTable table, List<Store> stores) {
        Formats formats = shop.formats();
        boolean inOrder = isInOrder(table.by());
        int skipped = inOrder ? 0 : Math.max(0, rows.size() - 12);
        return new Chart(
                words().compared(
                                formats.date(table.compared().from()),
                                formats.date(table.compared().to())),
                List.of(report(table.by().code()), words().net(), words().net_before()),
                rows.subList(0, rows.size() - skipped).stream()
                        .map(row -> new Row(
                                name(table.by(), row.key(), stores, false),
                                name(
                                        table.by(),
                                        row.key(),
                                        stores,
                                        rows.size() > DRAWN_MAX || table.by() == TakingsBy.DAY),
                                List.of(
                                        cell(row.takings().net()),
                                        cell(row.before().net())),
                                ""))
                        .toList());
    }

    private static boolean isInOrder(TakingsBy by) {
        return by == TakingsBy.DAY || by == TakingsBy.HOUR;
    }

    private Cell cell(Money money) {
        return new Cell(shop.formats().money(money), Formats.plain(money));
    }

    String name(TakingsBy by, String key, List<Store> stores, boolean brief) {
        return switch (by) {
            case DAY ->
                brief
                        ? shop.formats().dayAndMonth(LocalDate.parse(key))
                        : shop.formats().shortDate(LocalDate.parse(key));
            case HOUR -> key + ":00";
            case STORE -> store(key, stores);
            case TILL -> key.isEmpty() ? words().in_portal() : key;
            case METHOD -> MethodNames.of(key, shop.words());
            case MERCHANT -> key;
        };
    }

    private String store(String key, List<Store> stores) {
        return stores.stream()
                .filter(store -> store.id().toString().equals(key))
                .findFirst()
                .map(shop::name)
                .orElseGet(() -> shop.words().unknown_store());
    }

    private String href(TakingsTable table, String key) {
        String days = "&from=" + table.measured().period().from() + "&to="
                + table.measured().period().to();
        return switch (table.by()) {
            case DAY -> frames.href("sales?from=" + key + "&to=" + key);
            case STORE -> frames.href("sales?store=" + key + days);
            case TILL -> key.isEmpty() ? "" : frames.href("sales?q=" + key + days);
            case HOUR, METHOD, MERCHANT -> "";
        };
    }

    ReportView products(Products found, Summary summary, Filters filters, ReportQuery query) {
        Formats formats = shop.formats();
        return new ReportView(
                filters,
                tabs(query),
                report(ReportQuery.PRODUCTS),
                asOf(found.measured()),
                found.measured().open(),
                figures(summary),
                new Chart(
                        words().compared(
                                        formats.date(found.compared().from()),
                                        formats.date(found.compared().to())),
                        List.of(report(ReportQuery.PRODUCTS), words().sold_for(), words().sold_for_before()),
                        found.rows().stream()
                                .limit(12)
                                .map(row -> new Row(
                                        name(row),
                                        name(row),
                                        List.of(cell(row.amount()), cell(row.amountBefore())),
                                        ""))
                                .toList()),
                "flat",
                List.of(
                        report(ReportQuery.PRODUCTS),
                        words().sold(),
                        words().returned(),
                        words().sold_for(),
                        words().sold_for_before()),
                found.rows().stream()
                        .map(row -> new Line(
                                name(row),
                                frames.href("products?q=" + URLEncoder.encode(row.sku(), StandardCharsets.UTF_8)),
                                List.of(
                                        formats.quantity(row.thousandths()),
                                        formats.quantity(row.returnedThousandths()),
                                        formats.money(row.amount()),
                                        formats.money(row.amountBefore()))))
                        .toList(),
                found.rows().isEmpty() ? List.of() : List.of(words().total(), "", "", formats.money(found.total()), ""),
                frames.href("reports/export.csv") + query.address(ReportQuery.PRODUCTS),
                others(found.measured()));
    }

    String name(Products.Row row) {
        String wanted = shop.chinese() ? row.nameZh() : row.nameEn();
        String other = shop.chinese() ? row.nameEn() : row.nameZh();
        return wanted != null ? wanted : other != null ? other : row.sku();
    }

    private List<Figure> figures(Summary summary) {
        Formats formats = shop.formats();
        Summary.Part now = summary.now();
        Summary.Part before = summary.before();
        Money net = now.takings().net();
        Money netBefore = before.takings().net();
        Money average = now.baskets().average();
        return List.of(
                new Figure(
                        words().net(),
                        formats.money(net),
                        words().before(formats.money(netBefore)),
                        new Growth(net, netBefore).isUp()),
                new Figure(
                        words().sales(),
                        formats.number(now.baskets().count()),
                        average == null
                                ? words().before(formats.number(before.baskets().count()))
                                : shop.words().average(formats.money(average)),
                        false),
                new Figure(
                        words().refunded(),
                        formats.money(now.takings().refunded()),
                        words().refunds(formats.number(now.takings().refunds())),
                        false),
                new Figure(
                        words().card(),
                        formats.money(now.card().net()),
                        words().cash(formats.money(now.cash().net())),
                        false));
    }

    List<Tab> tabs(ReportQuery query) {
        return REPORTS.stream()
                .map(each -> new Tab(
                        frames.href("reports") + query.address(each), report(each), each.equals(query.chosenBy())))
                .toList();
    }

    private String report(String by) {
        return switch (by) {
            case "hour" -> words().by_hour();
            case "store" -> words().by_store();
            case "till" -> words().by_till();
            case "method" -> words().by_method();
            case ReportQuery.PRODUCTS -> words().by_product();
            case ReportQuery.APPROVAL -> words().by_approval();
            default -> words().by_day();
        };
    }

    String name(String period) {
        return switch (period) {
            case "today" -> words().today();
            case "yesterday" -> words().yesterday();
            case "month" -> words().month();
            case "last-month" -> words().last_month();
            default -> words().days(period);
        };
    }

    String asOf(Measured measured) {
        Formats formats = shop.formats();
        return words().as_of(
                        formats.date(measured.period().from()),
                        formats.date(measured.period().to()),
                        formats.moment(measured.asOf()));
    }

    private String others(Measured measured) {
        return measured.otherCurrencies().isEmpty()
                ? ""
                : words().others(measured.otherCurrencies().stream()
                        .map(Currency::getCurrencyCode)
                        .collect(Collectors.joining(", ")));
    }

    private ReportMessages words() {
        return Words.in(ReportMessages.class, shop.locale());
    }
}
