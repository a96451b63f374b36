package io.tillgate.catalogue.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.StockMovement;
import io.tillgate.catalogue.StockMovement.Cause;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Books stock movements: the movement once, then the sum for each balance in the order of its key, then the stock
 * document of each store. The rows locked are balances by (tenant, store, product), then counters by key: see
 * {@link PostgresDocumentStore}.
 */
public final class ApplyStock implements BatchStatement<StockMovement> {
    /** Told when a store's stock moved and nobody has told its terminals yet; payload {@code merchant}, {@code store}. */
    public static final String STOCK_MOVED = "catalogue.stock-moved";

    private static final String APPLY = """
            with row as (
                select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::uuid[], $7::int[],
                    $8::text[], $9::date[], $10::text[], $11::timestamptz[]) as r(tenant_id, merchant_id, store_id, product_id, thousandths,
                    source_id, line, reason, business_date, note, recorded_at)),
            moved as (
                insert into stock_movement (tenant_id, merchant_id, store_id, product_id, thousandths, source_id, line,
                    reason, business_date, note, recorded_at)
                select * from row order by tenant_id, business_date, source_id, line
                on conflict (tenant_id, business_date, source_id, line) do nothing
                returning tenant_id, merchant_id, store_id, product_id, thousandths, reason, recorded_at),
            summed as (
                select tenant_id, merchant_id, store_id, product_id, sum(thousandths)::bigint as thousandths,
                    max(recorded_at) filter (where reason = 'count') as counted_at
                from moved group by tenant_id, merchant_id, store_id, product_id),
            balanced as (
                insert into stock_balance as b (tenant_id, merchant_id, store_id, product_id, thousandths, counted_at)
                select tenant_id, merchant_id, store_id, product_id, thousandths, counted_at from summed
                order by tenant_id, store_id, product_id
                on conflict (tenant_id, store_id, product_id) do update
                    set thousandths = b.thousandths + excluded.thousandths,
                        counted_at = coalesce(excluded.counted_at, b.counted_at)
                returning tenant_id, merchant_id, store_id, product_id, thousandths),
            counted as (
                insert into document_counter as c (tenant_id, merchant_id, kind, store_id, version, announced)
                select distinct tenant_id, merchant_id, 'stock', store_id, 1, 0 from balanced
                order by tenant_id, merchant_id, store_id
                on conflict (tenant_id, merchant_id, kind, store_id) do update set version = c.version + 1
                returning tenant_id, merchant_id, store_id, version, announced),
            itemised as (
                insert into document_item (tenant_id, merchant_id, kind, item_key, store_id, version, body)
                select b.tenant_id, b.merchant_id, 'stock', p.sku, b.store_id, c.version,
                    '{"quantity":"' || trim_scale(b.thousandths::numeric / 1000) || '","sku":"' || p.sku || '"}'
                from balanced b
                join counted c on c.tenant_id = b.tenant_id and c.merchant_id = b.merchant_id and c.store_id = b.store_id
                join product p on p.tenant_id = b.tenant_id and p.id = b.product_id and p.deleted_at is null
                order by b.tenant_id, b.merchant_id, b.store_id, p.sku
                on conflict (tenant_id, merchant_id, kind, item_key, store_id)
                do update set version = excluded.version, body = excluded.body)
            select tenant_id, merchant_id, store_id from counted where announced = version - 1
            """;

    private final Ids ids = new Ids();

    @Override
    public String name() {
        return "stock-apply";
    }

    @Override
    public int order() {
        return 3_040;
    }

    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<StockMovement> rows) {
        return connection.preparedQuery(APPLY).execute(columns(rows)).chain(stores -> {
            List<OutboxEvent> events = stores.stream().map(this::event).toList();
            return events.isEmpty() ? Uni.createFrom().item(Set.of()) : Outbox.STATEMENT.write(connection, events);
        });
    }

    /** One event until someone announces the version: a busy store does not flood its terminals. */
    private OutboxEvent event(Row row) {
        JsonObject payload = new JsonObject()
                .put("merchant", row.getUUID("merchant_id").toString())
                .put("store", row.getUUID("store_id").toString());
        String key = "stock:" + row.getUUID("store_id");
        return new OutboxEvent(new TenantId(row.getUUID("tenant_id")), ids.next(), STOCK_MOVED, key, payload);
    }

    private static Tuple columns(List<StockMovement> rows) {
        List<Cause> causes = rows.stream().map(StockMovement::cause).toList();
        return Tuple.tuple()
                .addValue(uuids(rows, row -> row.tenant().value()))
                .addValue(uuids(rows, row -> row.merchant().value()))
                .addValue(uuids(rows, row -> row.store().value()))
                .addValue(uuids(rows, row -> row.product().value()))
                .addValue(rows.stream().map(StockMovement::thousandths).toArray(Long[]::new))
                .addValue(causes.stream().map(Cause::source).toArray(UUID[]::new))
                .addValue(causes.stream().map(Cause::line).toArray(Integer[]::new))
                .addValue(causes.stream().map(cause -> cause.reason().word()).toArray(String[]::new))
                .addValue(causes.stream().map(Cause::businessDate).toArray(LocalDate[]::new))
                .addValue(causes.stream().map(Cause::note).toArray(String[]::new))
                .addValue(causes.stream()
                        .map(cause -> cause.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private static UUID[] uuids(List<StockMovement> rows, Function<StockMovement, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }
}
