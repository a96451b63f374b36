package io.tillgate.catalogue.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.StockBalance;
import io.tillgate.catalogue.StockEntry;
import io.tillgate.catalogue.store.PostgresStockStore;
import io.tillgate.catalogue.store.PostgresStockStore.BalanceQuery;
import io.tillgate.catalogue.store.PostgresStockStore.MovementQuery;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at stock. Lists answer one more than the limit when there are more. */
@ApplicationScoped
public class ReadingStock {
    private final TenantTransaction transaction;
    private final PostgresStockStore stock;

    ReadingStock(TenantTransaction transaction, PostgresStockStore stock) {
        this.transaction = transaction;
        this.stock = stock;
    }

    public Uni<List<StockBalance>> balances(Owner owner, StoreId store, BalanceQuery query) {
        return transaction.sql(owner.scope(), sql -> stock.balances(sql, owner, store, query));
    }

    public Uni<Map<String, StockBalance>> balances(Owner owner, StoreId store, Set<String> skus) {
        return transaction.sql(owner.scope(), sql -> stock.balances(sql, owner, store, skus));
    }

    public Uni<List<StockEntry>> movements(Owner owner, StoreId store, MovementQuery query) {
        return transaction.sql(owner.scope(), sql -> stock.movements(sql, owner, store, query));
    }
}
