package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.AdjustmentView;
import io.tillgate.settlement.ProposeAdjustment;
import io.tillgate.settlement.Signature;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Corrections by hand. */
public final class AdjustmentTable {
    /** What the entry in the journal was booked for. */
    public static final String SOURCE = "adjustment";

    private static final String ACCOUNT =
            "select merchant_id, currency from merchant_account where tenant_id = $1 and id = $2";
    private static final String INSERT =
            "insert into adjustment (tenant_id, id, merchant_id, merchant_account_id, amount,"
                    + " currency, reason, note, state, proposed_by, proposed_by_name, proposed_at)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, $8, 'proposed', $9, $10, $11)";
    private static final String SHOWN = "select a.*, m.trading_name, c.number from adjustment a"
            + " join merchant_account c on c.tenant_id = a.tenant_id and c.id = a.merchant_account_id"
            + " join merchant m on m.tenant_id = a.tenant_id and m.id = a.merchant_id where a.tenant_id = $1";
    private static final String LIST = SHOWN + " and ($2::text is null or a.state = $2)"
            + " and ($3::uuid is null or a.id < $3) order by a.id desc limit $4";
    private static final String ONE = SHOWN + " and a.id = $2";
    private static final String FOR_VERDICT =
            "select merchant_id, merchant_account_id, amount, currency, state, proposed_by,"
                    + " proposed_by_name, proposed_at from adjustment where tenant_id = $1 and id = $2 for update";
    private static final String DECIDE = "update adjustment set state = $3, decided_by = $4, decided_by_name = $5,"
            + " decided_at = $6, decision_reason = $7, booked_on = $8 where tenant_id = $1 and id = $2";

    private AdjustmentTable() {}

    /** Whose account it is, and what it is in. */
    public record Account(MerchantId merchant, Currency currency) {}

    /** What a verdict is about. */
    public record Pending(
            MerchantId merchant, MerchantAccountId account, Money amount, String state, Signature proposed) {}

    /**
     * A verdict.
     *
     * @param bookedOn null when it is rejected
     */
    public record Verdict(
            String state,
            Signature by,
            @Nullable String reason,
            @Nullable LocalDate bookedOn) {}

    public static Uni<Optional<Account>> account(SqlConnection connection, TenantId tenant, MerchantAccountId account) {
        return connection
                .preparedQuery(ACCOUNT)
                .execute(Tuple.of(tenant.value(), account.value()))
                .map(rows -> first(
                        rows,
                        row -> new Account(
                                new MerchantId(row.getUUID("merchant_id")),
                                Currency.getInstance(row.getString("currency")))));
    }

    public static Uni<Void> insert(
            SqlConnection connection, TenantId tenant, UUID id, MerchantId merchant, Proposed proposed) {
        ProposeAdjustment wanted = proposed.wanted;
        Tuple values = Tuple.of(
                        tenant.value(), id, merchant.value(), wanted.account().value())
                .addLong(wanted.amount().value())
                .addString(wanted.amount().currency().getCurrencyCode())
                .addString(wanted.reason())
                .addString(wanted.note())
                .addString(proposed.by.subject())
                .addString(proposed.by.name())
                .addOffsetDateTime(proposed.by.at().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /** What is wanted, and by whom. */
    public record Proposed(ProposeAdjustment wanted, Signature by) {}

    /** Newest first. */
    public static Uni<List<AdjustmentView>> list(
            SqlConnection connection, TenantId tenant, @Nullable String state, @Nullable UUID before, int most) {
        Tuple values = Tuple.of(tenant.value()).addString(state).addUUID(before).addInteger(most);
        return connection.preparedQuery(LIST).execute(values).map(rows -> {
            List<AdjustmentView> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(view(row)));
            return found;
        });
    }

    public static Uni<Optional<AdjustmentView>> one(SqlConnection connection, TenantId tenant, UUID id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(tenant.value(), id))
                .map(rows -> first(rows, AdjustmentTable::view));
    }

    /** Held until the transaction ends. */
    public static Uni<Optional<Pending>> forVerdict(SqlConnection connection, TenantId tenant, UUID id) {
        return connection
                .preparedQuery(FOR_VERDICT)
                .execute(Tuple.of(tenant.value(), id))
                .map(rows -> first(
                        rows,
                        row -> new Pending(
                                new MerchantId(row.getUUID("merchant_id")),
                                new MerchantAccountId(row.getUUID("merchant_account_id")),
                                Money.of(row.getLong("amount"), row.getString("currency")),
                                row.getString("state"),
                                new Signature(
                                        row.getString("proposed_by"),
                                        row.getString("proposed_by_name"),
                                        row.getOffsetDateTime("proposed_at").toInstant()))));
    }

    public static Uni<Void> decide(SqlConnection connection, TenantId tenant, UUID id, Verdict verdict) {
        Tuple values = Tuple.of(tenant.value(), id, verdict.state, verdict.by.subject(), verdict.by.name())
                .addOffsetDateTime(verdict.by.at().atOffset(ZoneOffset.UTC))
                .addString(verdict.reason)
                .addLocalDate(verdict.bookedOn);
        return connection.preparedQuery(DECIDE).execute(values).replaceWithVoid();
    }

    private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> map) {
        var found = rows.iterator();
        return found.hasNext() ? Optional.of(map.apply(found.next())) : Optional.empty();
    }

    private static AdjustmentView view(Row row) {
        OffsetDateTime decided = row.getOffsetDateTime("decided_at");
        return new AdjustmentView(
                row.getUUID("id"),
                new MerchantId(row.getUUID("merchant_id")),
                row.getString("trading_name"),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                row.getString("number"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                row.getString("note"),
                row.getString("state"),
                row.getString("proposed_by_name"),
                row.getOffsetDateTime("proposed_at").toInstant(),
                row.getString("decided_by_name"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_reason"),
                row.getLocalDate("booked_on"));
    }
}
