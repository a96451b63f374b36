package io.tillgate.portal.merchant.sales;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingView;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.sales.Sale;
import io.tillgate.shared.PaymentId;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.stream.Stream;

/** What the ledger holds of a sale's payments. */
@RequestScoped
class SaleBooks {
    private static final int PAYMENTS_MAX = 50;

    private final Shop shop;
    private final Ledger ledger;

    SaleBooks(Shop shop, Ledger ledger) {
        this.shop = shop;
        this.ledger = ledger;
    }

    Uni<List<PostingView>> of(Sale sale) {
        List<PaymentId> payments = sale.payments().stream()
                .flatMap(payment -> Stream.ofNullable(payment.payment()))
                .distinct()
                .limit(PAYMENTS_MAX)
                .toList();
        return Multi.createFrom()
                .iterable(payments)
                .onItem()
                .transformToUniAndConcatenate(
                        payment -> ledger.postingsOf(shop.caller().tenant(), JournalSource.payment(payment.value())))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(List::stream).toList());
    }
}
