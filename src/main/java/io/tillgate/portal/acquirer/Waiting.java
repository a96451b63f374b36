package io.tillgate.portal.acquirer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Changes;
import io.tillgate.onboarding.Applications;
import io.tillgate.payments.HostDuties;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.portal.frame.Words;
import io.tillgate.risk.Review;
import io.tillgate.risk.RiskReviews;
import io.tillgate.settlement.AdjustmentView;
import io.tillgate.settlement.Adjustments;
import io.tillgate.settlement.BankMessageBox;
import io.tillgate.settlement.BankMessageView;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.Settlements;
import io.tillgate.shared.Money;
import io.tillgate.terminals.Fleet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits for a person of the acquirer, by what this person may do. */
@ApplicationScoped
class Waiting {
    /** Counted so far; what is more says so. */
    private static final int COUNTED_MAX = PageRequest.LIMIT_MAX;

    private static final int HOURS_LATE = 24;
    private static final String HIDDEN = "hidden";

    private final Applications applications;
    private final RiskReviews reviews;
    private final Changes changes;
    private final HostDuties duties;
    private final Fleet fleet;
    private final Payouts payouts;
    private final Settlements settlements;
    private final BankMessageBox box;
    private final Adjustments adjustments;

    Waiting(
            Applications applications,
            RiskReviews reviews,
            Changes changes,
            HostDuties duties,
            Fleet fleet,
            Payouts payouts,
            Settlements settlements,
            BankMessageBox box,
            Adjustments adjustments) {
        this.applications = applications;
        this.reviews = reviews;
        this.changes = changes;
        this.duties = duties;
        this.fleet = fleet;
        this.payouts = payouts;
        this.settlements = settlements;
        this.box = box;
        this.adjustments = adjustments;
    }

    /**
     * Something that waits.
     *
     * @param tone calm, needs or urgent; {@value #HIDDEN} where it is only told of when there is some
     */
    public record Item(String name, String count, String note, String href, String tone) {}

    Uni<List<Item>> of(Desk desk) {
        List<Uni<Item>> items = new ArrayList<>();
        if (desk.mayAny("underwriter acquirer-admin")) {
            items.add(applications(desk));
        }
        if (desk.mayAny("risk-analyst acquirer-admin")) {
            items.add(reviews(desk));
        }
        if (desk.mayAny("finance acquirer-admin")) {
            items.add(payouts(desk, "waiting", List.of("drafted", "signed")));
            items.add(payouts(desk, "back", List.of("rejected", "returned")));
            items.add(breaks(desk));
            items.add(refused(desk));
            items.add(changes(desk));
            items.add(adjustments(desk));
        }
        if (desk.mayAny("support finance acquirer-admin")) {
            items.add(duties(desk));
        }
        if (desk.mayAny("support risk-analyst acquirer-admin")) {
            items.add(offline(desk));
        }
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(each -> each)
                .collect()
                .asList()
                .map(all ->
                        all.stream().filter(each -> !each.tone().equals(HIDDEN)).toList());
    }

    private Uni<Item> applications(Desk desk) {
        return applications
                .list(desk.caller(), ApplicationsPage.WAITING, null, whole())
                .map(page -> item(
                        desk,
                        desk.words().wait_applications(),
                        page,
                        oldest(page.items().stream()
                                .map(ApplicationsPage::since)
                                .toList()),
                        desk.at("applications")));
    }

    private Uni<Item> reviews(Desk desk) {
        return reviews.queue(desk.caller().tenant(), Review.Status.OPEN, whole())
                .map(page -> item(
                        desk,
                        desk.words().wait_reviews(),
                        page,
                        oldest(page.items().stream().map(Review::openedAt).toList()),
                        desk.at("risk")));
    }

    private Uni<Item> changes(Desk desk) {
        return changes.list(desk.caller(), "proposed", null, whole())
                .map(page -> item(
                        desk,
                        desk.words().wait_changes(),
                        page,
                        oldest(page.items().stream()
                                .map(each -> each.proposed().at())
                                .toList()),
                        desk.at("changes")));
    }

