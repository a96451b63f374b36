package io.tillgate.portal.merchant.reports;

import io.tillgate.analytics.Approvals;
import io.tillgate.analytics.Approvals.Decline;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.reports.ReportView.Figure;
import io.tillgate.portal.merchant.reports.ReportView.Filters;
import io.tillgate.portal.merchant.reports.ReportView.Line;
import io.tillgate.portal.merchant.shop.Chart;
import io.tillgate.portal.merchant.shop.Chart.Cell;
import io.tillgate.portal.merchant.shop.Chart.Row;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.shared.Money;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;

/** How many cards were taken, and why the others were not. */
@RequestScoped
class ApprovalReport {
    private static final int DRAWN_MAX = 12;

    private final Frames frames;
    private final Shop shop;
    private final ReportTables tables;

    ApprovalReport(Frames frames, Shop shop, ReportTables tables) {
        this.frames = frames;
        this.shop = shop;
        this.tables = tables;
    }

    ReportView of(Approvals found, Filters filters, ReportQuery query) {
        Formats formats = shop.formats();
        List<Decline> declines = found.declines();
        String count = formats.number(count(declines));
        String amount = formats.money(amount(found));
        return new ReportView(
                filters,
                tables.tabs(query),
                words().declined(),
                tables.asOf(found.measured()),
                found.measured().open(),
                figures(found, count, amount),
                new Chart(
                        words().declined_about(),
                        List.of(words().reason(), words().payments()),
                        declines.stream()
                                .limit(DRAWN_MAX)
                                .map(each -> new Row(
                                        meaning(each),
                                        meaning(each),
                                        List.of(new Cell(formats.number(each.count()), Long.toString(each.count()))),
                                        ""))
                                .toList()),
                "flat",
                List.of(words().reason(), words().stopped_by(), words().payments(), words().sold_for()),
                declines.stream()
                        .map(each -> new Line(
                                meaning(each),
                                "",
                                List.of(cause(each), formats.number(each.count()), formats.money(each.amount()))))
                        .toList(),
                declines.isEmpty() ? List.of() : List.of(words().total(), "", count, amount),
                frames.href("reports/export.csv") + query.address(ReportQuery.APPROVAL),
                "");
    }

    private List<Figure> figures(Approvals found, String count, String amount) {
        Formats formats = shop.formats();
        var rate = found.rate();
        var before = found.before();
        return List.of(
                new Figure(
                        words().approval(),
                        formats.percent(rate.approved(), rate.tried()),
                        before.tried() == 0
                                ? words().none_before()
                                : words().before(formats.percent(before.approved(), before.tried())),
                        false),
                new Figure(
                        words().tried(),
                        formats.number(rate.tried()),
                        words().before(formats.number(before.tried())),
                        false),
                new Figure(words().taken(), formats.number(rate.approved()), "", false),
                new Figure(words().not_taken(), count, words().worth(amount), false));
    }

    /** What the card's bank or the rules said, in words; the code is what a support desk asks for. */
    String meaning(Decline decline) {
        String said = shop.chinese() ? decline.zh() : decline.en();
        return decline.responseCode() == null ? said : said + " (" + decline.responseCode() + ")";
    }

    String cause(Decline decline) {
        return switch (decline.cause()) {
            case RISK -> words().by_risk();
            case ISSUER -> words().by_issuer();
            case NO_ANSWER -> words().by_nobody();
        };
    }

    private static long count(List<Decline> declines) {
        return declines.stream().mapToLong(Decline::count).sum();
    }

    private static Money amount(Approvals found) {
        long sum = found.declines().stream()
                .mapToLong(each -> each.amount().value())
                .sum();
        return new Money(sum, found.measured().currency());
    }

    private ReportMessages words() {
        return Words.in(ReportMessages.class, shop.locale());
    }
}
