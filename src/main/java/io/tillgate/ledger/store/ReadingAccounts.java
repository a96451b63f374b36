package io.tillgate.ledger.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.AccountView;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.PostingView;
import io.tillgate.platform.http.Cursor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of accounts and of their postings, by key. */
public final class ReadingAccounts {
    private static final String ACCOUNTS = """
            select a.id, a.code, a.merchant_account_id, a.currency, coalesce(b.amount, 0) as amount, coalesce(b.postings, 0) as postings
              from ledger_account a
              left join ledger_balance b on b.tenant_id = a.tenant_id and b.account_id = a.id
             where a.tenant_id = $1 and ($2::uuid is null or a.id > $2)
             order by a.id
             limit $3""";
    private static final String POSTINGS = """
            select p.entry_id, p.line, p.business_date, e.recorded_at, e.rule, e.source_kind, e.source_id, p.amount, p.currency
              from journal_posting p
              join journal_entry e on e.tenant_id = p.tenant_id and e.business_date = p.business_date and e.id = p.entry_id
             where p.tenant_id = $1 and p.account_id = $2
               and ($3::date is null or (p.business_date, p.entry_id, p.line) < ($3, $4::uuid, $5::int))
             order by p.business_date desc, p.entry_id desc, p.line desc
             limit $6""";
    private static final String OF_SOURCE = """
            select p.entry_id, p.line, p.business_date, e.recorded_at, e.rule, e.source_kind, e.source_id, p.amount, p.currency
              from journal_source s
              join journal_entry e on e.tenant_id = s.tenant_id and e.business_date = s.business_date and e.id = s.entry_id
              join journal_posting p on p.tenant_id = e.tenant_id and p.business_date = e.business_date and p.entry_id = e.id
             where s.tenant_id = $1 and s.source_kind = $2 and s.source_id = $3
             order by e.rule, p.line""";
    private static final String EXISTS = "select from ledger_account where tenant_id = $1 and id = $2";

    private ReadingAccounts() {}

    public static Uni<Page<AccountView>> accounts(SqlConnection connection, TenantId tenant, PageRequest page) {
        Tuple parameters = Tuple.of(tenant.value(), page.afterId(), page.limit() + 1);
        return connection
                .preparedQuery(ACCOUNTS)
                .execute(parameters)
                .map(rows -> Page.of(list(rows, ReadingAccounts::account), page, a -> a.id().toString()));
    }

    /** Newest first. Refuses an account that the tenant does not have. */
    public static Uni<Page<PostingView>> postings(
            SqlConnection connection, TenantId tenant, UUID account, PageRequest page) {
        Place place = Place.parse(page.after());
        Tuple parameters = Tuple.of(tenant.value(), account, place.date, place.entry, place.line, page.limit() + 1);
        return connection
                .preparedQuery(EXISTS)
                .execute(Tuple.of(tenant.value(), account))
                .invoke(ReadingAccounts::refuseUnknown)
                .chain(() -> connection.preparedQuery(POSTINGS).execute(parameters))
                .map(rows -> Page.of(list(rows, ReadingAccounts::posting), page, Place::of));
    }

    /** All that was booked for one source: a few entries, one for each rule. */
    public static Uni<List<PostingView>> ofSource(SqlConnection connection, TenantId tenant, JournalSource source) {
        return connection
                .preparedQuery(OF_SOURCE)
                .execute(Tuple.of(tenant.value(), source.kind(), source.id()))
                .map(rows -> list(rows, ReadingAccounts::posting));
    }

    private static void refuseUnknown(RowSet<Row> found) {
        if (found.size() == 0) {
            throw new Refusal(CommonProblem.NOT_FOUND, "there is no such account");
        }
    }

    private static AccountView account(Row row) {
        UUID owner = row.getUUID("merchant_account_id");
        return new AccountView(
                row.getUUID("id"),
                row.getString("code"),
                owner == null ? null : new MerchantAccountId(owner),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getLong("postings"));
    }

    private static PostingView posting(Row row) {
        return new PostingView(
                row.getUUID("entry_id"),
                row.getInteger("line"),
                row.getLocalDate("business_date"),
                row.get(OffsetDateTime.class, "recorded_at").toInstant(),
                row.getString("rule"),
                new JournalSource(row.getString("source_kind"), row.getUUID("source_id")),
                Money.of(row.getLong("amount"), row.getString("currency")));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> map) {
        List<T> list = new ArrayList<>();
        rows.forEach(row -> list.add(map.apply(row)));
        return list;
    }

    /** Where a page of postings begins. */
    private record Place(
            @Nullable LocalDate date,
            @Nullable UUID entry,
            @Nullable Integer line) {
        static Place parse(@Nullable String after) {
            if (after == null) {
                return new Place(null, null, null);
            }
            String[] parts = after.split("/", -1);
            try {
                if (parts.length == 3) {
                    return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]), Integer.valueOf(parts[2]));
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Cursor.foreign();
            }
            throw Cursor.foreign();
        }

        static String of(PostingView last) {
            return last.businessDate() + "/" + last.entry() + "/" + last.line();
        }
    }
}
