package io.tillgate.portal.merchant;

import io.tillgate.portal.merchant.SalesList.State;
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

    /** @param tone good, warn, bad or none */
    public record Event(String title, String about, String when, String tone) {}

    public record Line(String name, String about, String quantity, String price, String total) {}

    public record Sum(String label, String amount, boolean last) {}
}
