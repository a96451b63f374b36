package io.tillgate.catalogue.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.DocumentPage;
import io.tillgate.catalogue.DocumentVersion;
import io.tillgate.platform.http.Cursor;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.StoreId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Versioned documents and their change feed.
 *
 * <p>Why no reader misses a change: a writer takes the next version by updating the counter's row, and holds that row's
 * lock until it commits. Whoever writes next waits for it, so versions become visible in their order and without gaps: a
 * reader that sees version n sees everything up to n. A reader takes the version and the items of a page in one
 * statement, that is in one snapshot, and walks up to that version only; an item that moves beyond it meanwhile comes
 * with the next walk, which starts at the version that this one led to.
 *
 * <p>Lock order of everyone: rows of the thing itself, by key, then counters, by key. Nothing is locked after a counter.
 */
@ApplicationScoped
public class PostgresDocumentStore {
    /** Stands for all stores of a merchant. */
    public static final StoreId ALL_STORES = new StoreId(new UUID(0, 0));

    private static final String PUT = """
            with counted as (
                insert into document_counter as c (tenant_id, merchant_id, kind, store_id, version, announced)
                values ($1, $2, $3, $4, 1, 1)
                on conflict (tenant_id, merchant_id, kind, store_id)
                do update set version = c.version + 1, announced = c.version + 1
                returning version),
            written as (
                insert into document_item (tenant_id, merchant_id, kind, item_key, store_id, version, body)
                select $1, $2, $3, i.item_key, i.store_id, counted.version, i.body
                from counted, unnest($5::text[], $6::uuid[], $7::text[]) as i(item_key, store_id, body)
                order by i.item_key, i.store_id
                on conflict (tenant_id, merchant_id, kind, item_key, store_id)
                do update set version = excluded.version, body = excluded.body)
            select version from counted
            """;
    private static final String PAGE = """
            with target as (
                select coalesce($6::bigint, (select version from document_counter
                    where tenant_id = $1 and merchant_id = $2 and kind = $3 and store_id = $5), 0) as version),
            start as (select case when $7::bigint > version then 0 else $7::bigint end as since from target),
            changed as (
                select item_key, max(i.version) as version
                from document_item i, target, start
                where tenant_id = $1 and merchant_id = $2 and kind = $3
                  and store_id in ($4, '00000000-0000-0000-0000-000000000000')
                  and i.version > start.since and i.version >= $8::bigint and i.version <= target.version
                group by item_key),
            page as (
                select * from changed where (version, item_key) > ($8::bigint, $9::text)
                order by version, item_key limit $10)
            select target.version as target, page.version, page.item_key, live.body
            from target left join page on true left join lateral (
                select body from document_item i
                where i.tenant_id = $1 and i.merchant_id = $2 and i.kind = $3 and i.item_key = page.item_key
                  and i.store_id in ($4, '00000000-0000-0000-0000-000000000000') and i.body is not null
                order by i.store_id = $4 desc limit 1) live on true
            order by page.version, page.item_key
            """;
    private static final String VERSION = """
            with live as (
                select distinct on (item_key) item_key, body from document_item
                where tenant_id = $1 and merchant_id = $2 and kind = $3
                  and store_id in ($4, '00000000-0000-0000-0000-000000000000') and body is not null
                order by item_key, store_id = $4 desc)
            select coalesce((select version from document_counter
                       where tenant_id = $1 and merchant_id = $2 and kind = $3 and store_id = $5), 0) as version,
                   encode(sha256(convert_to(coalesce(string_agg(body || chr(10), '' order by item_key), ''), 'UTF8')),
                       'hex') as hash,
                   count(*) as size
            from live
            """;

    private final ObjectMapper json;

    PostgresDocumentStore(ObjectMapper json) {
        this.json = json;
    }

    /** Writes items and answers the document's new version. All items of one call share it. */
    public Uni<Long> put(Records records, DocumentKey document, List<DocumentItem> items) {
        return records.select(
                        PUT,
                        document.owner().tenant().value(),
                        document.owner().merchant().value(),
                        document.kind().word(),
                        document.counterStore().value(),
                        items.stream().map(DocumentItem::key).toArray(String[]::new),
                        items.stream().map(item -> item.store().value()).toArray(UUID[]::new),
                        items.stream().map(DocumentItem::body).toArray(String[]::new))
                .map(rows -> ((Number) rows.getFirst()[0]).longValue());
    }

    /** One page of what changed after {@code since} for the document's store. */
    public Uni<DocumentPage> page(SqlConnection connection, DocumentKey document, Walk walk) {
        Place place = Place.of(walk.cursor());
        Tuple parameters = key(document)
                .addValue(place.target())
                .addValue(walk.since())
                .addValue(place.version())
                .addValue(place.itemKey())
                .addValue(walk.limit() + 1);
        return connection.preparedQuery(PAGE).execute(parameters).map(rows -> toPage(document.kind(), walk, rows));
    }

    public Uni<DocumentVersion> version(SqlConnection connection, DocumentKey document) {
        return connection
                .preparedQuery(VERSION)
                .execute(key(document))
                .map(rows -> rows.iterator().next())
                .map(row -> new DocumentVersion(
                        document.kind(), row.getLong("version"), row.getString("hash"), row.getLong("size")));
    }

    /**
     * A walk through what changed.
     *
     * @param since the version the reader holds, 0 for none; one that was never given out starts from nothing
     */
    public record Walk(long since, @Nullable String cursor, int limit) {}

    private static Tuple key(DocumentKey document) {
        return Tuple.tuple()
                .addValue(document.owner().tenant().value())
                .addValue(document.owner().merchant().value())
                .addValue(document.kind().word())
                .addValue(document.store().value())
                .addValue(document.counterStore().value());
    }

    private DocumentPage toPage(DocumentKind kind, Walk walk, RowSet<Row> rows) {
        List<JsonNode> items = new ArrayList<>();
        long target = 0;
        Place last = null;
        int seen = 0;
        for (Row row : rows) {
            target = row.getLong("target");
            String key = row.getString("item_key");
            if (key == null) {
                continue;
            }
            if (++seen > walk.limit()) {
                return new DocumentPage(kind, target, items, last == null ? null : last.cursor());
            }
            last = new Place(target, row.getLong("version"), key);
            String body = row.getString("body");
            if (body != null || walk.since() > 0) {
                items.add(body == null ? tombstone(kind, key) : parsed(body));
            }
        }
        return new DocumentPage(kind, target, items, null);
    }

    private JsonNode tombstone(DocumentKind kind, String key) {
        return json.createObjectNode().put(DocumentItem.keyName(kind), key).put("deleted", true);
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a stored document item is not JSON", impossible);
        }
    }

    /** Where a walk stands: the version it leads to, and the last item given out. */
    private record Place(@Nullable Long target, long version, String itemKey) {
        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(null, 0, "");
            }
            List<String> parts = List.of(Cursor.decode(cursor).split(":", 3));
            try {
                return new Place(Long.valueOf(parts.get(0)), Long.parseLong(parts.get(1)), parts.get(2));
            } catch (NumberFormatException | IndexOutOfBoundsException notOurs) {
                throw Cursor.foreign();
            }
        }

        String cursor() {
            return Cursor.encode(target + ":" + version + ":" + itemKey);
        }
    }
}
