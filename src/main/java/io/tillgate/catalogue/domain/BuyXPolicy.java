package io.tillgate.catalogue.domain;

/** Of every {@code buy} pieces only {@code pay} are paid. */
public record BuyXPolicy(int buy, int pay) {
    public BuyXPolicy {
        if (buy < 2 || pay < 1 || pay >= buy) {
            throw new IllegalArgumentException("buy at least 2, pay at least 1 and fewer than are bought");
        }
    }

    /** Minor units off a line of this many whole pieces; started bundles give nothing. */
    public long off(long pieces, long unitPrice) {
        return Math.multiplyExact(Math.multiplyExact(pieces / buy, (long) buy - pay), unitPrice);
    }
}
