package io.tillgate.portal.merchant.goods;

import io.tillgate.catalogue.Coupon;
import io.tillgate.catalogue.DiscountTerms;
import io.tillgate.catalogue.Promotion;
import io.tillgate.catalogue.SavePromotion;
import io.tillgate.catalogue.Validity;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.goods.OffersView.Row;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.portal.merchant.shop.State;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What promotions and coupons say of themselves in their lists. */
@RequestScoped
class OfferRows {
    private final Frames frames;
    private final Shop shop;
    private final BusinessClock clock;

    OfferRows(Frames frames, Shop shop, BusinessClock clock) {
        this.frames = frames;
        this.shop = shop;
        this.clock = clock;
    }

    Row of(Promotion promotion) {
        SavePromotion terms = promotion.terms();
        boolean on = isOn(terms.active());
        return new Row(
                name(promotion),
                terms.bundle() != null
                        ? words().bundle(
                                        Integer.toString(terms.bundle().buy()),
                                        Integer.toString(terms.bundle().pay()))
                        : terms.discount() == null ? "" : off(terms.discount()),
                when(terms.validity()),
                "",
                state(on, terms.validity()),
                frames.href("offers/promotions/" + promotion.id() + "/switch"),
                on ? words().switch_off() : words().switch_on());
    }

    Row of(Coupon coupon) {
        String taken = shop.formats().number(coupon.taken());
        return new Row(
                coupon.code(),
                off(coupon.discount()),
                when(coupon.validity()),
                coupon.redemptionsMax() == null
                        ? words().used(taken)
                        : words().used_of(taken, shop.formats().number(coupon.redemptionsMax())),
                state(coupon.active(), coupon.validity()),
                frames.href("offers/coupons/" + coupon.id() + "/switch"),
                coupon.active() ? words().switch_off() : words().switch_on());
    }

    String name(Promotion promotion) {
        String wanted = shop.chinese()
                ? promotion.terms().name().zh()
                : promotion.terms().name().en();
        return wanted == null ? promotion.terms().name().any() : wanted;
    }

    static boolean isOn(@Nullable Boolean active) {
        return active == null || active;
    }

    private String off(DiscountTerms discount) {
        return discount.amount() == null
                ? words().percent(String.valueOf(discount.percent()))
                : words().amount(shop.formats().money(discount.amount()));
    }

    /** The end is the first moment after it: the day shown is the last one that counts. */
    private String when(Validity validity) {
        Formats formats = shop.formats();
        String from = formats.date(validity.from());
        return validity.to() == null
                ? words().from_on(from)
                : words().until(from, formats.date(validity.to().minusSeconds(1)));
    }

    private State state(boolean on, Validity validity) {
        Instant now = clock.now(shop.caller().tenant());
        if (!on) {
            return new State(words().s_off(), "");
        }
        if (validity.to() != null && !validity.to().isAfter(now)) {
            return new State(words().s_over(), "");
        }
        return validity.from().isAfter(now) ? new State(words().s_later(), "") : new State(words().s_on(), "good");
    }

    private OffersMessages words() {
        return Words.in(OffersMessages.class, shop.locale());
    }
}
