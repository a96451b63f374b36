package io.tillgate.sales.usecase;

import io.tillgate.payments.RequestKey;
import io.tillgate.payments.card.EncryptedCard;
import io.tillgate.payments.card.PinBlock;
import io.tillgate.sales.Sale.Served;
import io.tillgate.shared.Money;
import io.tillgate.shared.SaleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tender of one sale, as a terminal asks for it.
 *
 * @param amount this tender, with the tip inside
 * @param saleNamed whether the terminal named the sale itself, so that it may exist already
 * @param basket null where it was sent before, or never is
 * @param storedAt when it was made, of a sale made without a line: a fact, whatever prices are now; else null
 */
public record SellGoods(
        Request request,
        SaleId sale,
        boolean saleNamed,
        Money amount,
        long tip,
        Paying paying,
        @Nullable Basket basket,
        Served served,
        @Nullable Instant storedAt) {

    /** The same as another sale. */
    SellGoods under(SaleId other) {
        return new SellGoods(request, other, saleNamed, amount, tip, paying, basket, served, storedAt);
    }

    /** Who asks, under which id, and until when. */
    public record Request(RequestKey key, byte[] bodyHash, Instant expiresAt) {}

    /** How it is paid. */
    public sealed interface Paying {
        /**
         * @param pin null when none was typed
         * @param emv without card data, checked; empty when there is none
         */
        record ByCard(
                String entry, EncryptedCard card, @Nullable PinBlock pin, byte[] emv) implements Paying {}

        /** @param tendered minor units handed over, for the change */
        record InCash(@Nullable Long tendered) implements Paying {}
    }

    /** A basket as sent. Amounts in minor units of the tender's currency. */
    public record Basket(List<Line> lines, long discount, boolean taxIncluded, long total, String hash) {
        public Basket {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param quantity plain decimal, judged against the product's unit
     * @param taxRate decimal; the product's own when null
     */
    public record Line(
            String sku,
            @Nullable String name,
            String quantity,
            long unitPrice,
            long discount,
            @Nullable String coupon,
            @Nullable String taxRate) {}
}
