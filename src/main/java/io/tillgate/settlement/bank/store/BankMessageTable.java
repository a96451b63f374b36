package io.tillgate.settlement.bank.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.settlement.BankMessageBox.Filter;
import io.tillgate.settlement.BankMessageView;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code bank_message}. */
public final class BankMessageTable {
    /** One message of a tenant at a time: what one booked, the next one sees. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('bank_message/' || $1, 0))";

    private static final String BEFORE = "select fingerprint, answer from bank_message"
            + " where tenant_id = $1 and kind = $2 and message_id = $3 and state = 'taken'";
    private static final String INSERT = """
            insert into bank_message (tenant_id, id, kind, state, message, message_id, fingerprint, answer, breaks, content,
                   received_by, received_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";
    private static final String FAILED = INSERT + """
             on conflict (tenant_id, kind, message_id) where state = 'failed' do update set
               fingerprint = excluded.fingerprint, content = excluded.content, received_by = excluded.received_by,
               received_at = excluded.received_at""";
    private static final String SELECT = "select id, kind, state, message, message_id, breaks, answer, received_by,"
            + " received_at from bank_message where tenant_id = $1";
    private static final String PAGE =
            SELECT + " and ($2::text is null or kind = $2) and ($3::text is null or state = $3)"
                    + " and (not $4 or breaks > 0)"
                    + " and ($5::text is null or message_id = $5 or id in (select e.message_id from bank_entry e"
                    + " where e.tenant_id = $1 and (e.end_to_end_id = $5 or e.reference = $5)))"
                    + " and ($6::uuid is null or id < $6) order by id desc limit $7";
    private static final String FIND = SELECT + " and id = $2";
    private static final String CONTENT = "select content from bank_message where tenant_id = $1 and id = $2";

    private BankMessageTable() {}

    /** What was answered before, and to which content. */
    public record Before(byte[] fingerprint, JsonObject answer) {}

    /** A row to be. */
    public record NewMessage(
            UUID id,
            String kind,
            String state,
            @Nullable String message,
            @Nullable String messageId,
            byte @Nullable [] fingerprint,
            JsonObject answer,
            int breaks,
            byte @Nullable [] content,
            String receivedBy,
            OffsetDateTime receivedAt) {}

    public static Uni<Void> lock(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(tenant.value().toString()))
                .replaceWithVoid();
    }

    public static Uni<Optional<Before>> before(
            SqlConnection connection, TenantId tenant, String kind, String messageId) {
        return connection
                .preparedQuery(BEFORE)
                .execute(Tuple.of(tenant.value(), kind, messageId))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    if (!found.hasNext()) {
                        return Optional.empty();
                    }
                    Row row = found.next();
                    return Optional.of(
                            new Before(row.getBuffer("fingerprint").getBytes(), row.get(JsonObject.class, "answer")));
                });
    }

    public static Uni<Void> insert(SqlConnection connection, TenantId tenant, NewMessage message) {
        return insert(connection, INSERT, tenant, message);
    }

    /** One row however often it is sent. */
    public static Uni<Void> failed(SqlConnection connection, TenantId tenant, NewMessage message) {
        return insert(connection, FAILED, tenant, message);
    }

    private static Uni<Void> insert(SqlConnection connection, String sql, TenantId tenant, NewMessage message) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.tuple(Arrays.asList(
                        tenant.value(),
                        message.id(),
                        message.kind(),
                        message.state(),
                        message.message(),
                        message.messageId(),
                        buffer(message.fingerprint()),
                        message.answer(),
                        message.breaks(),
                        buffer(message.content()),
                        message.receivedBy(),
                        message.receivedAt())))
                .replaceWithVoid();
    }

    public static Uni<Page<BankMessageView>> page(
            SqlConnection connection, TenantId tenant, Filter filter, PageRequest page) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.tuple(Arrays.asList(
                        tenant.value(),
                        filter.kind(),
                        filter.state(),
                        filter.differences(),
                        filter.text(),
                        page.afterId(),
                        page.limit() + 1)))
                .map(rows -> {
                    List<BankMessageView> messages = new ArrayList<>();
                    rows.forEach(row -> messages.add(view(row)));
                    return Page.of(messages, page, message -> message.id().toString());
                });
    }

    public static Uni<Optional<BankMessageView>> find(SqlConnection connection, TenantId tenant, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(tenant.value(), id))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext() ? Optional.of(view(found.next())) : Optional.empty();
                });
    }

    /** The XML as it came; nothing for a message that was refused. */
    public static Uni<Optional<byte[]>> content(SqlConnection connection, TenantId tenant, UUID id) {
        return connection
                .preparedQuery(CONTENT)
                .execute(Tuple.of(tenant.value(), id))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext()
                            ? Optional.ofNullable(found.next().getBuffer("content"))
                                    .map(Buffer::getBytes)
                            : Optional.empty();
                });
    }

    private static io.vertx.core.buffer.@Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : io.vertx.core.buffer.Buffer.buffer(bytes);
    }

    private static BankMessageView view(Row row) {
        return new BankMessageView(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("message"),
                row.getString("message_id"),
                row.getInteger("breaks"),
                row.get(JsonObject.class, "answer").getMap(),
                row.getString("received_by"),
                row.get(OffsetDateTime.class, "received_at").toInstant());
    }
}
