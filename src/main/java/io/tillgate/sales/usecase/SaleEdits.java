package io.tillgate.sales.usecase;

import io.tillgate.payments.PaymentView;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.SaleState;
import io.tillgate.sales.domain.SaleLife;
import io.tillgate.sales.domain.SaleLife.Phase;
import io.tillgate.shared.TerminalId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sale, one step on. */
final class SaleEdits {
    private SaleEdits() {}

    /** In work by this request. */
    static Sale taken(Sale sale, UUID request, SalePayment pending) {
        List<SalePayment> payments = new ArrayList<>(sale.payments());
        payments.add(pending);
        return copy(sale, sale.progress(), sale.state(), request, sale.lines(), payments);
    }

    /** Under which id a new request stands in its sale: its own, unless a request of another terminal has it. */
    static UUID rowOf(Sale sale, UUID request, @Nullable TerminalId terminal) {
        return terminal != null && has(sale, request) ? OwnName.of(terminal, request) : request;
    }

    /** Under which id a payment's request stands in its sale. */
    static UUID rowOf(Sale sale, PaymentView payment) {
        TerminalId terminal = payment.place().terminal();
        UUID second = terminal == null ? payment.requestId() : OwnName.of(terminal, payment.requestId());
        return has(sale, second) ? second : payment.requestId();
    }

    private static boolean has(Sale sale, UUID row) {
        return sale.payments().stream().anyMatch(payment -> payment.requestId().equals(row));
    }

    /** After a payment's end; nobody has it in work any more. */
    static Sale changed(Sale sale, SaleLife.Change change, List<SalePayment> ended) {
        Sale.Progress progress = new Sale.Progress(
                change.after().paid(), change.after().tips(), change.after().refunded());
        List<SalePayment> payments = sale.payments().stream()
                .map(payment -> ended.stream()
                        .filter(end -> end.requestId().equals(payment.requestId()))
                        .findFirst()
                        .orElse(payment))
                .toList();
        return copy(sale, progress, SaleState.valueOf(change.phase().name()), null, sale.lines(), payments);
    }

    static SaleLife.Standing standing(Sale sale) {
        return new SaleLife.Standing(
                Phase.valueOf(sale.state().name()),
                sale.terms().total().value(),
                sale.progress().paid(),
                sale.progress().tips(),
                sale.progress().refunded());
    }

    private static Sale copy(
            Sale sale,
            Sale.Progress progress,
            SaleState state,
            @Nullable UUID inFlight,
            List<SaleLine> lines,
            List<SalePayment> payments) {
        return new Sale(
                sale.id(),
                sale.businessDate(),
                sale.place(),
                sale.terms(),
                progress,
                state,
                inFlight,
                lines,
                payments,
                sale.createdAt());
    }
}
