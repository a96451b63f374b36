package io.tillgate.sales.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.sales.Sale;
import io.tillgate.sales.SalePayment.Return;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.SaleState;
import io.tillgate.sales.Sold;
import io.tillgate.sales.usecase.UndoSale.GoodsBack;
import io.tillgate.shared.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturningGoodsTest {
    private static final Sale PAID = sale(SaleState.PAID);

    @Test
    void part_of_a_line_or_all_of_it_comes_back() {
        assertThat(UndoingSale.returns(List.of(new GoodsBack(0, "2"), new GoodsBack(1, null)), PAID))
                .containsExactly(new Return(0, 2000), new Return(1, 375));
    }

    @Test
    void more_than_was_sold_or_a_line_that_is_not_there_is_refused() {
        assertRefused(new GoodsBack(0, "7"));
        assertRefused(new GoodsBack(2, null));
        assertRefused(new GoodsBack(0, "-1"));
        assertRefused(new GoodsBack(0, "0.5"));
        assertRefused(new GoodsBack(1, "0.3751"));
    }

    @Test
    void a_line_is_named_once() {
        assertThatThrownBy(() -> UndoingSale.returns(List.of(new GoodsBack(0, "1"), new GoodsBack(0, "1")), PAID))
                .isInstanceOf(Refusal.class);
    }

    private static void assertRefused(GoodsBack back) {
        assertThatThrownBy(() -> UndoingSale.returns(List.of(back), PAID))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(SaleProblem.RETURN_INVALID));
    }

    @Test
    void goods_of_a_sale_that_is_not_paid_never_left() {
        for (SaleState state : List.of(SaleState.OPEN, SaleState.VOIDED, SaleState.REFUNDED)) {
            assertThat(UndoingSale.returns(List.of(), sale(state))).isEmpty();
            assertThatThrownBy(() -> UndoingSale.returns(List.of(new GoodsBack(0, null)), sale(state)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(state.code());
        }
    }

    private static Sale sale(SaleState state) {
        return Sold.sale(state, new Sale.Progress(2598, 0, 0), List.of(Sold.approvedCard(2598, 0)), null);
    }
}