    private Uni<Item> adjustments(Desk desk) {
        return adjustments
                .list(desk.caller(), AdjustmentsPage.PROPOSED, whole())
                .map(page -> item(
                        desk,
                        desk.word("adjust", "wait"),
                        page,
                        oldest(page.items().stream()
                                .map(AdjustmentView::proposedAt)
                                .toList()),
                        desk.at(AdjustmentsPage.PATH)));
    }

    private Uni<Item> breaks(Desk desk) {
        return settlements
                .breaks(desk.caller(), "open", whole())
                .map(page -> item(
                        desk,
                        desk.words().wait_breaks(),
                        page,
                        oldest(page.items().stream()
                                .map(each -> each.createdAt())
                                .toList()),
                        desk.at("runs/breaks")));
    }

    /** What the bank sent in the last day and nobody could read: it does not know unless somebody calls. */
    private Uni<Item> refused(Desk desk) {
        BankmailMessages words = Words.in(BankmailMessages.class, desk.locale());
        return box.page(desk.caller().tenant(), BankMessageBox.Filter.of(null, "refused"), whole())
                .map(page -> page.items().stream()
                        .map(BankMessageView::receivedAt)
                        .filter(at -> !desk.isOld(at, HOURS_LATE))
                        .toList())
                .map(recent -> new Item(
                        words.wait_refused(),
                        desk.number(recent.size()),
                        recent.isEmpty() ? "" : desk.words().oldest(desk.age(recent.getLast())),
                        desk.at("bank-messages") + "?state=refused",
                        recent.isEmpty() ? HIDDEN : "needs"));
    }

    private Uni<Item> duties(Desk desk) {
        return duties.list(desk.caller(), "abandoned", whole())
                .map(page -> item(
                        desk,
                        desk.words().wait_duties(),
                        page,
                        oldest(page.items().stream()
                                .map(each -> each.createdAt())
                                .toList()),
                        desk.at("payments/duties")));
    }

    private Uni<Item> offline(Desk desk) {
        return fleet.counts(desk.caller().scope())
                .map(counts -> new Item(
                        desk.words().wait_offline(),
                        desk.number(counts.offline()),
                        desk.words().of_tills(desk.number(counts.all())),
                        desk.at("tills") + "?state=offline",
                        counts.offline() == 0 ? "calm" : "needs"));
    }

    private Uni<Item> payouts(Desk desk, String group, List<String> states) {
        boolean back = group.equals("back");
        return payouts.waiting(desk.caller()).map(all -> {
            List<Payouts.Waiting> these =
                    all.stream().filter(each -> states.contains(each.state())).toList();
            int count = these.stream().mapToInt(Payouts.Waiting::payouts).sum();
            String total = these.stream()
                    .map(Payouts.Waiting::amount)
                    .collect(Collectors.groupingBy(Money::currency))
                    .values()
                    .stream()
                    .map(each -> desk.money(each.stream().reduce(Money::plus).orElseThrow()))
                    .collect(Collectors.joining(" · "));
            return new Item(
                    back ? desk.words().wait_back() : desk.words().wait_payouts(),
                    desk.number(count),
                    count == 0 ? desk.words().wait_nothing() : total,
                    desk.at("payouts") + "?state=" + group,
                    count == 0 ? "calm" : back ? "urgent" : "needs");
        });
    }

    private static PageRequest whole() {
        return new PageRequest(COUNTED_MAX, null);
    }

    private static @Nullable Instant oldest(List<Instant> times) {
        return times.stream().min(Instant::compareTo).orElse(null);
    }

    private static Item item(Desk desk, String name, Page<?> page, @Nullable Instant oldest, String href) {
        String count = desk.number(page.items().size()) + (page.next() == null ? "" : "+");
        return oldest == null
                ? new Item(name, "0", desk.words().wait_nothing(), href, "calm")
                : new Item(
                        name,
                        count,
                        desk.words().oldest(desk.age(oldest)),
                        href,
                        desk.isOld(oldest, HOURS_LATE) ? "urgent" : "needs");
    }
}
