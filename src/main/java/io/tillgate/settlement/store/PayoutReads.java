package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.PayoutView.Attempt;
import io.tillgate.settlement.PayoutView.Signed;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payouts, as the connection's scope lets them be seen. */
public final class PayoutReads {
    private static final int SHOWN = 4;
    private static final String TO_MERCHANT = "not paid in this way; the amount stays yours and is paid later";
    private static final String SELECT = """
            select p.id, p.run_id, p.business_date, p.merchant_id, p.merchant_account_id, p.created_at,
                   a.id as attempt_id, a.number as attempt_number, a.end_to_end_id, a.amount, a.currency, a.state, a.holder,
                   a.iban, a.account_number, a.signed_by_name, a.signed_at, a.released_by_name, a.released_at, a.file_id,
                   a.bank_reference, a.booked_on, a.reason_code, a.reason, a.changed_at, m.trading_name, c.number
              from payout p
              join payout_attempt a on a.tenant_id = p.tenant_id and a.payout_id = p.id
              join merchant_account c on c.tenant_id = p.tenant_id and c.id = p.merchant_account_id
              join merchant m on m.tenant_id = p.tenant_id and m.id = p.merchant_id
             where p.tenant_id = $1 and\s""";
    private static final String ASKED = "a.number = p.attempt and ($2::uuid is null or p.id < $2)"
            + " and ($3::text[] is null or a.state = any ($3)) and ($4::uuid is null or p.run_id = $4)"
            + " and ($5::uuid is null or p.merchant_id = $5) and ($6::date is null or p.business_date >= $6)"
            + " and ($7::date is null or p.business_date <= $7)";
    private static final String LIST = SELECT + ASKED + " order by p.id desc limit $8";
    private static final String ONE = SELECT + "p.id = $2 order by a.number";
    private static final String NAMED =
            SELECT + "a.number = p.attempt and p.id in (select t.payout_id from payout_attempt t"
                    + " where t.tenant_id = $1 and (t.end_to_end_id = $2 or t.end_to_end_id in (select e.end_to_end_id"
                    + " from bank_entry e where e.tenant_id = $1 and e.reference = $2))) order by p.id desc limit $3";
    private static final String TOTALS =
            "select a.state, a.currency, count(*)::int as payouts, sum(a.amount)::bigint as amount"
                    + " from payout_attempt a join payout p on p.tenant_id = a.tenant_id and p.id = a.payout_id"
                    + " and p.attempt = a.number where a.tenant_id = $1 and a.state not in ('booked', 'cancelled')"
                    + " group by a.state, a.currency order by a.state, a.currency";

    private PayoutReads() {}

    /** Which payouts; a null asks nothing. */
    public record Asked(
            @Nullable UUID before,
            @Nullable List<String> states,
            @Nullable UUID run,
            @Nullable MerchantId merchant,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int most) {}

    /** How many payouts wait in a state, and what they come to. */
    public record Waiting(String state, int payouts, Money amount) {}

    /** Newest first, each with its newest attempt. */
    public static Uni<List<PayoutView>> list(
            SqlConnection connection, TenantId tenant, boolean ofMerchant, Asked asked) {
        return connection.preparedQuery(LIST).execute(values(tenant, asked)).map(rows -> {
            List<PayoutView> payouts = new ArrayList<>();
            rows.forEach(row -> payouts.add(view(row, List.of(attempt(row, ofMerchant)))));
            return payouts;
        });
    }

    private static Tuple values(TenantId tenant, Asked asked) {
        List<String> states = asked.states;
        MerchantId merchant = asked.merchant;
        return Tuple.of(tenant.value())
                .addUUID(asked.before)
                .addValue(states == null ? null : states.toArray(String[]::new))
                .addUUID(asked.run)
                .addUUID(merchant == null ? null : merchant.value())
                .addLocalDate(asked.from)
                .addLocalDate(asked.to)
                .addInteger(asked.most);
    }

    /** What a bank means by an end-to-end id or by its own reference, newest first. */
    public static Uni<List<PayoutView>> named(SqlConnection connection, TenantId tenant, String name, int most) {
        return connection
                .preparedQuery(NAMED)
                .execute(Tuple.of(tenant.value(), name, most))
                .map(rows -> {
                    List<PayoutView> payouts = new ArrayList<>();
                    rows.forEach(row -> payouts.add(view(row, List.of(attempt(row, false)))));
                    return payouts;
                });
    }

    /** With all its attempts; empty when it is not here. */
    public static Uni<List<PayoutView>> one(
            SqlConnection connection, TenantId tenant, boolean ofMerchant, UUID payout) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(tenant.value(), payout))
                .map(rows -> {
                    List<Attempt> attempts = new ArrayList<>();
                    Row newest = null;
                    for (Row row : rows) {
                        attempts.add(attempt(row, ofMerchant));
                        newest = row;
                    }
                    return newest == null ? List.<PayoutView>of() : List.of(view(newest, attempts));
                });
    }

    /** What is neither booked nor cancelled, by state. */
    public static Uni<List<Waiting>> waiting(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(TOTALS)
                .execute(Tuple.of(tenant.value()))
                .map(PayoutReads::sums);
    }

    private static List<Waiting> sums(RowSet<Row> rows) {
        List<Waiting> sums = new ArrayList<>();
        rows.forEach(row -> sums.add(new Waiting(
                row.getString("state"),
                row.getInteger("payouts"),
                Money.of(row.getLong("amount"), row.getString("currency")))));
        return sums;
    }

    private static PayoutView view(Row row, List<Attempt> attempts) {
        return new PayoutView(
                row.getUUID("id"),
                row.getUUID("run_id"),
                row.getLocalDate("business_date"),
                new MerchantId(row.getUUID("merchant_id")),
                row.getString("trading_name"),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                row.getString("number"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("state"),
                row.getString("holder"),
                masked(row),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("changed_at").toInstant(),
                attempts);
    }

    private static @Nullable String masked(Row row) {
        String number = row.getString("iban") == null ? row.getString("account_number") : row.getString("iban");
        return number == null || number.length() < 2 * SHOWN
                ? null
                : number.substring(0, SHOWN) + "…" + number.substring(number.length() - SHOWN);
    }

    private static Attempt attempt(Row row, boolean ofMerchant) {
        return new Attempt(
                row.getUUID("attempt_id"),
                row.getInteger("attempt_number"),
                row.getString("end_to_end_id"),
                row.getString("state"),
                signed(row, "signed", ofMerchant),
                signed(row, "released", ofMerchant),
                ofMerchant ? null : row.getUUID("file_id"),
                row.getString("bank_reference"),
                row.getLocalDate("booked_on"),
                row.getString("reason_code"),
                reason(row, ofMerchant),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    /** What our own people write beside a cancellation is for themselves; the bank's words are for the merchant, too. */
    private static @Nullable String reason(Row row, boolean ofMerchant) {
        return ofMerchant && row.getString("state").equals(PayoutState.CANCELLED.code())
                ? TO_MERCHANT
                : row.getString("reason");
    }

    private static @Nullable Signed signed(Row row, String what, boolean ofMerchant) {
        OffsetDateTime at = row.getOffsetDateTime(what + "_at");
        return at == null ? null : new Signed(ofMerchant ? null : row.getString(what + "_by_name"), at.toInstant());
    }
}
