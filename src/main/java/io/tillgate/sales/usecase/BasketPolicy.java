package io.tillgate.sales.usecase;

import io.tillgate.catalogue.BasketPricing;
import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.CouponTerms;
import io.tillgate.catalogue.QuantityText;
import io.tillgate.catalogue.SellableItem;
import io.tillgate.catalogue.UnitOfSale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.domain.Taxes;
import io.tillgate.sales.usecase.SellGoods.Basket;
import io.tillgate.sales.usecase.SellGoods.Line;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a basket as sent against the catalogue, line by line in this order: article, quantity, price, discount, coupon;
 * then the total. Computes only.
 */
public final class BasketPolicy {
    /** A line, and a basket, costs less than this many minor units. */
    static final long LINE_MAX = 1_000_000_000_000L;

    private static final String NO_TAX = "0";

    private final Known known;
    private final Terms terms;
    private final Set<String> couponsSeen = new HashSet<>();

    private BasketPolicy(Known known, Terms terms) {
        this.known = known;
        this.terms = terms;
    }

    /** What the catalogue knows, by sku and by code. */
    public record Known(Map<String, SellableItem> items, Map<String, CouponTerms> coupons) {}

    /**
     * How strictly.
     *
     * @param notChangedBefore a price replaced after this instant may still be charged
     * @param openArticles whether unknown articles are sold by name and price
     * @param priced whether prices and coupons' times are judged at all
     */
    public record Terms(
            Currency currency, Instant now, Instant notChangedBefore, boolean openArticles, boolean priced) {}

    /**
     * The lines as they will be recorded.
     *
     * @throws Refusal {@code UNKNOWN_SKU}, {@code QUANTITY_...}, {@code PRICE_CHANGED}, {@code LINE_INVALID},
     *     {@code COUPON_...}, {@code BASKET_TOTAL}
     */
    public static List<SaleLine> check(Basket basket, Known known, Terms terms) {
        BasketPolicy policy = new BasketPolicy(known, terms);
        List<SaleLine> lines = new ArrayList<>();
        for (int place = 0; place < basket.lines().size(); place++) {
            lines.add(policy.line(place, basket.lines().get(place)));
        }
        policy.coupons(lines);
        checkTotal(basket, lines);
        return List.copyOf(lines);
    }

    /** What the basket costs with taxes. */
    static long total(List<SaleLine> lines, long discount, boolean taxIncluded) {
        long sum = 0;
        for (SaleLine line : lines) {
            sum = Math.addExact(sum, line.total());
        }
        if (discount > sum) {
            throw new Refusal(SaleProblem.LINE_INVALID, "/basket/discount is above what the lines cost: " + sum);
        }
        long due = sum - discount;
        return taxIncluded ? due : Math.addExact(due, Taxes.sum(Taxes.of(taxed(lines), discount, false)));
    }

    /** The lines for taxing. */
    public static List<Taxes.Taxed> taxed(List<SaleLine> lines) {
        return lines.stream()
                .map(line -> new Taxes.Taxed(line.taxRate(), line.total()))
                .toList();
    }

    private static void checkTotal(Basket basket, List<SaleLine> lines) {
        long total = total(lines, basket.discount(), basket.taxIncluded());
        if (total != basket.total()) {
            throw new Refusal(
                    SaleProblem.BASKET_TOTAL,
                    "the lines, less discounts, come to " + total + " minor units, not " + basket.total());
        }
    }

    private SaleLine line(int place, Line line) {
        SellableItem item = item(place, line);
        QuantityText quantity = quantity(place, line, item == null ? null : item.unit());
        checkPrice(place, line, item);
        long gross = BasketPricing.gross(quantity, line.unitPrice());
        if (gross > LINE_MAX) {
            throw refused(SaleProblem.LINE_INVALID, place, "quantity", "times the price is above " + LINE_MAX);
        }
        if (line.discount() > gross) {
            throw refused(SaleProblem.LINE_INVALID, place, "discount", "is above what the line costs: " + gross);
        }
        return new SaleLine(
                place,
                article(line, item),
                quantity.thousandths(),
                line.unitPrice(),
                line.discount(),
                BasketPricing.lineTotal(quantity, line.unitPrice(), line.discount()),
                taxRate(line, item),
                coupon(place, line),
                0);
    }

