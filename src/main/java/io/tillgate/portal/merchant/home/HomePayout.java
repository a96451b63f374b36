package io.tillgate.portal.merchant.home;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.home.HomeFigures.Paid;
import io.tillgate.portal.merchant.home.HomeFigures.Payout;
import io.tillgate.portal.merchant.payouts.PayoutWords;
import io.tillgate.portal.merchant.payouts.PayoutsMessages;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.settlement.NextPayout;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.stream.Collectors;

/** What a shop will be paid, and was, in the corner of its home page. */
@RequestScoped
class HomePayout {
    private static final int LAST = 4;

    private final Frames frames;
    private final Shop shop;
    private final Payouts payouts;

    HomePayout(Frames frames, Shop shop, Payouts payouts) {
        this.frames = frames;
        this.shop = shop;
        this.payouts = payouts;
    }

    Uni<Payout> view() {
        Payouts.Filter own = new Payouts.Filter(null, null, shop.merchant(), null, null);
        return payouts.next(shop.caller(), shop.merchant())
                .chain(next -> payouts.list(shop.caller(), own, new PageRequest(LAST, null))
                        .map(last -> view(next, last.items())));
    }

    private Payout view(List<NextPayout> next, List<PayoutView> last) {
        PayoutWords said = new PayoutWords(Words.in(PayoutsMessages.class, shop.locale()), shop.formats());
        return new Payout(
                next.stream().map(each -> shop.formats().money(each.balance())).collect(Collectors.joining(" · ")),
                next.isEmpty()
                        ? said.words().next_none()
                        : shop.words()
                                .next_payout_about(
                                        shop.formats().time(next.getFirst().cutOff())),
                last.stream()
                        .map(payout -> new Paid(
                                frames.href("payouts/" + payout.id()),
                                shop.formats().shortDate(payout.businessDate()),
                                shop.formats().money(payout.amount()),
                                said.state(payout.state())))
                        .toList());
    }
}
