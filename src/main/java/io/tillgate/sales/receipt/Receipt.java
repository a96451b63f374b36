package io.tillgate.sales.receipt;

import io.tillgate.payments.PaymentKind;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.domain.Taxes;
import io.tillgate.sales.domain.Taxes.TaxLine;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer takes home about one payment of a sale, approved or not.
 *
 * @param shown the payment that this receipt is about
 */
public record Receipt(Heading heading, Sale sale, SalePayment shown) {

    /** @throws IllegalArgumentException if the sale has no payment under that request */
    public static Receipt of(Sale sale, UUID request, Heading heading) {
        SalePayment shown = sale.payments().stream()
                .filter(payment -> payment.requestId().equals(request))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no payment of this sale has that request"));
        return new Receipt(heading, sale, shown);
    }

    /** By rising rate; empty for a sale without a basket. */
    public List<TaxLine> taxes() {
        List<Taxes.Taxed> taxed = sale.lines().stream()
                .map(line -> new Taxes.Taxed(line.taxRate(), line.total()))
                .toList();
        return Taxes.of(taxed, sale.terms().discount(), sale.terms().taxIncluded());
    }

    /** Other tenders that stand, in their order. */
    public List<SalePayment> otherTenders() {
        return sale.payments().stream()
                .filter(payment ->
                        payment.kind() == PaymentKind.SALE && payment.state().equals("approved"))
                .filter(payment -> !payment.requestId().equals(shown.requestId()))
                .toList();
    }

    /** Cash to hand back; 0 where nothing was said. */
    public long change() {
        Long tendered = shown.amounts().tendered();
        return tendered == null ? 0 : Math.max(0, tendered - shown.amounts().approved());
    }

    /** Lines as shown to a reader of this language. */
    static String name(SaleLine line, Language language) {
        return line.article().name(language == Language.CHINESE);
    }

    /**
     * Who and where.
     *
     * @param merchant trading name
     * @param merchantNumber ISO 8583 field 42
     * @param storeZh the Chinese name, where there is one
     * @param zone of the store: receipts show its time
     */
    public record Heading(
            String merchant,
            String merchantNumber,
            String store,
            @Nullable String storeZh,
            List<String> address,
            @Nullable String phone,
            ZoneId zone) {
        public Heading {
            address = List.copyOf(address);
        }

        String store(Language language) {
            return language == Language.CHINESE && storeZh != null ? storeZh : store;
        }
    }
}