    private @Nullable SellableItem item(int place, Line line) {
        SellableItem item = known.items().get(line.sku());
        if (item != null && item.active()) {
            return item;
        }
        if (!terms.openArticles()) {
            throw refused(SaleProblem.UNKNOWN_SKU, place, "sku", "is not sold here: update the catalogue");
        }
        if (line.name() == null) {
            throw refused(SaleProblem.FIELD_MISSING, place, "name", "is missing for an article not in the catalogue");
        }
        return null;
    }

    private static QuantityText quantity(int place, Line line, @Nullable UnitOfSale unit) {
        UnitOfSale measured = unit == null ? UnitOfSale.WEIGHT : unit;
        Optional<CatalogueProblem> problem = QuantityText.problem(line.quantity(), measured);
        if (problem.isPresent()) {
            throw new Refusal(
                    problem.get(),
                    pointer(place, "quantity")
                            + " must be a plain decimal such as \"2\" or \"0.375\": no sign, no exponent,"
                            + " at most 3 places, none for a piece");
        }
        return QuantityText.of(line.quantity(), measured);
    }

    private void checkPrice(int place, Line line, @Nullable SellableItem item) {
        SellableItem.CurrentPrice price = item == null ? null : item.price();
        if (price == null || !terms.priced()) {
            return;
        }
        if (!price.allows(new Money(line.unitPrice(), terms.currency()), terms.notChangedBefore())) {
            throw refused(
                    SaleProblem.PRICE_CHANGED,
                    place,
                    "unitPrice",
                    "is " + price.now().value() + " " + price.now().currency().getCurrencyCode() + " now, not "
                            + line.unitPrice());
        }
    }

    private static SaleLine.Article article(Line line, @Nullable SellableItem item) {
        return item == null
                ? new SaleLine.Article(null, line.sku(), line.name(), null)
                : new SaleLine.Article(
                        item.product(),
                        line.sku(),
                        item.names().en() == null && item.names().zh() == null
                                ? line.name()
                                : item.names().en(),
                        item.names().zh());
    }

    private static String taxRate(Line line, @Nullable SellableItem item) {
        if (line.taxRate() != null) {
            return line.taxRate();
        }
        return item == null ? NO_TAX : item.taxRate();
    }

    private SaleLine.@Nullable CouponUse coupon(int place, Line line) {
        if (line.coupon() == null) {
            return null;
        }
        CouponTerms coupon = known.coupons().get(line.coupon());
        if (coupon == null) {
            throw coupon(CatalogueProblem.COUPON_UNKNOWN, place, "is not known here");
        }
        if (!couponsSeen.add(coupon.code())) {
            throw coupon(CatalogueProblem.COUPON_SPENT, place, "is on two lines of this basket");
        }
        return new SaleLine.CouponUse(coupon.id(), coupon.code());
    }

    /** Judged when all lines are known: a coupon may ask for a basket of some size. */
    private void coupons(List<SaleLine> lines) {
        long gross =
                lines.stream().mapToLong(line -> line.total() + line.discount()).sum();
        for (SaleLine line : lines) {
            if (line.coupon() == null || !terms.priced()) {
                continue;
            }
            CouponTerms coupon =
                    Objects.requireNonNull(known.coupons().get(line.coupon().code()));
            Optional<CatalogueProblem> problem = coupon.problem(gross, terms.currency(), terms.now());
            if (problem.isPresent()) {
                throw coupon(problem.get(), line.line(), "cannot be used for this basket now");
            }
            requireDiscount(line, coupon);
        }
    }

    /** A line with a coupon costs less by what the coupon gives for that line, no more and no less; one for nothing is not spent. */
    private static void requireDiscount(SaleLine line, CouponTerms coupon) {
        long off = coupon.discount().off(line.total() + line.discount());
        if (line.discount() != off || off == 0) {
            throw refused(
                    SaleProblem.BASKET_TOTAL,
                    line.line(),
                    "discount",
                    off == 0 ? "cannot be: the coupon gives nothing here" : "must be what the coupon gives: " + off);
        }
    }

    private static Refusal coupon(CatalogueProblem problem, int place, String what) {
        return new Refusal(problem, pointer(place, "coupon") + " " + what);
    }

    private static Refusal refused(SaleProblem problem, int place, String member, String what) {
        return new Refusal(problem, pointer(place, member) + " " + what);
    }

    private static String pointer(int place, String member) {
        return "/basket/lines/" + place + "/" + member;
    }
}
