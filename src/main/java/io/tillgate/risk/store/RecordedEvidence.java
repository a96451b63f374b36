package io.tillgate.risk.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.risk.domain.Fact;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A decision of the past as rules see it.
 *
 * @param values facts and counters by name; text and whole numbers only
 * @param listed by name of the fact, the lists that held its value
 */
public record RecordedEvidence(UUID payment, Map<String, Object> values, Map<String, List<String>> listed) {
    private static final String LATEST = "select id, facts, counters, listed from risk_decision"
            + " where tenant_id = $1 order by decided_at desc, id desc limit $2";

    public static Uni<List<RecordedEvidence>> latest(SqlConnection connection, TenantId tenant, int most) {
        return connection
                .preparedQuery(LATEST)
                .execute(Tuple.of(tenant.value(), most))
                .map(rows -> {
                    List<RecordedEvidence> decisions = new ArrayList<>();
                    rows.forEach(row -> decisions.add(read(row)));
                    return decisions;
                });
    }

    private static RecordedEvidence read(Row row) {
        JsonObject facts = row.get(JsonObject.class, "facts");
        JsonObject counters = row.get(JsonObject.class, "counters");
        JsonObject listed = row.get(JsonObject.class, "listed");
        Map<String, Object> values = new HashMap<>();
        counters.fieldNames().forEach(name -> values.put(name, counters.getLong(name)));
        Map<String, List<String>> lists = new HashMap<>();
        for (Fact fact : Fact.values()) {
            String name = fact.variable();
            values.put(name, fact.isText() ? facts.getString(name, "") : facts.getLong(name, 0L));
            lists.put(
                    name,
                    listed.getJsonArray(name, new JsonArray()).stream()
                            .map(Object::toString)
                            .toList());
        }
        return new RecordedEvidence(row.getUUID("id"), values, lists);
    }
}
