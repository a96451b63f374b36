package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.FundingView;
import io.tillgate.settlement.domain.SettlementIds;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What card hosts owe, run by run. */
public final class FundingTable {
    /** Candidates for one credit; more runs than these are not left unpaid by a host that still pays. */
    private static final int OPEN_MAX = 200;

    private static final String SELECT = "select f.*, r.cycle from host_funding f join settlement_run r"
            + " on r.tenant_id = f.tenant_id and r.id = f.run_id where f.tenant_id = $1 and ";
    private static final String OPEN =
            SELECT + "f.state = 'expected' and f.currency = $2 order by f.id limit " + OPEN_MAX;
    private static final String BY_REFERENCE = SELECT + "f.bank_reference = $2";
    private static final String OF_RUN = SELECT + "f.run_id = $2 order by f.currency";
    private static final String BY_HAND = SELECT + "f.state = 'received' and f.currency = $2 and f.received = $3"
            + " and f.received_by <> $4 and not exists (select 1 from bank_break b where b.tenant_id = f.tenant_id"
            + " and b.belongs = 'funding' and b.belongs_to = f.run_id and b.currency = f.currency"
            + " and b.state = 'resolved') order by f.id desc limit " + OPEN_MAX;
    private static final String RECEIVE = "update host_funding set state = 'received', received = $3, cost = $4,"
            + " bank_reference = $5, settlement_date = $6, received_by = $7, received_at = $8"
            + " where tenant_id = $1 and id = $2 and state = 'expected'";

    private FundingTable() {}

    /** Money that came for a funding. */
    public record Receipt(
            Money received, Money cost, String bankReference, LocalDate settlementDate, String by, Instant at) {}

    /** Oldest first. */
    public static Uni<List<FundingView>> open(SqlConnection connection, TenantId tenant, String currency) {
        return list(connection, OPEN, Tuple.of(tenant.value(), currency));
    }

    /**
     * What a person said came, and the bank has not told of; newest first.
     *
     * @param bank who receives what the bank tells
     */
    public static Uni<List<FundingView>> byHand(
            SqlConnection connection, TenantId tenant, Money received, String bank) {
        return list(
                connection,
                BY_HAND,
                Tuple.of(tenant.value(), received.currency().getCurrencyCode(), received.value(), bank));
    }

    /** None or one. */
    public static Uni<List<FundingView>> byReference(SqlConnection connection, TenantId tenant, String reference) {
        return list(connection, BY_REFERENCE, Tuple.of(tenant.value(), reference));
    }

    public static Uni<List<FundingView>> ofRun(SqlConnection connection, TenantId tenant, UUID run) {
        return list(connection, OF_RUN, Tuple.of(tenant.value(), run));
    }

    /** Whether it was still expected. */
    public static Uni<Boolean> receive(SqlConnection connection, TenantId tenant, UUID funding, Receipt receipt) {
        Tuple values = Tuple.of(
                        tenant.value(),
                        funding,
                        receipt.received.value(),
                        receipt.cost.value(),
                        receipt.bankReference,
                        receipt.settlementDate)
                .addString(receipt.by)
                .addOffsetDateTime(receipt.at.atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(RECEIVE).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private static Uni<List<FundingView>> list(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> {
            List<FundingView> fundings = new ArrayList<>();
            rows.forEach(row -> fundings.add(view(row)));
            return fundings;
        });
    }

    private static FundingView view(Row row) {
        String currency = row.getString("currency");
        OffsetDateTime at = row.getOffsetDateTime("received_at");
        return new FundingView(
                row.getUUID("id"),
                row.getUUID("run_id"),
                row.getLocalDate("business_date"),
                SettlementIds.fundingReference(row.getLocalDate("business_date"), row.getInteger("cycle")),
                Money.of(row.getLong("expected"), currency),
                row.getString("state"),
                money(row, "received", currency),
                money(row, "cost", currency),
                row.getString("bank_reference"),
                row.getLocalDate("settlement_date"),
                row.getString("received_by"),
                at == null ? null : at.toInstant());
    }

    private static @Nullable Money money(Row row, String column, String currency) {
        Long value = row.getLong(column);
        return value == null ? null : Money.of(value, currency);
    }
}
