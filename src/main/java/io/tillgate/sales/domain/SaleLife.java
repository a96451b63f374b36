package io.tillgate.sales.domain;

/**
 * What the end of a payment does to its sale. Amounts in minor units.
 *
 * <pre>
 * state     a tender approved    a tender failed   a tender reversed   a void      a refund
 * open      open, or paid        open              open                voided*     open, or refunded
 * paid      (refused before)     paid              open                voided*     paid, or refunded
 * </pre>
 *
 * A void that leaves another tender standing (*) makes the sale open again. Stock leaves when the sale becomes paid and
 * comes back when it is not paid any more; a refund of a paid sale returns only what it names. Coupons are confirmed once
 * the sale is paid; they are free again when no tender of it came about, when its last tender is voided or reversed, and
 * when all is refunded of a sale that is not paid.
 */
public final class SaleLife {
    private SaleLife() {}

    /** A payment for this sale was approved. */
    public static Change tendered(Standing sale, Part part) {
        Standing after = sale.plus(part);
        boolean full = after.paid() >= sale.total();
        return new Change(
                after,
                full ? Phase.PAID : Phase.OPEN,
                full ? Stock.LEAVES : Stock.STAYS,
                full ? Coupons.CONFIRM : Coupons.KEEP);
    }

    /** A payment, refund or void was not approved: nothing moved. */
    public static Change failed(Standing sale) {
        boolean nothingPaid = sale.phase() == Phase.OPEN && sale.paid() == 0;
        return new Change(sale, sale.phase(), Stock.STAYS, nothingPaid ? Coupons.RELEASE : Coupons.KEEP);
    }

    /** The terminal took back a tender that it could not finish; the customer may pay another way. */
    public static Change reversed(Standing sale, Part part) {
        return undone(sale, part, Phase.OPEN);
    }

    /** A tender was voided. */
    public static Change voided(Standing sale, Part part) {
        return undone(sale, part, Phase.VOIDED);
    }

    /** Money went back. */
    public static Change refunded(Standing sale, long amount) {
        Standing after = new Standing(
                sale.phase(), sale.total(), sale.paid(), sale.tips(), Math.addExact(sale.refunded(), amount));
        boolean all = after.refunded() >= after.paid() + after.tips();
        boolean goodsLeft = sale.phase() == Phase.PAID;
        return new Change(
                after,
                all ? Phase.REFUNDED : sale.phase(),
                goodsLeft ? Stock.RETURNS_NAMED : Stock.STAYS,
                all && !goodsLeft ? Coupons.GIVE_BACK : Coupons.KEEP);
    }

    private static Change undone(Standing sale, Part part, Phase whenNothingLeft) {
        Standing after = sale.plus(new Part(-part.goods(), -part.tip()));
        boolean nothing = after.paid() <= 0;
        return new Change(
                after,
                nothing ? whenNothingLeft : Phase.OPEN,
                sale.phase() == Phase.PAID ? Stock.COMES_BACK : Stock.STAYS,
                nothing ? Coupons.GIVE_BACK : Coupons.KEEP);
    }

    /** The part of a payment that pays goods, and its tip. */
    public record Part(long goods, long tip) {}

    /** A sale in figures. */
    public record Standing(Phase phase, long total, long paid, long tips, long refunded) {
        Standing plus(Part part) {
            return new Standing(
                    phase, total, Math.addExact(paid, part.goods()), Math.addExact(tips, part.tip()), refunded);
        }
    }

    /** Names match those of the stored state. */
    public enum Phase {
        OPEN,
        PAID,
        VOIDED,
        REFUNDED
    }

    public enum Stock {
        STAYS,
        LEAVES,
        COMES_BACK,
        RETURNS_NAMED
    }

    public enum Coupons {
        KEEP,
        CONFIRM,
        RELEASE,
        GIVE_BACK
    }

    /** @param after figures after it; its phase is the one before, {@code phase} the new one */
    public record Change(Standing after, Phase phase, Stock stock, Coupons coupons) {}
}
