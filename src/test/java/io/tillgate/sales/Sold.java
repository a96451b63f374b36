package io.tillgate.sales;

import io.tillgate.payments.PaymentKind;
import io.tillgate.sales.SalePayment.Amounts;
import io.tillgate.sales.SalePayment.Answered;
import io.tillgate.sales.SalePayment.CardShown;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sales for tests: two lines of 25.98 EUR, the second with a coupon. */
public final class Sold {
    public static final UUID REQUEST = UUID.fromString("0193a000-0000-7000-8000-000000000001");
    public static final PaymentId PAYMENT = new PaymentId(UUID.fromString("0193a000-0000-7000-8000-0000000000aa"));
    public static final Instant AT = Instant.parse("2026-11-22T09:15:30Z");
    public static final LocalDate DATE = LocalDate.of(2026, 11, 22);
    public static final CardShown CHIP =
            new CardShown("411111******1111", "visa", "chip", "A0000000031010", "VISA CREDIT");
    public static final Sale.Place PLACE = new Sale.Place(
            new TenantId(new UUID(1, 1)),
            new MerchantId(new UUID(2, 2)),
            new MerchantAccountId(new UUID(3, 3)),
            new StoreId(new UUID(4, 4)),
            new TerminalId(new UUID(5, 5)),
            "T0000001");

    private Sold() {}

    public static List<SaleLine> lines() {
        return List.of(
                new SaleLine(
                        0,
                        new SaleLine.Article(
                                new ProductId(new UUID(8, 0)),
                                "85123A",
                                "White hanging heart t-light holder",
                                "白色心形烛台"),
                        6_000,
                        255,
                        0,
                        1_530,
                        "0.19",
                        null,
                        0),
                new SaleLine(
                        1,
                        new SaleLine.Article(new ProductId(new UUID(8, 1)), "TEA", "Green tea", "绿茶"),
                        375,
                        3_115,
                        100,
                        1_068,
                        "0.07",
                        new SaleLine.CouponUse(new UUID(9, 9), "WELCOME"),
                        0));
    }

    /** Open, in work by its first tender. */
    public static Sale underWay(SalePayment pending) {
        return sale(SaleState.OPEN, Sale.Progress.NONE, List.of(pending), pending.requestId());
    }

    public static Sale sale(
            SaleState state, Sale.Progress progress, List<SalePayment> payments, @Nullable UUID inFlight) {
        return new Sale(
                new SaleId(REQUEST),
                DATE,
                PLACE,
                new Sale.Terms(
                        Money.of(2_598, "EUR"), 0, true, "", "261122-7K3M9Q2X", new Sale.Served("anna", null, null)),
                progress,
                state,
                inFlight,
                lines(),
                payments,
                AT);
    }

    public static SalePayment pendingCard(long amount, long tip) {
        return new SalePayment(
                REQUEST,
                null,
                PaymentKind.SALE,
                "card",
                "pending",
                new Amounts(amount, tip, 0, null),
                CHIP,
                Answered.NOTHING,
                null,
                List.of(),
                AT);
    }

    public static SalePayment approvedCard(long amount, long tip) {
        return pendingCard(amount, tip)
                .ended(PAYMENT, "approved", amount, new Answered("00", "A1B2C3", "632609000001", null));
    }
}
