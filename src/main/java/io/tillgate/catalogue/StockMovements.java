package io.tillgate.catalogue;

import io.tillgate.catalogue.store.ApplyStock;
import io.tillgate.platform.persistence.BatchStatement;

/** Stock on the sale path. */
public final class StockMovements {
    /**
     * Books movements and balances, and gives the store's stock document its next version. Exactly once for each
     * (source, line); never refuses, a balance may go negative.
     */
    public static final BatchStatement<StockMovement> APPLY = new ApplyStock();

    private StockMovements() {}
}
