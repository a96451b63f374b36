package io.tillgate.sales.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.catalogue.CouponRedemptions;
import io.tillgate.catalogue.StockMovement;
import io.tillgate.catalogue.StockMovements;
import io.tillgate.catalogue.StockReason;
import io.tillgate.payments.Outcome;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentView;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.SalePayment.Amounts;
import io.tillgate.sales.SalePayment.Answered;
import io.tillgate.sales.SaleState;
import io.tillgate.sales.Sold;
import io.tillgate.sales.store.SaleStatements;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndingAPaymentOfASaleTest {
    private static final UUID UNDOING = UUID.fromString("0193a000-0000-7000-8000-000000000002");
    private static final PaymentId UNDONE_BY = new PaymentId(UUID.fromString("0193a000-0000-7000-8000-0000000000bb"));

    @Test
    void the_paying_tender_takes_each_line_out_of_stock_and_spends_the_coupon() {
        Ending ending = Ending.of(Sold.underWay(Sold.pendingCard(2598, 0)), sale(2598), approved(2598));

        assertThat(ending.after().state()).isEqualTo(SaleState.PAID);
        assertThat(ending.after().due()).isZero();
        assertThat(movements(ending)).extracting(StockMovement::thousandths).containsExactly(-6000L, -375L);
        assertThat(movements(ending))
                .allMatch(movement -> movement.cause().source().equals(Sold.PAYMENT.value())
                        && movement.cause().reason() == StockReason.SALE);
        assertThat(rows(ending, CouponRedemptions.CONFIRM)).hasSize(1);
        assertThat(rows(ending, CouponRedemptions.RELEASE)).isEmpty();
    }

    @Test
    void a_tip_pays_no_goods() {
        Ending ending = Ending.of(Sold.underWay(Sold.pendingCard(2698, 100)), sale(2698), approved(2698));

        assertThat(ending.after().progress()).isEqualTo(new Sale.Progress(2598, 100, 0));
        assertThat(ending.after().state()).isEqualTo(SaleState.PAID);
    }

    @Test
    void an_approval_of_a_part_leaves_the_sale_open_and_the_stock_alone() {
        Ending ending = Ending.of(Sold.underWay(Sold.pendingCard(2598, 0)), sale(2598), approved(1000));

        assertThat(ending.after().state()).isEqualTo(SaleState.OPEN);
        assertThat(ending.after().due()).isEqualTo(1598);
        assertThat(movements(ending)).isEmpty();
    }

    @Test
    void a_declined_or_silent_host_moves_nothing_and_frees_the_coupon() {
        for (Outcome outcome : List.of(
                new Outcome.Declined("51", "INSUFFICIENT_FUNDS", null), new Outcome.NotTaken("NO_HOST_ANSWER"))) {
            Ending ending = Ending.of(Sold.underWay(Sold.pendingCard(2598, 0)), sale(2598), outcome);

            assertThat(ending.after().state()).isEqualTo(SaleState.OPEN);
            assertThat(ending.after().inFlight()).isNull();
            assertThat(movements(ending)).isEmpty();
            assertThat(rows(ending, CouponRedemptions.RELEASE)).hasSize(1);
        }
    }

    @Test
    void recovery_writes_the_same_rows() {
        Sale sale = Sold.underWay(Sold.pendingCard(2598, 0));

        assertThat(Ending.of(sale, sale(2598), approved(2598))).isEqualTo(Ending.of(sale, sale(2598), approved(2598)));
    }

    @Test
    void a_void_brings_everything_back_under_its_own_name() {
        SalePayment cancel = undoing(PaymentKind.VOID, 2598, List.of());

        Ending ending =
                Ending.of(paid(cancel), view(PaymentKind.VOID, UNDONE_BY, UNDOING, Sold.PAYMENT, 2598), approved(2598));

        assertThat(ending.after().state()).isEqualTo(SaleState.VOIDED);
        assertThat(movements(ending)).extracting(StockMovement::thousandths).containsExactly(6000L, 375L);
        assertThat(movements(ending))
                .allMatch(movement -> movement.cause().source().equals(UNDONE_BY.value()));
        assertThat(ending.after().payments()).extracting(SalePayment::state).containsExactly("voided", "approved");
    }

    @Test
    void a_refund_returns_only_what_it_names() {
        SalePayment refund = undoing(PaymentKind.REFUND, 255, List.of(new SalePayment.Return(0, 1000)));

        Ending ending =
                Ending.of(paid(refund), view(PaymentKind.REFUND, UNDONE_BY, UNDOING, Sold.PAYMENT, 255), approved(255));

        assertThat(ending.after().state()).isEqualTo(SaleState.PAID);
        assertThat(ending.after().progress().refunded()).isEqualTo(255);
        assertThat(movements(ending)).extracting(StockMovement::thousandths).containsExactly(1000L);
        assertThat(rows(ending, SaleStatements.RETURN)).hasSize(1);
    }

    @Test
    void a_request_that_another_terminal_numbered_alike_ends_under_its_second_name() {
        Sale before =
                Sold.sale(SaleState.PAID, new Sale.Progress(2598, 0, 0), List.of(Sold.approvedCard(2598, 0)), null);
        UUID row = SaleEdits.rowOf(before, Sold.REQUEST, Sold.PLACE.terminal());
        SalePayment refund = undoing(row, PaymentKind.REFUND, 255, List.of());

        Ending ending = Ending.of(
                SaleEdits.taken(before, row, refund),
                view(PaymentKind.REFUND, UNDONE_BY, Sold.REQUEST, Sold.PAYMENT, 255),
                approved(255));

        assertThat(row).isNotEqualTo(Sold.REQUEST);
        assertThat(ending.after().payments()).extracting(SalePayment::requestId).containsExactly(Sold.REQUEST, row);
        assertThat(ending.after().payments()).extracting(SalePayment::state).containsExactly("approved", "approved");
        assertThat(ending.after().payment(UNDONE_BY).orElseThrow().requestId()).isEqualTo(row);
        assertThat(SaleEdits.rowOf(before, UNDOING, Sold.PLACE.terminal())).isEqualTo(UNDOING);
    }

    @Test
    void a_declined_void_leaves_the_sale_paid() {
        SalePayment cancel = undoing(PaymentKind.VOID, 2598, List.of());

        Ending ending = Ending.of(
                paid(cancel),
                view(PaymentKind.VOID, UNDONE_BY, UNDOING, Sold.PAYMENT, 2598),
                new Outcome.Declined("05", "DECLINED", null));

        assertThat(ending.after().state()).isEqualTo(SaleState.PAID);
        assertThat(ending.after().progress().paid()).isEqualTo(2598);
        assertThat(movements(ending)).isEmpty();
    }

    @Test
    void a_reversal_opens_the_sale_and_brings_the_stock_back_once() {
        Sale paid = Sold.sale(SaleState.PAID, new Sale.Progress(2598, 0, 0), List.of(Sold.approvedCard(2598, 0)), null);

        Ending ending = Ending.reversed(paid, sale(2598), Instant.EPOCH);

        assertThat(ending.after().state()).isEqualTo(SaleState.OPEN);
        assertThat(ending.after().due()).isEqualTo(2598);
        assertThat(movements(ending))
                .hasSize(2)
                .allMatch(movement -> !movement.cause().source().equals(Sold.PAYMENT.value()));
        assertThat(rows(ending, SaleStatements.UNDO)).hasSize(1);
        assertThat(rows(ending, SaleStatements.DECIDE)).isEmpty();
    }

    private static Sale paid(SalePayment underWay) {
        return Sold.sale(
                SaleState.PAID,
                new Sale.Progress(2598, 0, 0),
                List.of(Sold.approvedCard(2598, 0), underWay),
                underWay.requestId());
    }

    private static SalePayment undoing(PaymentKind kind, long amount, List<SalePayment.Return> returns) {
        return undoing(UNDOING, kind, amount, returns);
    }

    private static SalePayment undoing(UUID row, PaymentKind kind, long amount, List<SalePayment.Return> returns) {
        return new SalePayment(
                row,
                null,
                kind,
                "card",
                "pending",
                new Amounts(amount, 0, 0, null),
                Sold.CHIP,
                Answered.NOTHING,
                Sold.PAYMENT,
                returns,
                Sold.AT);
    }

    private static Outcome approved(long amount) {
        return new Outcome.Approved(Money.of(amount, "EUR"), "00", "A1B2C3", "632609000001", null, null);
    }

    private static PaymentView sale(long amount) {
        return view(PaymentKind.SALE, Sold.PAYMENT, Sold.REQUEST, null, amount);
    }

    private static PaymentView view(
            PaymentKind kind, PaymentId id, UUID request, @Nullable PaymentId original, long amount) {
        return new PaymentView(
                id,
                Sold.DATE,
                new PaymentView.Place(
                        Sold.PLACE.tenant(),
                        Sold.PLACE.merchant(),
                        Sold.PLACE.account(),
                        Sold.PLACE.store(),
                        Sold.PLACE.terminal(),
                        Sold.PLACE.terminalNumber()),
                kind,
                "card",
                "approved",
                Money.of(amount, "EUR"),
                new PaymentView.Progress(amount, 0, 0, 0),
                new SaleId(Sold.REQUEST),
                request,
                original,
                null,
                null,
                null,
                Sold.AT);
    }

    private static List<StockMovement> movements(Ending ending) {
        return rows(ending, StockMovements.APPLY).stream()
                .map(StockMovement.class::cast)
                .toList();
    }

    private static List<?> rows(Ending ending, BatchStatement<?> statement) {
        return ending.rows().stream()
                .filter(part -> part.statement().equals(statement))
                .map(part -> part.row())
                .toList();
    }
}
