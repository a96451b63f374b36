package io.tillgate.sales.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.Outcome;
import io.tillgate.payments.PaymentAnswers;
import io.tillgate.payments.PaymentCompanion;
import io.tillgate.payments.PaymentKind;
import io.tillgate.payments.PaymentView;
import io.tillgate.platform.persistence.CommitUnit.Part;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.sales.Sale;
import io.tillgate.sales.receipt.Receipt;
import io.tillgate.sales.receipt.ReceiptJson;
import io.tillgate.sales.store.SaleStore;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * What payments asks of sales: rows for the second commit, and the answer with its receipt.
 */
@ApplicationScoped
class CompletingSales implements PaymentCompanion {
    private final SaleStore store;
    private final SalesUnderWay underWay;
    private final FindingPremises premises;
    private final BusinessClock clock;

    CompletingSales(SaleStore store, SalesUnderWay underWay, FindingPremises premises, BusinessClock clock) {
        this.store = store;
        this.underWay = underWay;
        this.premises = premises;
        this.clock = clock;
    }

    @Override
    public Uni<Completion> complete(PaymentView payment, Outcome outcome) {
        JsonObject answer = PaymentAnswers.of(payment, outcome);
        if (payment.kind() == PaymentKind.TEST) {
            return Uni.createFrom().item(new Completion(List.of(), answer));
        }
        return sale(payment)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Completion(List.of(), answer))
                        : completed(Ending.of(found.get(), payment, outcome), payment, answer));
    }

    @Override
    public Uni<List<Part<?>>> reversed(PaymentView payment) {
        return stored(payment)
                .map(found -> found.map(sale -> Ending.reversed(
                                        sale, payment, clock.now(payment.place().tenant()))
                                .rows())
                        .orElse(List.of()));
    }

    private Uni<Optional<Sale>> sale(PaymentView payment) {
        var place = payment.place();
        Optional<Sale> kept = underWay.find(
                new SalesUnderWay.Key(place.tenant(), payment.sale(), place.terminal(), payment.requestId()));
        return kept.isPresent() ? Uni.createFrom().item(kept) : stored(payment);
    }

    /** Of the payment's own merchant: terminals name their sales themselves. */
    private Uni<Optional<Sale>> stored(PaymentView payment) {
        var place = payment.place();
        return store.find(Scope.merchant(place.tenant(), place.merchant()), place.tenant(), payment.sale());
    }

    private Uni<Completion> completed(Ending ending, PaymentView payment, JsonObject answer) {
        var place = payment.place();
        return premises.find(new Premises.Key(place.tenant(), place.account(), place.store()))
                .map(found -> {
                    found.ifPresent(where -> answer.put("receipt", receipt(ending.after(), payment, where)));
                    return new Completion(ending.rows(), answer);
                });
    }

    private static JsonObject receipt(Sale sale, PaymentView payment, Premises where) {
        return ReceiptJson.of(
                Receipt.of(sale, SaleEdits.rowOf(sale, payment), where.heading()),
                where.tenant().settings().locale());
    }
}
