package io.tillgate.portal.merchant.goods;

import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.merchant.shop.State;
import java.util.List;

/** Promotions and coupons, all of it text in the reader's language. */
public record OffersView(List<Row> promotions, List<Row> coupons) {
    public OffersView {
        promotions = List.copyOf(promotions);
        coupons = List.copyOf(coupons);
    }

    /** @param toggle where it is switched on or off */
    public record Row(
            String name, String off, String when, String used, State state, String toggle, String toggleLabel) {}

    /** The form of a new one. {@code coupon} has a code and limits, a promotion names and articles. */
    public record Form(
            boolean coupon,
            String title,
            String action,
            String back,
            String currency,
            OfferFields fields,
            Mistakes mistakes) {}
}
