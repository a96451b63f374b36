package io.tillgate.portal.merchant.payouts;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.payouts.PayoutsList.Building;
import io.tillgate.portal.merchant.payouts.PayoutsList.Filters;
import io.tillgate.portal.merchant.payouts.PayoutsList.Row;
import io.tillgate.portal.merchant.payouts.PayoutsList.Total;
import io.tillgate.portal.merchant.payouts.PayoutsQuery.Group;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.settlement.NextPayout;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.PayoutView.Attempt;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.Payouts.Filter;
import io.tillgate.shared.Money;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The payouts that are asked for: as a page with what they come to, and as a file. */
@RequestScoped
class PayoutsLists {
    private static final int ROWS = 25;

    private final Frames frames;
    private final Shop shop;
    private final Payouts payouts;

    PayoutsLists(Frames frames, Shop shop, Payouts payouts) {
        this.frames = frames;
        this.shop = shop;
        this.payouts = payouts;
    }

    /** What the page is made of. */
    private record Ground(List<NextPayout> next, Page<PayoutView> page, List<Payouts.Total> totals) {}

    Uni<PayoutsList> of(PayoutsQuery query) {
        Filter filter = query.of(shop.merchant());
        return payouts.next(shop.caller(), shop.merchant())
                .chain(next -> payouts.list(shop.caller(), filter, new PageRequest(ROWS, query.after()))
                        .chain(page -> payouts.totals(shop.caller(), filter)
                                .map(totals -> view(query, new Ground(next, page, totals)))));
    }

    /** The newest {@value Csv#ROWS_MAX}: dates and amounts as spreadsheets read them. */
    Uni<Csv> file(PayoutsQuery query) {
        Filter filter = query.of(shop.merchant());
        PayoutWords said = said();
        Csv csv = new Csv()
                .row(List.of(
                        "business_date", "account", "to", "amount", "currency", "state", "reference", "booked_on"));
        return Everything.of(page -> payouts.list(shop.caller(), filter, page)).map(found -> {
            found.forEach(payout -> row(csv, payout, said));
            return csv;
        });
    }

    private static void row(Csv csv, PayoutView payout, PayoutWords said) {
        Attempt last = payout.attempts().getLast();
        csv.row(Arrays.asList(
                payout.businessDate(),
                payout.merchantNumber(),
                payout.bankAccount(),
                Formats.plain(payout.amount()),
                payout.amount().currency().getCurrencyCode(),
                said.state(payout.state()).label(),
                last.endToEndId(),
                last.bookedOn()));
    }

    private PayoutsList view(PayoutsQuery query, Ground ground) {
        Formats formats = shop.formats();
        PayoutWords said = said();
        String list = frames.href("payouts");
        String next = ground.page().next();
        return new PayoutsList(
                ground.next().stream().map(this::building).toList(),
                filters(query),
                ground.totals().stream()
                        .map(total -> new Total(
                                formats.number(total.payouts()),
                                formats.money(total.amount()),
                                formats.money(total.paid())))
                        .toList(),
                ground.page().items().stream().map(payout -> row(payout, said)).toList(),
                query.address().isNarrowed(),
                query.after() == null ? "" : list + query.address().text(),
                next == null ? "" : list + query.address().with("after", next).text(),
                list + "/export.csv" + query.address().text(),
                shop.words().rows_shown(formats.number(ground.page().items().size())));
    }

    private Row row(PayoutView payout, PayoutWords said) {
        return new Row(
                frames.href("payouts/" + payout.id()),
                shop.formats().date(payout.businessDate()),
                Objects.requireNonNullElse(payout.bankAccount(), ""),
                said.state(payout.state()),
                shop.formats().money(payout.amount()));
    }

    private Filters filters(PayoutsQuery query) {
        List<Option> states = new ArrayList<>();
        states.add(new Option("", shop.words().any(), query.group().isEmpty()));
        for (Group group : Group.values()) {
            boolean chosen = query.group().filter(group::equals).isPresent();
            states.add(new Option(group.code(), name(group), chosen));
        }
        return new Filters(
                Objects.requireNonNullElse(query.from(), ""), Objects.requireNonNullElse(query.to(), ""), states);
    }

    private String name(Group group) {
        return switch (group) {
            case COMING -> words().g_coming();
            case PAID -> words().g_paid();
            case FAILED -> words().g_failed();
        };
    }

    private Building building(NextPayout next) {
        Formats formats = shop.formats();
        return new Building(
                words().next_of(next.merchantNumber()),
                formats.money(next.balance()),
                next.balance().value() < 0,
                unlessNothing(next.carried()),
                unlessNothing(next.underWay()),
                words().cutoff(formats.date(next.businessDate()), formats.moment(next.cutOff())));
    }

    private String unlessNothing(Money money) {
        return money.isZero() ? "" : shop.formats().money(money);
    }

    private PayoutWords said() {
        return new PayoutWords(words(), shop.formats());
    }

    private PayoutsMessages words() {
        return Words.in(PayoutsMessages.class, shop.locale());
    }
}
