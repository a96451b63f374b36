package io.tillgate.launcher.replay;

import io.tillgate.launcher.replay.Retail.Basket;
import java.time.Instant;

/** Something that a shop does at a moment of business time. */
sealed interface Happening {
    Instant at();

    String invoice();

    /** From 0 to 5; a merchant with fewer tills counts around. */
    int till();

    String aisle();

    /**
     * A basket is paid.
     *
     * @param response what the card's issuer shall say other than yes; empty for its own mind
     */
    record Sold(Instant at, Basket basket, int till, Means means, String response, boolean coupon)
            implements Happening {
        @Override
        public String invoice() {
            return basket.invoice();
        }

        @Override
        public String aisle() {
            return basket.aisle();
        }
    }

    /**
     * A sale is undone.
     *
     * @param sold whose sale it was
     * @param whole false for the first line alone, whose goods come back
     * @param voided instead of refunded
     */
    record Undone(Instant at, Sold sold, boolean whole, boolean voided) implements Happening {
        @Override
        public String invoice() {
            return sold.invoice();
        }

        @Override
        public int till() {
            return sold.till();
        }

        @Override
        public String aisle() {
            return sold.aisle();
        }
    }

    /** How a customer pays. */
    enum Means {
        CASH,
        CHIP,
        CONTACTLESS,
        /** The number typed in by hand: somebody has to look at it. */
        TYPED,
        /** A card of a blocked range, which risk refuses. */
        BLOCKED
    }
}
