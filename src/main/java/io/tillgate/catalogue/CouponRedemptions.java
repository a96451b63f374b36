package io.tillgate.catalogue;

import io.tillgate.catalogue.store.ConfirmCoupons;
import io.tillgate.catalogue.store.ReleaseCoupons;
import io.tillgate.catalogue.store.ReserveCoupons;
import io.tillgate.platform.persistence.BatchStatement;

/** Coupons on the sale path: reserved with the first commit of a sale, confirmed or released with the second. */
public final class CouponRedemptions {
    /** Takes one use of a coupon. Refuses when it is spent, switched off or out of its time; repeats are harmless. */
    public static final BatchStatement<CouponReservation> RESERVE = new ReserveCoupons();

    /** Makes a reservation final. Never refuses: an approval must not fail for a coupon. */
    public static final BatchStatement<CouponSettlement> CONFIRM = ConfirmCoupons.STATEMENT;

    /** Gives a reserved use back; a confirmed one stays. Never refuses; repeats are harmless. */
    public static final BatchStatement<CouponSettlement> RELEASE = ReleaseCoupons.reserved();

    /** Gives a use back that a sale made which was undone, confirmed or not. Never refuses; repeats are harmless. */
    public static final BatchStatement<CouponSettlement> GIVE_BACK = ReleaseCoupons.used();

    private CouponRedemptions() {}
}
