package io.tillgate.portal.merchant.payouts;

import io.tillgate.portal.merchant.shop.Event;
import io.tillgate.portal.merchant.shop.State;
import io.tillgate.portal.merchant.shop.Sum;
import java.util.List;

/** One payout down to each sale, all of it text in the reader's language. */
public record PayoutDetail(
        String amount,
        State state,
        String to,
        List<Sum> sums,
        List<Event> events,
        List<Item> items,
        String pdf,
        String csv,
        String firstPage,
        String nextPage) {
    public PayoutDetail {
        sums = List.copyOf(sums);
        events = List.copyOf(events);
        items = List.copyOf(items);
    }

    /** @param href the sale; empty for corrections */
    public record Item(
            String href, String when, String what, String card, String till, String gross, String fee, String net) {}
}
