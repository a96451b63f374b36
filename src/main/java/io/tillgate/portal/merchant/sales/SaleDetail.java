package io.tillgate.portal.merchant.sales;

import io.tillgate.portal.merchant.shop.Event;
import io.tillgate.portal.merchant.shop.State;
import io.tillgate.portal.merchant.shop.Sum;
import java.util.List;

/** One sale, all of it text in the reader's language. */
public record SaleDetail(
        String receipt,
        String total,
        State state,
        String where,
        String when,
        List<Event> events,
        List<Line> lines,
        List<Sum> sums,
        List<Sum> money,
        String paper,
        String refundHref,
        String voidHref) {
    public SaleDetail {
        events = List.copyOf(events);
        lines = List.copyOf(lines);
        sums = List.copyOf(sums);
        money = List.copyOf(money);
    }

    public record Line(String name, String about, String quantity, String price, String total) {}
}
