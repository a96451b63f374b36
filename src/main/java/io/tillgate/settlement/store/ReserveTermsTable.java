package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.ProposeReserve;
import io.tillgate.settlement.ReserveTermsView;
import io.tillgate.settlement.Signature;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is agreed about rolling reserves. */
public final class ReserveTermsTable {
    /** Nothing is inserted for an account that is not here. */
    private static final String INSERT = "insert into reserve_terms (tenant_id, id, merchant_id, merchant_account_id,"
            + " parts_per_million, days, reason, state, proposed_by, proposed_by_name, proposed_at)"
            + " select $1, $2, c.merchant_id, c.id, $4, $5, $6, 'proposed', $7, $8, $9 from merchant_account c"
            + " where c.tenant_id = $1 and c.id = $3";

    private static final String SHOWN = "select t.*, m.trading_name, c.number from reserve_terms t"
            + " join merchant_account c on c.tenant_id = t.tenant_id and c.id = t.merchant_account_id"
            + " join merchant m on m.tenant_id = t.tenant_id and m.id = t.merchant_id where t.tenant_id = $1";
    private static final String LIST = SHOWN + " and ($2::text is null or t.state = $2)"
            + " and ($3::uuid is null or t.id < $3) order by t.id desc limit $4";
    private static final String ONE = SHOWN + " and t.id = $2";
    private static final String PROPOSER = "select proposed_by, proposed_by_name, proposed_at, state from reserve_terms"
            + " where tenant_id = $1 and id = $2 for update";
    private static final String DECIDE = "update reserve_terms set state = $3, decided_by = $4, decided_by_name = $5,"
            + " decided_at = $6 where tenant_id = $1 and id = $2";

    private ReserveTermsTable() {}

    /** Terms that wait for a verdict, or had one. */
    public record Pending(String state, Signature proposed) {}

    /** Whether there is such an account. */
    public static Uni<Boolean> insert(
            SqlConnection connection, TenantId tenant, UUID id, ProposeReserve wanted, Signature by) {
        Tuple values = Tuple.of(tenant.value(), id, wanted.account().value())
                .addInteger(wanted.partsPerMillion())
                .addInteger(wanted.days())
                .addString(wanted.reason())
                .addString(by.subject())
                .addString(by.name())
                .addOffsetDateTime(by.at().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(INSERT).execute(values).map(rows -> rows.rowCount() == 1);
    }

    /** Newest first. */
    public static Uni<List<ReserveTermsView>> list(
            SqlConnection connection, TenantId tenant, @Nullable String state, @Nullable UUID before, int most) {
        Tuple values = Tuple.of(tenant.value()).addString(state).addUUID(before).addInteger(most);
        return connection.preparedQuery(LIST).execute(values).map(rows -> {
            List<ReserveTermsView> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(view(row)));
            return found;
        });
    }

    /** Fails where there is none. */
    public static Uni<ReserveTermsView> one(SqlConnection connection, TenantId tenant, UUID id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(tenant.value(), id))
                .map(rows -> view(rows.iterator().next()));
    }

    /** Held until the transaction ends. */
    public static Uni<Optional<Pending>> forVerdict(SqlConnection connection, TenantId tenant, UUID id) {
        return connection
                .preparedQuery(PROPOSER)
                .execute(Tuple.of(tenant.value(), id))
                .map(rows -> {
                    var found = rows.iterator();
                    if (!found.hasNext()) {
                        return Optional.<Pending>empty();
                    }
                    Row row = found.next();
                    return Optional.of(new Pending(
                            row.getString("state"),
                            new Signature(
                                    row.getString("proposed_by"),
                                    row.getString("proposed_by_name"),
                                    row.getOffsetDateTime("proposed_at").toInstant())));
                });
    }

    public static Uni<Void> decide(SqlConnection connection, TenantId tenant, UUID id, String state, Signature by) {
        Tuple values = Tuple.of(tenant.value(), id, state, by.subject(), by.name())
                .addOffsetDateTime(by.at().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(DECIDE).execute(values).replaceWithVoid();
    }

    private static ReserveTermsView view(Row row) {
        OffsetDateTime decided = row.getOffsetDateTime("decided_at");
        return new ReserveTermsView(
                row.getUUID("id"),
                new MerchantId(row.getUUID("merchant_id")),
                row.getString("trading_name"),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                row.getString("number"),
                row.getInteger("parts_per_million"),
                row.getInteger("days"),
                row.getString("reason"),
                row.getString("state"),
                row.getString("proposed_by_name"),
                row.getOffsetDateTime("proposed_at").toInstant(),
                row.getString("decided_by_name"),
                decided == null ? null : decided.toInstant());
    }
}
