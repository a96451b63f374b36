package io.tillgate.sales.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.sales.domain.SaleLife.Change;
import io.tillgate.sales.domain.SaleLife.Coupons;
import io.tillgate.sales.domain.SaleLife.Part;
import io.tillgate.sales.domain.SaleLife.Phase;
import io.tillgate.sales.domain.SaleLife.Standing;
import io.tillgate.sales.domain.SaleLife.Stock;
import org.junit.jupiter.api.Test;

class SaleLifeTest {
    private static final Standing NEW = new Standing(Phase.OPEN, 1000, 0, 0, 0);
    private static final Standing HALF = new Standing(Phase.OPEN, 1000, 400, 0, 0);
    private static final Standing PAID = new Standing(Phase.PAID, 1000, 1000, 50, 0);

    @Test
    void the_tender_that_pays_the_rest_moves_the_stock_and_spends_the_coupons() {
        Change change = SaleLife.tendered(HALF, new Part(600, 50));

        assertThat(change.phase()).isEqualTo(Phase.PAID);
        assertThat(change.stock()).isEqualTo(Stock.LEAVES);
        assertThat(change.coupons()).isEqualTo(Coupons.CONFIRM);
        assertThat(change.after().paid()).isEqualTo(1000);
        assertThat(change.after().tips()).isEqualTo(50);
    }

    @Test
    void a_part_payment_leaves_stock_and_coupons_alone() {
        Change change = SaleLife.tendered(NEW, new Part(400, 0));

        assertThat(change.phase()).isEqualTo(Phase.OPEN);
        assertThat(change.stock()).isEqualTo(Stock.STAYS);
        assertThat(change.coupons()).isEqualTo(Coupons.KEEP);
    }

    @Test
    void a_declined_first_tender_frees_the_coupons_and_leaves_the_sale_open() {
        Change change = SaleLife.failed(NEW);

        assertThat(change.phase()).isEqualTo(Phase.OPEN);
        assertThat(change.coupons()).isEqualTo(Coupons.RELEASE);
        assertThat(change.after()).isEqualTo(NEW);
    }

    @Test
    void a_declined_second_tender_keeps_the_coupons_for_a_third() {
        assertThat(SaleLife.failed(HALF).coupons()).isEqualTo(Coupons.KEEP);
    }

    @Test
    void a_declined_refund_changes_nothing_of_a_paid_sale() {
        Change change = SaleLife.failed(PAID);

        assertThat(change).isEqualTo(new Change(PAID, Phase.PAID, Stock.STAYS, Coupons.KEEP));
    }

    @Test
    void a_void_of_the_only_tender_brings_the_stock_back_and_ends_the_sale() {
        Change change = SaleLife.voided(PAID, new Part(1000, 50));

        assertThat(change.phase()).isEqualTo(Phase.VOIDED);
        assertThat(change.stock()).isEqualTo(Stock.COMES_BACK);
        assertThat(change.coupons()).isEqualTo(Coupons.GIVE_BACK);
        assertThat(change.after().paid()).isZero();
        assertThat(change.after().tips()).isZero();
    }

    @Test
    void a_void_of_one_of_two_tenders_makes_the_sale_open_again() {
        Change change = SaleLife.voided(PAID, new Part(600, 0));

        assertThat(change.phase()).isEqualTo(Phase.OPEN);
        assertThat(change.stock()).isEqualTo(Stock.COMES_BACK);
        assertThat(change.after().paid()).isEqualTo(400);
    }

    @Test
    void a_reversed_tender_leaves_the_sale_open_for_another_card() {
        Change change = SaleLife.reversed(PAID, new Part(1000, 50));

        assertThat(change.phase()).isEqualTo(Phase.OPEN);
        assertThat(change.stock()).isEqualTo(Stock.COMES_BACK);
    }

    @Test
    void a_reversed_part_payment_moves_no_stock() {
        assertThat(SaleLife.reversed(HALF, new Part(400, 0)).stock()).isEqualTo(Stock.STAYS);
    }

    @Test
    void a_refund_of_everything_with_the_tip_makes_the_sale_refunded() {
        assertThat(SaleLife.refunded(PAID, 1000).phase()).isEqualTo(Phase.PAID);
        assertThat(SaleLife.refunded(PAID, 1050).phase()).isEqualTo(Phase.REFUNDED);
        assertThat(SaleLife.refunded(PAID, 1050).stock()).isEqualTo(Stock.RETURNS_NAMED);
    }

    @Test
    void goods_that_never_left_do_not_come_back_with_a_refund() {
        assertThat(SaleLife.refunded(HALF, 100).stock()).isEqualTo(Stock.STAYS);
    }

    @Test
    void a_sale_that_was_never_paid_and_is_given_back_whole_frees_its_coupons() {
        assertThat(SaleLife.refunded(HALF, 399).coupons()).isEqualTo(Coupons.KEEP);
        assertThat(SaleLife.refunded(HALF, 400))
                .isEqualTo(new Change(
                        new Standing(Phase.OPEN, 1000, 400, 0, 400), Phase.REFUNDED, Stock.STAYS, Coupons.GIVE_BACK));
        assertThat(SaleLife.refunded(PAID, 1050).coupons()).isEqualTo(Coupons.KEEP);
    }
}
