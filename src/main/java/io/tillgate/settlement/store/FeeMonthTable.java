package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Which months were begun, and which of them are trued up. */
public final class FeeMonthTable {
    private static final String BEGIN =
            "insert into fee_month (tenant_id, month, begun_on) values ($1, $2, $3) on conflict do nothing";
    private static final String DUE = "select month from fee_month where tenant_id = $1 and month < $2"
            + " and trued_up_on is null order by month limit 24";
    private static final String DONE =
            "update fee_month set trued_up_on = $3 where tenant_id = $1 and month = $2 and trued_up_on is null";

    private FeeMonthTable() {}

    /** The month of a cut-off; any number of times. */
    public static Uni<Void> begin(SqlConnection connection, TenantId tenant, LocalDate businessDate) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(tenant.value(), businessDate.withDayOfMonth(1), businessDate))
                .replaceWithVoid();
    }

    /** The months before this one that were begun and not trued up, oldest first. */
    public static Uni<List<YearMonth>> due(SqlConnection connection, TenantId tenant, YearMonth before) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(tenant.value(), before.atDay(1)))
                .map(rows -> {
                    List<YearMonth> months = new ArrayList<>(rows.size());
                    rows.forEach(row -> months.add(YearMonth.from(row.getLocalDate("month"))));
                    return months;
                });
    }

    public static Uni<Void> done(SqlConnection connection, TenantId tenant, YearMonth month, LocalDate on) {
        return connection
                .preparedQuery(DONE)
                .execute(Tuple.of(tenant.value(), month.atDay(1), on))
                .replaceWithVoid();
    }
}
