package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.DerivedId;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.settlement.ReserveView;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is held back, account by account, and from which stretch of the journal. */
public final class ReserveTable {
    /** What the entries in the journal were booked for. */
    public static final String SOURCE = "reserve";

    private static final String CONCERNED =
            "select exists (select from reserve_terms where tenant_id = $1" + " and state = 'confirmed') as concerned";
    /** Begins where the stretch before ended; without one, behind the last run. */
    private static final String STRETCH =
            "select coalesce((select through_number from reserve_mark where tenant_id = $1),"
                    + " (select max(to_number) from settlement_run where tenant_id = $1), 0) as after,"
                    + " coalesce((select number from ledger_chain where tenant_id = $1), 0) as through";

    private static final String MARK = "insert into reserve_mark (tenant_id, through_number) values ($1, $2)"
            + " on conflict (tenant_id) do update set through_number = excluded.through_number";

    /** Sales less voids of each account with terms; refunds do not lessen what may be disputed. */
    private static final String BASES = """
            with terms as materialized (
              select distinct on (merchant_account_id) merchant_account_id, merchant_id, parts_per_million, days
                from reserve_terms
               where tenant_id = $1 and state = 'confirmed'
               order by merchant_account_id, decided_at desc, id desc),
            stretch as materialized (
              select business_date, entry_id from journal_seal where tenant_id = $1 and number > $2 and number <= $3)
            select t.merchant_account_id, t.merchant_id, t.parts_per_million, t.days, p.currency,
                   -sum(p.amount)::bigint as base
              from terms t
              join ledger_account a on a.tenant_id = $1 and a.merchant_account_id = t.merchant_account_id
               and a.code = 'merchant-payable'
              join journal_posting p on p.tenant_id = $1 and p.account_id = a.id
               and p.business_date between $4 and $5
              join stretch s on s.business_date = p.business_date and s.entry_id = p.entry_id
              join journal_entry e on e.tenant_id = $1 and e.business_date = p.business_date and e.id = p.entry_id
               and e.rule in ('sale', 'void')
             where t.parts_per_million > 0
             group by t.merchant_account_id, t.merchant_id, t.parts_per_million, t.days, p.currency
            having -sum(p.amount) > 0
             order by t.merchant_account_id, p.currency""";

    private static final String DATES =
            "select min(business_date) as first, max(business_date) as last from journal_seal"
                    + " where tenant_id = $1 and number > $2 and number <= $3";
    private static final String INSERT =
            "insert into reserve (tenant_id, held_on, id, merchant_id, merchant_account_id,"
                    + " currency, base, parts_per_million, amount, release_on) select $1, $2, * from unnest($3::uuid[], $4::uuid[],"
                    + " $5::uuid[], $6::text[], $7::bigint[], $8::int[], $9::bigint[], $10::date[])";
    private static final String RELEASE =
            "update reserve set released_on = $2 where tenant_id = $1 and released_on is null"
                    + " and release_on <= $2 returning id, merchant_account_id, currency, amount";
    private static final String LIST = "select r.*, c.number from reserve r"
            + " join merchant_account c on c.tenant_id = r.tenant_id and c.id = r.merchant_account_id"
            + " where r.tenant_id = $1 and ($2::uuid is null or r.id < $2)"
            + " and ($3::boolean is null or (r.released_on is null) = $3)"
            + " and ($4::uuid is null or r.merchant_account_id = $4) order by r.id desc limit $5";

    private ReserveTable() {}

    /** Sealed numbers in {@code (after, through]}. */
    public record Stretch(long after, long through) {}

    /** What an account sold in a stretch, and its terms. */
    public record Base(MerchantAccountId account, MerchantId merchant, Money sold, int partsPerMillion, int days) {}

    /** Something that is held back. */
    public record Held(Base base, long after, Money amount) {
        /** Follows from account and stretch: the same reserve held again meets itself. */
        public UUID id(TenantId tenant, LocalDate on) {
            return DerivedId.dated(
                    on, 0, SOURCE, tenant, base.account, amount.currency().getCurrencyCode(), after);
        }
    }

    /** Something that was held back and is given free. */
    public record Released(UUID id, MerchantAccountId account, Money amount) {}

