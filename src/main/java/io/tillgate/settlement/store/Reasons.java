package io.tillgate.settlement.store;

import io.tillgate.pricing.MonthlyFeeLine;
import io.tillgate.settlement.statement.Why;
import io.tillgate.shared.Money;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Joins to the items {@code i} of a run what explains those that are not payments. */
final class Reasons {
    static final String COLUMNS = AccountFeeTable.COLUMNS + ", d.reason as adjustment_reason,"
            + " h.parts_per_million as held_rate, h.base as held_base, h.held_on, h.release_on";
    static final String JOINS =
            "left join account_fee f on i.source_kind = 'account-fee' and f.tenant_id = i.tenant_id and f.id = i.source_id"
                    + " left join adjustment d on i.source_kind = 'adjustment' and d.tenant_id = i.tenant_id"
                    + " and d.id = i.source_id left join reserve h on i.source_kind = 'reserve'"
                    + " and h.tenant_id = i.tenant_id and h.id = i.source_id";

    private Reasons() {}

    /** Null where the kind says it all. */
    static @Nullable Why of(Row row) {
        MonthlyFeeLine fee = AccountFeeTable.line(row);
        String adjustment = row.getString("adjustment_reason");
        if (fee != null) {
            return new Why.ByTheMonth(fee);
        }
        return adjustment == null ? ofReserve(row) : new Why.InWords(adjustment);
    }

    private static @Nullable Why ofReserve(Row row) {
        Integer rate = row.getInteger("held_rate");
        if (rate == null) {
            return null;
        }
        return row.getString("kind").equals("reserve-released")
                ? new Why.GivenFree(row.getLocalDate("held_on"))
                : new Why.HeldBack(
                        rate,
                        Money.of(row.getLong("held_base"), row.getString("currency")),
                        row.getLocalDate("release_on"));
    }
}
