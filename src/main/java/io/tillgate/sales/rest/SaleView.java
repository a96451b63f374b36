package io.tillgate.sales.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.catalogue.QuantityText;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.domain.Taxes;
import io.tillgate.sales.domain.Taxes.TaxLine;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sale as HTTP shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SaleView(
        SaleId id,
        LocalDate businessDate,
        MerchantId merchantId,
        StoreId storeId,
        @Nullable TerminalId terminalId,
        String terminalNumber,
        String receiptNumber,
        String state,
        Figures figures,
        @Nullable String cashier,
        Instant createdAt,
        @Nullable Detail detail) {

    public record Figures(Money total, Money paid, Money tips, Money refunded, Money due, Money discount) {}

    /** Only where one sale is asked for. */
    public record Detail(
            boolean taxIncluded, List<Line> lines, List<TaxLine> taxes, List<Payment> payments, List<Step> timeline) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int line,
            String sku,
            @Nullable String nameEn,
            @Nullable String nameZh,
            String quantity,
            long unitPrice,
            long discount,
            long total,
            String taxRate,
            @Nullable String coupon,
            String returned) {
        static Line of(SaleLine line) {
            return new Line(
                    line.line(),
                    line.article().sku(),
                    line.article().nameEn(),
                    line.article().nameZh(),
                    QuantityText.text(line.thousandths()),
                    line.unitPrice(),
                    line.discount(),
                    line.total(),
                    line.taxRate(),
                    line.coupon() == null ? null : line.coupon().code(),
                    QuantityText.text(line.returned()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(
            @Nullable PaymentId id,
            String kind,
            String tender,
            String state,
            SalePayment.Amounts amounts,
            SalePayment.@Nullable CardShown card,
            SalePayment.Answered answered,
            @Nullable PaymentId original,
            Instant at) {
        static Payment of(SalePayment payment) {
            return new Payment(
                    payment.payment(),
                    payment.kind().code(),
                    payment.tender(),
                    payment.state(),
                    payment.amounts(),
                    payment.card(),
                    payment.answered(),
                    payment.original(),
                    payment.at());
        }
    }

    /** What happened when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(Instant at, String what, @Nullable PaymentId payment) {}

    static SaleView row(Sale sale) {
        return of(sale, null);
    }

    static SaleView whole(Sale sale) {
        List<Taxes.Taxed> taxed = sale.lines().stream()
                .map(line -> new Taxes.Taxed(line.taxRate(), line.total()))
                .toList();
        return of(
                sale,
                new Detail(
                        sale.terms().taxIncluded(),
                        sale.lines().stream().map(Line::of).toList(),
                        Taxes.of(taxed, sale.terms().discount(), sale.terms().taxIncluded()),
                        sale.payments().stream().map(Payment::of).toList(),
                        timeline(sale)));
    }

    private static List<Step> timeline(Sale sale) {
        List<Step> steps = new ArrayList<>(List.of(new Step(sale.createdAt(), "sale.opened", null)));
        for (SalePayment payment : sale.payments()) {
            steps.add(new Step(payment.at(), payment.kind().code() + "." + payment.state(), payment.payment()));
        }
        steps.sort(Comparator.comparing(Step::at));
        return List.copyOf(steps);
    }

    private static SaleView of(Sale sale, @Nullable Detail detail) {
        var currency = sale.terms().total().currency();
        return new SaleView(
                sale.id(),
                sale.businessDate(),
                sale.place().merchant(),
                sale.place().store(),
                sale.place().terminal(),
                sale.place().terminalNumber(),
                sale.terms().receiptNumber(),
                sale.state().code(),
                new Figures(
                        sale.terms().total(),
                        new Money(sale.progress().paid(), currency),
                        new Money(sale.progress().tips(), currency),
                        new Money(sale.progress().refunded(), currency),
                        new Money(sale.due(), currency),
                        new Money(sale.terms().discount(), currency)),
                sale.terms().served().cashier(),
                sale.createdAt(),
                detail);
    }
}
