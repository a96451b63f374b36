package io.tillgate.risk.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.risk.ListEntry;
import io.tillgate.risk.NewListEntry;
import io.tillgate.risk.RiskProblem;
import io.tillgate.risk.domain.BuiltInList;
import io.tillgate.risk.domain.Fact;
import io.tillgate.risk.domain.Subject;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code risk_list_entry}. Decisions look values up by hash; people see the value unless it is a card's token. */
public final class ListTable {
    static final int ENTRIES_MAX = 10_000;

    private static final String COLUMNS = " id, list, shown, note, added_by, added_at, expires_at ";
    private static final String PAGE = "select" + COLUMNS + "from risk_list_entry"
            + " where tenant_id = $1 and list = $2 and ($3::uuid is null or id > $3) order by id limit $4";
    private static final String ADD = "insert into risk_list_entry"
            + " (tenant_id, id, list, value_hash, shown, note, added_by, expires_at)"
            + " select $1::uuid, $2::uuid, $3::text, $4::uuid, $5::text, $6::text, $7::text, $8::timestamptz"
            + " where (select count(*) from risk_list_entry where tenant_id = $1 and list = $3) < " + ENTRIES_MAX
            + " on conflict (tenant_id, value_hash, list) do update"
            + " set note = excluded.note, added_by = excluded.added_by, expires_at = excluded.expires_at"
            + " returning" + COLUMNS;
    private static final String ONE = "from risk_list_entry where tenant_id = $1 and list = $2 and id = $3";
    private static final String FIND = "select" + COLUMNS + ONE;
    private static final String REMOVE = "delete " + ONE + " returning" + COLUMNS;

    private ListTable() {}

    /** A value on its way onto a list. */
    public record Row(UUID id, TenantId tenant, String list, NewListEntry added, String by) {}

    public static Uni<Page<ListEntry>> page(SqlConnection connection, TenantId tenant, String list, PageRequest page) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(tenant.value(), list, page.afterId(), page.limit() + 1))
                .map(rows -> {
                    List<ListEntry> entries = new ArrayList<>();
                    rows.forEach(row -> entries.add(entry(row)));
                    return Page.of(entries, page, entry -> entry.id().toString());
                });
    }

    public static Uni<ListEntry> add(SqlConnection connection, Row row) {
        Instant expires = row.added.expiresAt();
        Tuple parameters = Tuple.tuple(Arrays.asList(
                row.tenant.value(),
                row.id,
                row.list,
                Subject.hash(row.tenant, row.added.value()),
                isOfCards(row.list) ? null : row.added.value(),
                row.added.note(),
                row.by,
                expires == null ? null : expires.atOffset(ZoneOffset.UTC)));
        return connection.preparedQuery(ADD).execute(parameters).map(rows -> {
            if (rows.size() == 0) {
                throw new Refusal(RiskProblem.LIST_FULL, "a list takes at most " + ENTRIES_MAX + " values");
            }
            return entry(rows.iterator().next());
        });
    }

    /** The removed entry, if it was on the list. */
    public static Uni<Optional<ListEntry>> find(SqlConnection connection, TenantId tenant, String list, UUID id) {
        return one(connection, FIND, Tuple.of(tenant.value(), list, id));
    }

    public static Uni<Optional<ListEntry>> remove(SqlConnection connection, TenantId tenant, String list, UUID id) {
        return one(connection, REMOVE, Tuple.of(tenant.value(), list, id));
    }

    private static Uni<Optional<ListEntry>> one(SqlConnection connection, String sql, Tuple key) {
        return connection.preparedQuery(sql).execute(key).map(rows -> {
            RowIterator<io.vertx.mutiny.sqlclient.Row> found = rows.iterator();
            return found.hasNext() ? Optional.of(entry(found.next())) : Optional.empty();
        });
    }

    private static boolean isOfCards(String list) {
        return list.endsWith("cards")
                || Arrays.stream(BuiltInList.values())
                        .anyMatch(
                                b -> b.fact() == Fact.CARD_TOKEN && b.listName().equals(list));
    }

    private static ListEntry entry(io.vertx.mutiny.sqlclient.Row row) {
        OffsetDateTime expires = row.get(OffsetDateTime.class, "expires_at");
        return new ListEntry(
                row.getUUID("id"),
                row.getString("list"),
                row.getString("shown"),
                row.getString("note"),
                row.getString("added_by"),
                row.get(OffsetDateTime.class, "added_at").toInstant(),
                expires == null ? null : expires.toInstant());
    }
}
