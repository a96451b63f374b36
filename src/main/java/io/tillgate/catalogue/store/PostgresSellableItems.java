package io.tillgate.catalogue.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CouponTerms;
import io.tillgate.catalogue.Discount;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.ProductNames;
import io.tillgate.catalogue.SellableItem;
import io.tillgate.catalogue.SellableItem.CurrentPrice;
import io.tillgate.catalogue.UnitOfSale;
import io.tillgate.catalogue.domain.PriceTimeline;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.StoreId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the sale path reads: products with their prices, and coupons; one statement each. */
public final class PostgresSellableItems {
    // three entries of the merchant and three of the store tell the price in force and the one before it
    private static final String LOOKUP = """
            select p.id as product_id, p.sku, p.name_en, p.name_zh, p.unit, p.tax_rate, p.active,
                   e.id as price_id, e.store_id, e.value, e.currency, e.valid_from
            from product p left join lateral (
                (select * from price where tenant_id = p.tenant_id and product_id = p.id and store_id is null
                   and valid_from <= $5 and withdrawn_at is null order by valid_from desc, id desc limit 3)
                union all
                (select * from price where tenant_id = p.tenant_id and product_id = p.id and store_id = $3
                   and valid_from <= $5 and withdrawn_at is null order by valid_from desc, id desc limit 3)) e on true
            where p.tenant_id = $1 and p.merchant_id = $2 and p.sku = any($4::text[]) and p.deleted_at is null
            """;
    private static final String COUPONS = """
            select id, code, basis_points, value, currency, valid_from, valid_to, basket_min, active
            from coupon where tenant_id = $1 and merchant_id = $2 and code = any($3::text[]) and deleted_at is null
            """;

    private PostgresSellableItems() {}

    /** Skus that are not found are absent. */
    public static Uni<Map<String, SellableItem>> lookup(
            SqlConnection connection, Owner owner, StoreId store, Wanted wanted) {
        Tuple parameters = Tuple.of(
                owner.tenant().value(),
                owner.merchant().value(),
                store.value(),
                wanted.names().toArray(String[]::new),
                wanted.now().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(LOOKUP).execute(parameters).map(rows -> {
            Map<String, List<Row>> bySku = new LinkedHashMap<>();
            rows.forEach(row -> bySku.computeIfAbsent(row.getString("sku"), sku -> new ArrayList<>())
                    .add(row));
            Map<String, SellableItem> found = new LinkedHashMap<>();
            bySku.forEach((sku, entries) -> found.put(sku, item(entries, wanted.now())));
            return found;
        });
    }

    /** Skus or coupon codes, and the instant whose prices count. */
    public record Wanted(Set<String> names, Instant now) {}

    public static Uni<Map<String, CouponTerms>> coupons(SqlConnection connection, Owner owner, Set<String> codes) {
        Tuple parameters = Tuple.of(owner.tenant().value(), owner.merchant().value(), codes.toArray(String[]::new));
        return connection.preparedQuery(COUPONS).execute(parameters).map(rows -> {
            Map<String, CouponTerms> found = new LinkedHashMap<>();
            rows.forEach(row -> found.put(row.getString("code"), terms(row)));
            return found;
        });
    }

    private static SellableItem item(List<Row> rows, Instant now) {
        Row row = rows.getFirst();
        List<PriceTimeline.Entry> entries = rows.stream()
                .filter(entry -> entry.getUUID("price_id") != null)
                .map(PostgresSellableItems::entry)
                .toList();
        CurrentPrice price = new PriceTimeline(entries)
                .at(now)
                .map(force -> new CurrentPrice(force.price(), force.since(), force.before()))
                .orElse(null);
        return new SellableItem(
                new ProductId(row.getUUID("product_id")),
                row.getString("sku"),
                new ProductNames(row.getString("name_en"), row.getString("name_zh")),
                UnitOfSale.ofWord(row.getString("unit")).orElseThrow(),
                row.getString("tax_rate"),
                row.getBoolean("active"),
                price);
    }

    private static PriceTimeline.Entry entry(Row row) {
        Long value = row.getLong("value");
        return new PriceTimeline.Entry(
                row.getUUID("price_id"),
                row.getUUID("store_id") != null,
                value == null ? null : Money.of(value, row.getString("currency")),
                row.getOffsetDateTime("valid_from").toInstant());
    }

    private static CouponTerms terms(Row row) {
        return new CouponTerms(
                row.getUUID("id"),
                row.getString("code"),
                discount(row.getInteger("basis_points"), row.getLong("value")),
                Currency.getInstance(row.getString("currency")),
                row.getOffsetDateTime("valid_from").toInstant(),
                instant(row.getOffsetDateTime("valid_to")),
                row.getLong("basket_min"),
                row.getBoolean("active"));
    }

    static Discount discount(@Nullable Integer basisPoints, @Nullable Long value) {
        if (basisPoints != null) {
            return new Discount.Percent(basisPoints);
        }
        if (value == null) {
            throw new IllegalStateException("a discount without share and without amount");
        }
        return new Discount.Amount(value);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
