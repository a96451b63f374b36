package io.tillgate.sales.usecase;

import io.tillgate.catalogue.CouponRedemptions;
import io.tillgate.catalogue.CouponReservation;
import io.tillgate.catalogue.CouponSettlement;
import io.tillgate.catalogue.StockMovement;
import io.tillgate.catalogue.StockMovements;
import io.tillgate.catalogue.StockReason;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.CommitUnit.Part;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.domain.SaleLife.Coupons;
import io.tillgate.shared.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sale's rows for the catalogue: stock and coupons. */
final class Goods {
    private Goods() {}

    /** What moves stock: its own id, once for each line. */
    record Cause(UUID source, LocalDate businessDate, Instant at) {}

    static List<Part<?>> leave(Sale sale, Cause cause) {
        List<Part<?>> parts = new ArrayList<>();
        for (SaleLine line : sale.lines()) {
            add(parts, movement(sale, line, -line.thousandths(), StockReason.SALE, cause));
        }
        return parts;
    }

    /** All that did not come back with a refund already. */
    static List<Part<?>> comeBack(Sale sale, Cause cause) {
        List<Part<?>> parts = new ArrayList<>();
        for (SaleLine line : sale.lines()) {
            long left = line.thousandths() - line.returned();
            if (left > 0) {
                add(parts, movement(sale, line, left, StockReason.SALE_UNDONE, cause));
            }
        }
        return parts;
    }

    static List<Part<?>> returned(Sale sale, List<SalePayment.Return> returns, Cause cause) {
        List<Part<?>> parts = new ArrayList<>();
        for (SalePayment.Return back : returns) {
            SaleLine line = sale.lines().get(back.line());
            add(parts, movement(sale, line, back.thousandths(), StockReason.REFUND, cause));
        }
        return parts;
    }

    static List<Part<?>> reserve(Sale sale, @Nullable String cardToken, Instant at) {
        return coupons(sale).stream()
                .<Part<?>>map(coupon -> new Part<>(
                        CouponRedemptions.RESERVE,
                        new CouponReservation(
                                sale.place().tenant(),
                                sale.place().merchant(),
                                coupon,
                                sale.id().value(),
                                cardToken,
                                at)))
                .toList();
    }

    static List<Part<?>> settle(Sale sale, Coupons coupons, Instant at) {
        return switch (coupons) {
            case KEEP -> List.of();
            case CONFIRM -> settle(sale, CouponRedemptions.CONFIRM, at);
            case RELEASE -> settle(sale, CouponRedemptions.RELEASE, at);
            case GIVE_BACK -> settle(sale, CouponRedemptions.GIVE_BACK, at);
        };
    }

    private static List<Part<?>> settle(Sale sale, BatchStatement<CouponSettlement> statement, Instant at) {
        return coupons(sale).stream()
                .<Part<?>>map(coupon -> new Part<>(
                        statement,
                        new CouponSettlement(
                                sale.place().tenant(), coupon, sale.id().value(), at)))
                .toList();
    }

    private static SortedSet<UUID> coupons(Sale sale) {
        SortedSet<UUID> coupons = new TreeSet<>();
        for (SaleLine line : sale.lines()) {
            if (line.coupon() != null) {
                coupons.add(line.coupon().id());
            }
        }
        return coupons;
    }

    private static void add(List<Part<?>> parts, @Nullable StockMovement movement) {
        if (movement != null) {
            parts.add(new Part<>(StockMovements.APPLY, movement));
        }
    }

    private static @Nullable StockMovement movement(
            Sale sale, SaleLine line, long thousandths, StockReason reason, Cause cause) {
        ProductId product = line.article().product();
        return product == null
                ? null
                : new StockMovement(
                        sale.place().tenant(),
                        sale.place().merchant(),
                        sale.place().store(),
                        product,
                        thousandths,
                        new StockMovement.Cause(
                                cause.source(), line.line(), reason, cause.businessDate(), cause.at(), null));
    }
}
