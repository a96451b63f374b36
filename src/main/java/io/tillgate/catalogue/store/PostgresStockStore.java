package io.tillgate.catalogue.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.ProductNames;
import io.tillgate.catalogue.QuantityText;
import io.tillgate.catalogue.StockBalance;
import io.tillgate.catalogue.StockEntry;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.StoreId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads stock, and locks what a count compares with. Writing is {@link ApplyStock}'s. */
@ApplicationScoped
public class PostgresStockStore {
    // a balance that does not exist yet has to exist to be locked
    private static final String OPEN = """
            insert into stock_balance (tenant_id, merchant_id, store_id, product_id, thousandths)
            select tenant_id, merchant_id, $3, id, 0 from product
            where tenant_id = $1 and merchant_id = $2 and sku = any($4::text[]) and deleted_at is null
            order by tenant_id, id
            on conflict (tenant_id, store_id, product_id) do nothing
            """;
    private static final String LOCK = """
            select p.sku, p.id, p.unit, b.thousandths from stock_balance b
            join product p on p.tenant_id = b.tenant_id and p.id = b.product_id
            where b.tenant_id = $1 and b.merchant_id = $2 and b.store_id = $3
              and p.sku = any($4::text[]) and p.deleted_at is null
            order by b.tenant_id, b.store_id, b.product_id for update of b
            """;
    private static final String BALANCES = """
            select b.store_id, p.sku, p.name_en, p.name_zh, b.thousandths, b.counted_at
            from stock_balance b join product p on p.tenant_id = b.tenant_id and p.id = b.product_id
            where b.tenant_id = $1 and b.merchant_id = $2 and b.store_id = $3 and p.deleted_at is null
              and p.sku > $4 and (not $5 or b.thousandths < 0)
            order by p.sku limit $6
            """;
    private static final String BALANCES_OF = """
            select b.store_id, p.sku, p.name_en, p.name_zh, b.thousandths, b.counted_at
            from stock_balance b join product p on p.tenant_id = b.tenant_id and p.id = b.product_id
            where b.tenant_id = $1 and b.merchant_id = $2 and b.store_id = $3 and p.deleted_at is null
              and p.sku = any($4::text[])
            """;
    private static final String MOVEMENTS = """
            select m.id, m.business_date, m.store_id, p.sku, m.thousandths, m.reason, m.source_id, m.line, m.note,
                m.recorded_at
            from stock_movement m join product p on p.tenant_id = m.tenant_id and p.id = m.product_id
            where m.tenant_id = $1 and m.merchant_id = $2 and m.store_id = $3 and ($4::text is null or p.sku = $4)
              and ($5::date is null or (m.business_date, m.id) < ($5, $6))
            order by m.business_date desc, m.id desc limit $7
            """;

    /** Balances of products by sku, locked until the transaction ends; unknown skus are absent. */
    public Uni<Map<String, Held>> lock(SqlConnection connection, Owner owner, StoreId store, List<String> skus) {
        Tuple parameters = key(owner, store).addValue(skus.toArray(String[]::new));
        return connection
                .preparedQuery(OPEN)
                .execute(parameters)
                .chain(() -> connection.preparedQuery(LOCK).execute(parameters))
                .map(rows -> {
                    Map<String, Held> held = new LinkedHashMap<>();
                    rows.forEach(row -> held.put(
                            row.getString("sku"),
                            new Held(
                                    new ProductId(row.getUUID("id")),
                                    row.getString("unit"),
                                    row.getLong("thousandths"))));
                    return held;
                });
    }

    /** A product and what the books say of it. */
    public record Held(ProductId product, String unit, long thousandths) {}

    /** Balances of one store in the order of skus, one more than the limit when there are more. */
    public Uni<List<StockBalance>> balances(SqlConnection connection, Owner owner, StoreId store, BalanceQuery query) {
        Tuple parameters = key(owner, store)
                .addValue(query.after() == null ? "" : query.after())
                .addValue(query.varianceOnly())
                .addValue(query.limit() + 1);
        return connection.preparedQuery(BALANCES).execute(parameters).map(rows -> {
            List<StockBalance> found = new ArrayList<>();
            rows.forEach(row -> found.add(balance(row)));
            return found;
        });
    }

    /** Of these articles; one that was never counted, sold or delivered there is absent. */
    public Uni<Map<String, StockBalance>> balances(
            SqlConnection connection, Owner owner, StoreId store, Set<String> skus) {
        Tuple parameters = key(owner, store).addValue(skus.toArray(String[]::new));
        return connection.preparedQuery(BALANCES_OF).execute(parameters).map(rows -> {
            Map<String, StockBalance> found = new HashMap<>();
            rows.forEach(row -> found.put(row.getString("sku"), balance(row)));
            return found;
        });
    }

    public record BalanceQuery(
            boolean varianceOnly, int limit, @Nullable String after) {}

    /** Movements of one store, newest first, one more than the limit when there are more. */
    public Uni<List<StockEntry>> movements(SqlConnection connection, Owner owner, StoreId store, MovementQuery query) {
        Tuple parameters = key(owner, store)
                .addValue(query.sku())
                .addValue(query.beforeDate())
                .addValue(query.beforeId())
                .addValue(query.limit() + 1);
        return connection.preparedQuery(MOVEMENTS).execute(parameters).map(rows -> {
            List<StockEntry> found = new ArrayList<>();
            rows.forEach(row -> found.add(entry(row)));
            return found;
        });
    }

    public record MovementQuery(
            @Nullable String sku,
            int limit,
            @Nullable LocalDate beforeDate,
            @Nullable UUID beforeId) {}

    private static Tuple key(Owner owner, StoreId store) {
        return Tuple.tuple()
                .addValue(owner.tenant().value())
                .addValue(owner.merchant().value())
                .addValue(store.value());
    }

    private static StockBalance balance(Row row) {
        long thousandths = row.getLong("thousandths");
        OffsetDateTime counted = row.getOffsetDateTime("counted_at");
        return new StockBalance(
                new StoreId(row.getUUID("store_id")),
                row.getString("sku"),
                new ProductNames(row.getString("name_en"), row.getString("name_zh")),
                QuantityText.text(thousandths),
                thousandths < 0,
                counted == null ? null : counted.toInstant());
    }

    private static StockEntry entry(Row row) {
        return new StockEntry(
                row.getUUID("id"),
                row.getLocalDate("business_date"),
                new StoreId(row.getUUID("store_id")),
                row.getString("sku"),
                QuantityText.text(row.getLong("thousandths")),
                row.getString("reason"),
                row.getUUID("source_id"),
                row.getInteger("line"),
                row.getString("note"),
                row.getOffsetDateTime("recorded_at").toInstant());
    }
}
