package io.tillgate.sales.usecase;

import io.tillgate.payments.Outcome;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentView;
import io.tillgate.platform.persistence.CommitUnit.Part;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.SalePayment.Answered;
import io.tillgate.sales.domain.SaleLife;
import io.tillgate.sales.domain.SaleLife.Change;
import io.tillgate.sales.store.SaleStatements;
import io.tillgate.sales.store.SaleStatements.PaymentRow;
import io.tillgate.sales.store.SaleStatements.ReturnRow;
import io.tillgate.sales.store.SaleStatements.SaleKey;
import io.tillgate.sales.store.SaleStatements.Standing;
import io.tillgate.sales.store.SaleStatements.Undoing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment of a sale has ended: what the sale is after it, and the rows that say so. Follows from sale, payment and
 * outcome alone, so that recovery writes the same.
 */
record Ending(Sale after, List<Part<?>> rows) {

    static Ending of(Sale sale, PaymentView payment, Outcome outcome) {
        SalePayment ended = ended(sale, payment, outcome);
        boolean approved = outcome instanceof Outcome.Approved;
        Optional<SalePayment> original = original(sale, payment);
        List<SalePayment> rows = new ArrayList<>(List.of(ended));
        if (approved && payment.kind() == PaymentKind.VOID) {
            original.map(tender -> inState(tender, "voided")).ifPresent(rows::add);
        }
        Change change = approved ? approved(sale, ended, original) : SaleLife.failed(SaleEdits.standing(sale));
        Sale after = SaleEdits.changed(sale, change, rows);
        List<Part<?>> parts = new ArrayList<>();
        parts.add(new Part<>(
                SaleStatements.DECIDE,
                new Standing(SaleKey.of(sale), SaleEdits.rowOf(sale, payment), after.progress(), after.state())));
        rows.forEach(row -> parts.add(paymentEnd(sale, row)));
        parts.addAll(goods(
                sale,
                change,
                ended,
                new Goods.Cause(payment.id().value(), payment.businessDate(), payment.createdAt())));
        parts.addAll(Goods.settle(sale, change.coupons(), payment.createdAt()));
        return new Ending(after, List.copyOf(parts));
    }

    /** The terminal took back an approved tender. Refunds and voids are not taken back here. */
    static Ending reversed(Sale sale, PaymentView payment, Instant at) {
        Optional<SalePayment> tender = sale.payments().stream()
                .filter(row -> payment.id().equals(row.payment()))
                .findFirst();
        if (payment.kind() != PaymentKind.SALE || tender.isEmpty()) {
            return new Ending(sale, List.of());
        }
        SalePayment reversed = inState(tender.get(), "reversed");
        Change change = SaleLife.reversed(SaleEdits.standing(sale), part(tender.get()));
        Sale after = SaleEdits.changed(sale, change, List.of(reversed));
        List<Part<?>> parts = new ArrayList<>();
        parts.add(new Part<>(
                SaleStatements.UNDO,
                new Undoing(
                        new Standing(SaleKey.of(sale), null, after.progress(), after.state()),
                        sale.progress(),
                        sale.state())));
        parts.add(paymentEnd(sale, reversed));
        Goods.Cause cause = new Goods.Cause(reversalOf(payment), payment.businessDate(), at);
        parts.addAll(goods(sale, change, reversed, cause));
        parts.addAll(Goods.settle(sale, change.coupons(), payment.createdAt()));
        return new Ending(after, List.copyOf(parts));
    }

    private static Change approved(Sale sale, SalePayment ended, Optional<SalePayment> original) {
        SaleLife.Standing standing = SaleEdits.standing(sale);
        return switch (ended.kind()) {
            case SALE -> SaleLife.tendered(standing, part(ended));
            case REFUND -> SaleLife.refunded(standing, ended.amounts().approved());
            case VOID -> SaleLife.voided(standing, original.map(Ending::part).orElseThrow());
            case TEST -> throw new IllegalStateException("a test has no sale");
        };
    }

    private static List<Part<?>> goods(Sale sale, Change change, SalePayment ended, Goods.Cause cause) {
        return switch (change.stock()) {
            case STAYS -> List.of();
            case LEAVES -> Goods.leave(sale, cause);
            case COMES_BACK -> Goods.comeBack(sale, cause);
            case RETURNS_NAMED -> {
                List<Part<?>> parts = new ArrayList<>(Goods.returned(sale, ended.returns(), cause));
                ended.returns()
                        .forEach(back ->
                                parts.add(new Part<>(SaleStatements.RETURN, new ReturnRow(SaleKey.of(sale), back))));
                yield parts;
            }
        };
    }

    private static SaleLife.Part part(SalePayment tender) {
        return new SaleLife.Part(tender.goods(), tender.tips());
    }

    private static Part<?> paymentEnd(Sale sale, SalePayment row) {
        return new Part<>(
                SaleStatements.PAYMENT_END,
                new PaymentRow(SaleKey.of(sale), sale.place().merchant(), row));
    }

    private static SalePayment ended(Sale sale, PaymentView payment, Outcome outcome) {
        UUID request = SaleEdits.rowOf(sale, payment);
        SalePayment pending = sale.payments().stream()
                .filter(row -> row.requestId().equals(request))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a sale does not know its payment " + payment.id()));
        return switch (outcome) {
            case Outcome.Approved a ->
                pending.ended(
                        payment.id(),
                        "approved",
                        a.amount().value(),
                        new Answered(a.responseCode(), a.authCode(), a.rrn(), null));
            case Outcome.Declined d ->
                pending.ended(payment.id(), "declined", 0, new Answered(d.responseCode(), null, d.rrn(), d.reason()));
            case Outcome.NotTaken n ->
                pending.ended(payment.id(), "not-taken", 0, new Answered(null, null, null, n.reason()));
        };
    }

    private static Optional<SalePayment> original(Sale sale, PaymentView payment) {
        return sale.payments().stream()
                .filter(row -> row.payment() != null && row.payment().equals(payment.original()))
                .findFirst();
    }

    private static SalePayment inState(SalePayment tender, String state) {
        return new SalePayment(
                tender.requestId(),
                tender.payment(),
                tender.kind(),
                tender.tender(),
                state,
                tender.amounts(),
                tender.card(),
                tender.answered(),
                tender.original(),
                tender.returns(),
                tender.at());
    }

    /** A reversal has no record of its own: its movements are named after what it undoes, and differ from it. */
    private static UUID reversalOf(PaymentView payment) {
        return UUID.nameUUIDFromBytes(("reversal:" + payment.id()).getBytes(StandardCharsets.US_ASCII));
    }
}
