package io.tillgate.sales;

import io.tillgate.payments.PaymentKind;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was sold, and how far it is paid.
 *
 * @param inFlight the request that has the sale in work; null when none has
 * @param lines empty for an amount without a basket
 */
public record Sale(
        SaleId id,
        LocalDate businessDate,
        Place place,
        Terms terms,
        Progress progress,
        SaleState state,
        @Nullable UUID inFlight,
        List<SaleLine> lines,
        List<SalePayment> payments,
        Instant createdAt) {
    public Sale {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
    }

    /** What is left to pay. */
    public long due() {
        return terms.total().value() - progress.paid();
    }

    /** Its payment, refund or void of that id. */
    public Optional<SalePayment> payment(PaymentId id) {
        return payments.stream().filter(row -> id.equals(row.payment())).findFirst();
    }

    /** The tender that stands for the sale: the first that is approved, else that was, else the last that was tried. */
    public Optional<SalePayment> first() {
        List<SalePayment> tenders =
                payments.stream().filter(row -> row.kind() == PaymentKind.SALE).toList();
        return tenders.stream()
                .filter(row -> row.state().equals("approved"))
                .findFirst()
                .or(() -> tenders.stream()
                        .filter(row -> row.amounts().approved() > 0)
                        .findFirst())
                .or(() -> tenders.reversed().stream().findFirst());
    }

    /** Whose and where. */
    public record Place(
            TenantId tenant,
            MerchantId merchant,
            MerchantAccountId account,
            StoreId store,
            @Nullable TerminalId terminal,
            String terminalNumber) {}

    /**
     * What was agreed.
     *
     * @param total the sum due, after all discounts
     * @param discount on the whole basket, minor units
     * @param taxIncluded whether the prices hold the tax already
     * @param basketHash hex of SHA-256 over the canonical basket; empty without one
     */
    public record Terms(
            Money total, long discount, boolean taxIncluded, String basketHash, String receiptNumber, Served served) {}

    /** By whom and to whom, as the terminal says. */
    public record Served(
            @Nullable String cashier,
            @Nullable String shift,
            @Nullable String customer) {}

    /** Minor units. {@code paid} is of the basket; {@code tips} came on top. */
    public record Progress(long paid, long tips, long refunded) {
        public static final Progress NONE = new Progress(0, 0, 0);
    }
}
