package io.tillgate.settlement.store;

/** What one operation takes at most. */
public final class SettlementBounds {
    /** Payouts in one file, hence in one release. */
    public static final int FILE_MAX = 10_000;

    private SettlementBounds() {}
}
