package io.tillgate.portal.merchant.reports;

import io.tillgate.analytics.Customers;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.reports.ReportView.Figure;
import io.tillgate.portal.merchant.reports.ReportView.Filters;
import io.tillgate.portal.merchant.reports.ReportView.People;
import io.tillgate.portal.merchant.shop.Shop;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;

/** Who came back, in words: told apart by card, without a name. */
@RequestScoped
class PeopleReport {
    private final Shop shop;
    private final ReportTables tables;

    PeopleReport(Shop shop, ReportTables tables) {
        this.shop = shop;
        this.tables = tables;
    }

    People of(Customers found, Filters filters) {
        Formats formats = shop.formats();
        Integer between = found.tenthsOfDaysBetween();
        return new People(
                filters,
                tables.asOf(found.measured()),
                found.measured().open(),
                found.cards() > 0,
                List.of(
                        new Figure(
                                words().cards(),
                                formats.number(found.cards()),
                                words().cards_about(formats.number(found.visits())),
                                false),
                        new Figure(
                                words().repeat(),
                                formats.percent(found.repeat(), found.cards()),
                                words().repeat_about(formats.number(found.repeat())),
                                false),
                        new Figure(
                                words().known(),
                                formats.percent(found.known(), found.cards()),
                                words().known_about(formats.number(found.known())),
                                false),
                        new Figure(
                                words().repeat_amount(),
                                formats.money(found.repeatAmount()),
                                words().repeat_amount_about(
                                                formats.percent(
                                                        found.repeatAmount().value(),
                                                        found.amount().value()),
                                                formats.money(found.amount())),
                                false)),
                between == null
                        ? List.of(words().between_none())
                        : List.of(words().between(formats.quantity(between * 100L))));
    }

    private ReportMessages words() {
        return Words.in(ReportMessages.class, shop.locale());
    }
}
