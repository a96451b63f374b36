package io.tillgate.sales.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.CouponTerms;
import io.tillgate.catalogue.Discount;
import io.tillgate.catalogue.ProductNames;
import io.tillgate.catalogue.SellableItem;
import io.tillgate.catalogue.SellableItem.CurrentPrice;
import io.tillgate.catalogue.UnitOfSale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.usecase.SellGoods.Basket;
import io.tillgate.sales.usecase.SellGoods.Line;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgingABasketTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final CouponTerms COUPON = new CouponTerms(
            new UUID(7, 7),
            "WELCOME",
            new Discount.Amount(100),
            EUR,
            NOW.minusSeconds(60),
            NOW.plusSeconds(60),
            500,
            true);

    @Test
    void lines_are_priced_half_up_and_add_up() {
        List<SaleLine> lines = check(basket(1734, line("PEN", "3", 250, 0), line("TEA", "0.375", 2624, 0)));

        assertThat(lines).extracting(SaleLine::total).containsExactly(750L, 984L);
        assertThat(lines.get(1).thousandths()).isEqualTo(375);
        assertThat(lines.getFirst().taxRate()).isEqualTo("0.19");
    }

    @Test
    void a_total_that_is_not_the_sum_is_refused_with_the_sum() {
        refused(basket(751, line("PEN", "3", 250, 0)), SaleProblem.BASKET_TOTAL).hasMessageContaining("750");
    }

    @Test
    void a_quantity_with_a_sign_an_exponent_four_places_or_decimals_of_a_piece_is_refused() {
        refused(basket(1, line("PEN", "-1", 250, 0)), CatalogueProblem.QUANTITY_SIGN);
        refused(basket(1, line("PEN", "+1", 250, 0)), CatalogueProblem.QUANTITY_SIGN);
        refused(basket(1, line("PEN", "1e2", 250, 0)), CatalogueProblem.QUANTITY_EXPONENT);
        refused(basket(1, line("TEA", "0.1234", 2624, 0)), CatalogueProblem.QUANTITY_PLACES);
        refused(basket(1, line("PEN", "1.5", 250, 0)), CatalogueProblem.QUANTITY_NOT_WHOLE);
        refused(basket(1, line("PEN", "0", 250, 0)), CatalogueProblem.QUANTITY_RANGE);
        refused(basket(1, line("PEN", "two", 250, 0)), CatalogueProblem.QUANTITY_MALFORMED);
    }

    @Test
    void an_unknown_or_inactive_article_is_refused_unless_the_tenant_sells_open_articles() {
        Basket unknown = basket(250, new Line("HAND", "Hand made", "1", 250, 0, null, null));

        refused(unknown, SaleProblem.UNKNOWN_SKU);
        refused(basket(250, line("OLD", "1", 250, 0)), SaleProblem.UNKNOWN_SKU);
        assertThat(BasketPolicy.check(unknown, known(), terms(true, true))
                        .getFirst()
                        .article()
                        .product())
                .isNull();
    }

    @Test
    void the_price_before_a_change_holds_for_the_grace_and_no_longer() {
        assertThat(check(basket(199, line("NEW", "1", 199, 0)))).hasSize(1);
        assertThat(check(basket(249, line("NEW", "1", 249, 0)))).hasSize(1);
        refused(basket(199, line("STALE", "1", 199, 0)), SaleProblem.PRICE_CHANGED)
                .hasMessageContaining("249")
                .hasMessageContaining("/basket/lines/0/unitPrice");
        refused(basket(1, line("PEN", "1", 1, 0)), SaleProblem.PRICE_CHANGED);
    }

    @Test
    void a_stored_offline_sale_is_not_judged_by_todays_price() {
        assertThat(BasketPolicy.check(basket(1, line("PEN", "1", 1, 0)), known(), terms(false, false)))
                .hasSize(1);
    }

    @Test
    void a_discount_above_the_line_or_the_basket_is_refused() {
        refused(basket(0, line("PEN", "1", 250, 251)), SaleProblem.LINE_INVALID);
        Basket tooMuch = new Basket(List.of(line("PEN", "1", 250, 0)), 251, true, 0, "");
        refused(tooMuch, SaleProblem.LINE_INVALID);
    }

    @Test
    void a_coupon_is_known_valid_and_on_one_line_only() {
        assertThat(check(basket(650, coupon("3", "WELCOME"))).getFirst().coupon())
                .isNotNull();
        refused(basket(650, coupon("3", "NONE")), CatalogueProblem.COUPON_UNKNOWN);
        refused(basket(1300, coupon("3", "WELCOME"), coupon("3", "WELCOME")), CatalogueProblem.COUPON_SPENT);
        refused(basket(150, coupon("1", "WELCOME")), CatalogueProblem.COUPON_BASKET_TOO_SMALL);
    }

    @Test
    void a_line_with_a_coupon_costs_less_by_exactly_what_the_coupon_gives() {
        for (long discount : new long[] {0, 99, 101, 750}) {
            Line line = new Line("PEN", null, "3", 250, discount, "WELCOME", null);
            refused(basket(750 - discount, line), SaleProblem.BASKET_TOTAL).hasMessageContaining("100");
        }
    }

    @Test
    void a_coupon_gives_no_more_than_its_line_costs_and_a_percentage_is_of_its_line() {
        Line cheap = new Line("PEN", null, "1", 250, 250, "LARGE", null);
        Line tenth = new Line("TEA", null, "0.375", 2624, 98, "TENTH", null);

        assertThat(check(basket(500 + 886, cheap, line("PEN", "2", 250, 0), tenth)))
                .extracting(SaleLine::total)
                .containsExactly(0L, 500L, 886L);
    }

    @Test
    void a_coupon_that_gives_nothing_is_not_spent() {
        Line cents = new Line("CENT", null, "4", 1, 0, "TENTH", null);

        refused(basket(504, cents, line("PEN", "2", 250, 0)), SaleProblem.BASKET_TOTAL);
    }

    @Test
    void taxes_that_are_not_in_the_prices_are_in_the_total() {
        Basket basket = new Basket(List.of(line("PEN", "4", 250, 0)), 0, false, 1190, "");

        assertThat(check(basket)).hasSize(1);
    }

    @Test
    void a_line_that_costs_more_than_anything_may_is_refused_and_not_overflown() {
        Basket huge = basket(1, new Line("HAND", "x", "999999.999", 1_000_000_000_000L, 0, null, null));

        assertThatThrownBy(() -> BasketPolicy.check(huge, known(), terms(true, true)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(SaleProblem.LINE_INVALID));
    }

    private static Line coupon(String quantity, String code) {
        return new Line("PEN", null, quantity, 250, 100, code, null);
    }

    private static Line line(String sku, String quantity, long price, long discount) {
        return new Line(sku, null, quantity, price, discount, null, null);
    }

    private static Basket basket(long total, Line... lines) {
        return new Basket(List.of(lines), 0, true, total, "");
    }

    private static List<SaleLine> check(Basket basket) {
        return BasketPolicy.check(basket, known(), terms(false, true));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Basket basket, ProblemCode code) {
        return assertThatThrownBy(() -> check(basket))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static BasketPolicy.Terms terms(boolean openArticles, boolean priced) {
        return new BasketPolicy.Terms(EUR, NOW, NOW.minus(Duration.ofMinutes(15)), openArticles, priced);
    }

    private static BasketPolicy.Known known() {
        return new BasketPolicy.Known(
                Map.of(
                        "PEN", item("PEN", UnitOfSale.PIECE, true, price(250, Duration.ofDays(9), null)),
                        "TEA", item("TEA", UnitOfSale.WEIGHT, true, price(2624, Duration.ofDays(9), null)),
                        "NEW", item("NEW", UnitOfSale.PIECE, true, price(249, Duration.ofMinutes(14), 199L)),
                        "STALE", item("STALE", UnitOfSale.PIECE, true, price(249, Duration.ofMinutes(16), 199L)),
                        "CENT", item("CENT", UnitOfSale.PIECE, true, price(1, Duration.ofDays(9), null)),
                        "OLD", item("OLD", UnitOfSale.PIECE, false, price(250, Duration.ofDays(9), null))),
                Map.of(
                        "WELCOME",
                        COUPON,
                        "LARGE",
                        coupon("LARGE", new Discount.Amount(10_000)),
                        "TENTH",
                        coupon("TENTH", new Discount.Percent(1_000))));
    }

    private static CouponTerms coupon(String code, Discount discount) {
        return new CouponTerms(new UUID(7, 8), code, discount, EUR, NOW.minusSeconds(60), null, 0, true);
    }

    private static CurrentPrice price(long now, Duration ago, @Nullable Long before) {
        return new CurrentPrice(Money.of(now, "EUR"), NOW.minus(ago), before == null ? null : Money.of(before, "EUR"));
    }

    private static SellableItem item(String sku, UnitOfSale unit, boolean active, CurrentPrice price) {
        return new SellableItem(
                new ProductId(UUID.nameUUIDFromBytes(sku.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                sku,
                new ProductNames(sku, "品" + sku),
                unit,
                "0.19",
                active,
                price);
    }
}
