package io.tillgate.analytics.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many tills worked. */
public final class Volumes {
    private Volumes() {}

    /** Tills that took a payment in the period, by merchant. */
    public static Uni<Map<MerchantId, Long>> tills(SqlConnection connection, Asked asked) {
        String sql = "select merchant_id, count(distinct terminal_number) as tills from analytics_day where "
                + asked.current() + " and payments > 0 and terminal_number <> '' group by 1";
        return connection.preparedQuery(sql).execute(asked.values()).map(rows -> {
            Map<MerchantId, Long> tills = new HashMap<>();
            rows.forEach(row -> {
                UUID merchant = row.getUUID("merchant_id");
                tills.put(new MerchantId(merchant), row.getLong("tills"));
            });
            return tills;
        });
    }
}
