package io.tillgate.sales;

import io.smallrye.mutiny.Uni;
import io.tillgate.sales.store.BasketReads;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sales with their lines, many at a time, in the caller's transaction and scope. */
public final class SoldBaskets {
    private SoldBaskets() {}

    public static Uni<List<SoldBasket>> of(SqlConnection connection, TenantId tenant, Collection<SaleId> ids) {
        return BasketReads.of(connection, tenant, ids);
    }

    /** Those of one business date, by id, after this one; at most so many. */
    public static Uni<List<SoldBasket>> ofDate(
            SqlConnection connection, TenantId tenant, LocalDate date, @Nullable SaleId after, int limit) {
        return BasketReads.ofDate(connection, tenant, date, after, limit);
    }
}
