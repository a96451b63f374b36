package io.tillgate.risk.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.risk.Review;
import io.tillgate.risk.Review.Status;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code risk_review} with the decision that opened them. */
public final class ReviewTable {
    private static final String SELECT = """
            select r.id, r.status, d.score, d.reason, d.merchant_id, d.terminal_id, d.facts, d.counters, d.listed, d.fired,
                   r.opened_at, r.decided_at, r.decided_by, r.note, r.version
              from risk_review r
              join risk_decision d on d.tenant_id = r.tenant_id and d.business_date = r.business_date and d.id = r.id
             where r.tenant_id = $1""";
    private static final String PAGE =
            SELECT + " and r.status = $2 and ($3::uuid is null or r.id > $3) order by r.id limit $4";
    private static final String FIND = SELECT + " and r.id = $2";
    private static final String CLOSE =
            "update risk_review set status = $3, decided_at = now(), decided_by = $4, note = $5,"
                    + " version = version + 1 where tenant_id = $1 and id = $2 and status = 'open'";

    private ReviewTable() {}

    /** Who closes a review, and how. */
    public record Closing(
            TenantId tenant,
            UUID id,
            Status outcome,
            String by,
            @Nullable String note) {}

    public static Uni<Page<Review>> page(SqlConnection connection, TenantId tenant, Status status, PageRequest page) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(tenant.value(), status.code(), page.afterId(), page.limit() + 1))
                .map(rows -> {
                    List<Review> reviews = new ArrayList<>();
                    rows.forEach(row -> reviews.add(review(row)));
                    return Page.of(reviews, page, review -> review.id().toString());
                });
    }

    public static Uni<Optional<Review>> find(SqlConnection connection, TenantId tenant, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(tenant.value(), id))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext() ? Optional.of(review(found.next())) : Optional.empty();
                });
    }

    /** Whether it was open and is closed now. */
    public static Uni<Boolean> close(SqlConnection connection, Closing closing) {
        return connection
                .preparedQuery(CLOSE)
                .execute(Tuple.tuple(Arrays.asList(
                        closing.tenant.value(), closing.id, closing.outcome.code(), closing.by, closing.note)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Review review(Row row) {
        OffsetDateTime decided = row.get(OffsetDateTime.class, "decided_at");
        return new Review(
                row.getUUID("id"),
                new PaymentId(row.getUUID("id")),
                Status.ofCode(row.getString("status")),
                row.getInteger("score"),
                row.getString("reason"),
                new MerchantId(row.getUUID("merchant_id")),
                new TerminalId(row.getUUID("terminal_id")),
                evidence(row),
                row.get(OffsetDateTime.class, "opened_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by"),
                row.getString("note"),
                row.getInteger("version"));
    }

    private static Map<String, Object> evidence(Row row) {
        return Map.of(
                "facts", row.get(JsonObject.class, "facts").getMap(),
                "counters", row.get(JsonObject.class, "counters").getMap(),
                "listed", row.get(JsonObject.class, "listed").getMap(),
                "fired", row.get(JsonArray.class, "fired").getList());
    }
}
