package io.tillgate.portal.merchant.home;

import io.tillgate.analytics.Home;
import io.tillgate.analytics.Products;
import io.tillgate.analytics.Summary;
import io.tillgate.analytics.Takings;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Growth;
import io.tillgate.portal.merchant.home.HomeFigures.Figures;
import io.tillgate.portal.merchant.shop.Chart;
import io.tillgate.portal.merchant.shop.Chart.Cell;
import io.tillgate.portal.merchant.shop.Chart.Row;
import io.tillgate.portal.merchant.shop.MethodNames;
import io.tillgate.portal.merchant.shop.ShopMessages;
import io.tillgate.shared.Money;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns the shop's figures into what the home page says of them. */
final class HomeCharts {
    private static final int METHODS_MAX = 6;

    private final ShopMessages words;
    private final Formats formats;
    private final boolean chinese;
    private final String base;

    HomeCharts(ShopMessages words, Formats formats, boolean chinese, String base) {
        this.words = words;
        this.formats = formats;
        this.chinese = chinese;
        this.base = base;
    }

    Figures figures(Home home) {
        Summary.Part now = home.today().now();
        Money net = now.takings().net();
        Money before = home.soFarBefore().net();
        String weekday = weekday(home.today().compared().from());
        Summary.Rate rate = now.approval();
        return new Figures(
                formats.money(net),
                before.isZero()
                        ? words.takings_none_before(weekday)
                        : words.takings_before(formats.money(before), weekday),
                new Growth(net, before).isUp(),
                formats.number(now.baskets().count()),
                average(now.baskets().average()),
                formats.percent(rate.approved(), rate.tried()),
                rate.tried() == 0
                        ? words.approval_none()
                        : words.approval_about(formats.number(rate.approved()), formats.number(rate.tried())),
                now.takings().payments() == 0 && home.hours().totalBefore().payments() == 0,
                hours(home.hours(), weekday),
                days(home.days()),
                methods(home.methods()),
                products(home.products()));
    }

    private String average(@Nullable Money average) {
        return average == null ? words.average_none() : words.average(formats.money(average));
    }

    private Chart hours(TakingsTable table, String weekday) {
        String currency = table.measured().currency().getCurrencyCode();
        return new Chart(
                words.by_hour_about(weekday, currency),
                List.of(words.hour(), words.col_today(), words.col_before(weekday)),
                inUse(table.rows()).stream()
                        .map(row -> new Row(
                                row.key() + ":00\u2013" + row.key() + ":59",
                                row.key(),
                                List.of(cell(row.takings()), cell(row.before())),
                                ""))
                        .toList());
    }

    /** The hours in which something was sold on either day, with those between; a whole night of nothing is not drawn. */
    private static List<TakingsTable.Row> inUse(List<TakingsTable.Row> hours) {
        int first = 0;
        int last = hours.size() - 1;
        while (first < last && isNothing(hours.get(first))) {
            first++;
        }
        while (last > first && isNothing(hours.get(last))) {
            last--;
        }
        return hours.subList(Math.min(first, 8), Math.max(last + 1, Math.min(20, hours.size())));
    }

    private static boolean isNothing(TakingsTable.Row row) {
        return row.takings().payments() == 0 && row.before().payments() == 0;
    }

    private Chart days(TakingsTable table) {
        return new Chart(
                words.by_day_about(table.measured().currency().getCurrencyCode()),
                List.of(words.day(), words.col_takings()),
                table.rows().stream()
                        .map(row -> {
                            LocalDate day = LocalDate.parse(row.key());
                            return new Row(
                                    formats.shortDate(day),
                                    formats.dayAndMonth(day),
                                    List.of(cell(row.takings())),
                                    base + "/sales?from=" + day + "&to=" + day);
                        })
                        .toList());
    }

    private Chart methods(TakingsTable table) {
        long all = table.total().gross().value();
        return new Chart(
                words.methods_about(),
                List.of(words.method(), words.col_takings(), words.col_share()),
                table.rows().stream()
                        .limit(METHODS_MAX)
                        .map(row -> new Row(
                                MethodNames.of(row.key(), words),
                                MethodNames.of(row.key(), words),
                                List.of(
                                        new Cell(
                                                formats.money(row.takings().gross()),
                                                Formats.plain(row.takings().gross())),
                                        new Cell(
                                                formats.percent(
                                                        row.takings().gross().value(), all),
                                                "")),
                                ""))
                        .toList());
    }

    private Chart products(Products products) {
        return new Chart(
                words.top_products_about(),
                List.of(words.product(), words.col_amount(), words.col_sold()),
                products.rows().stream()
                        .map(row -> new Row(
                                name(row),
                                name(row),
                                List.of(
                                        new Cell(formats.money(row.amount()), Formats.plain(row.amount())),
                                        new Cell(formats.quantity(row.thousandths()), "")),
                                base + "/products?q=" + row.sku()))
                        .toList());
    }

    private String name(Products.Row row) {
        String wanted = chinese ? row.nameZh() : row.nameEn();
        String other = chinese ? row.nameEn() : row.nameZh();
        return wanted != null ? wanted : other != null ? other : row.sku();
    }

    private Cell cell(Takings takings) {
        Money net = takings.net();
        return new Cell(formats.money(net), Formats.plain(net));
    }

    private String weekday(LocalDate day) {
        return day.getDayOfWeek()
                .getDisplayName(TextStyle.FULL, chinese ? Locale.SIMPLIFIED_CHINESE : Locale.UK)
                .replace("星期", "周");
    }
}