    /** Whether any account has, or had, a reserve agreed. */
    public static Uni<Boolean> concerns(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(CONCERNED)
                .execute(Tuple.of(tenant.value()))
                .map(rows -> rows.iterator().next().getBoolean("concerned"));
    }

    /** From the end of the last stretch to the last sealed number; the next one begins behind it. */
    public static Uni<Stretch> next(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(STRETCH)
                .execute(Tuple.of(tenant.value()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Stretch(row.getLong("after"), row.getLong("through")))
                .call(stretch -> connection.preparedQuery(MARK).execute(Tuple.of(tenant.value(), stretch.through)));
    }

    public static Uni<List<Base>> bases(SqlConnection connection, TenantId tenant, Stretch stretch) {
        return connection
                .preparedQuery(DATES)
                .execute(Tuple.of(tenant.value(), stretch.after, stretch.through))
                .chain(dates -> {
                    Row row = dates.iterator().next();
                    LocalDate first = row.getLocalDate("first");
                    return first == null
                            ? Uni.createFrom().item(List.<Base>of())
                            : connection
                                    .preparedQuery(BASES)
                                    .execute(Tuple.of(
                                            tenant.value(),
                                            stretch.after,
                                            stretch.through,
                                            first,
                                            row.getLocalDate("last")))
                                    .map(rows -> list(rows, ReserveTable::base));
                });
    }

    public static Uni<Void> insert(SqlConnection connection, TenantId tenant, LocalDate on, List<Held> held) {
        Tuple columns = ColumnArrays.of(held)
                .uuids(each -> each.id(tenant, on))
                .ids(each -> each.base.merchant)
                .ids(each -> each.base.account)
                .texts(each -> each.amount.currency().getCurrencyCode())
                .longs(each -> each.base.sold.value())
                .integers(each -> each.base.partsPerMillion)
                .longs(each -> each.amount.value())
                .dates(each -> on.plusDays(each.base.days))
                .tuple();
        return connection
                .preparedQuery(INSERT)
                .execute(Tuples.joined(Tuple.of(tenant.value(), on), columns))
                .replaceWithVoid();
    }

    /** All that is due by this date. */
    public static Uni<List<Released>> release(SqlConnection connection, TenantId tenant, LocalDate on) {
        return connection
                .preparedQuery(RELEASE)
                .execute(Tuple.of(tenant.value(), on))
                .map(rows -> list(
                        rows,
                        row -> new Released(
                                row.getUUID("id"),
                                new MerchantAccountId(row.getUUID("merchant_account_id")),
                                Money.of(row.getLong("amount"), row.getString("currency")))));
    }

    /** Which ones: before an id, open or released, of one account. */
    public record Asked(
            @Nullable UUID before,
            @Nullable Boolean open,
            @Nullable MerchantAccountId account,
            int most) {}

    /** Newest first, as the connection's scope lets them be seen. */
    public static Uni<List<ReserveView>> list(SqlConnection connection, TenantId tenant, Asked asked) {
        MerchantAccountId account = asked.account;
        Tuple values = Tuple.of(tenant.value())
                .addUUID(asked.before)
                .addBoolean(asked.open)
                .addUUID(account == null ? null : account.value())
                .addInteger(asked.most);
        return connection.preparedQuery(LIST).execute(values).map(rows -> list(rows, ReserveTable::view));
    }

    private static Base base(Row row) {
        return new Base(
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                new MerchantId(row.getUUID("merchant_id")),
                Money.of(row.getLong("base"), row.getString("currency")),
                row.getInteger("parts_per_million"),
                row.getInteger("days"));
    }

    private static ReserveView view(Row row) {
        String currency = row.getString("currency");
        return new ReserveView(
                row.getUUID("id"),
                new MerchantId(row.getUUID("merchant_id")),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                row.getString("number"),
                Money.of(row.getLong("base"), currency),
                row.getInteger("parts_per_million"),
                Money.of(row.getLong("amount"), currency),
                row.getLocalDate("held_on"),
                row.getLocalDate("release_on"),
                row.getLocalDate("released_on"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> map) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(map.apply(row)));
        return list;
    }
}
