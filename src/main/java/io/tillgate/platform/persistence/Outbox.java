package io.tillgate.platform.persistence;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Where events wait, committed with their cause, until {@link OutboxDispatch} has told every listener. */
@ApplicationScoped
public class Outbox {
    /** For group commit. */
    public static final BatchStatement<OutboxEvent> STATEMENT = new Insert();

    private static final String INSERT = "insert into outbox_event (tenant_id, id, type, key, payload)"
            + " select (e->>'tenant')::uuid, (e->>'id')::uuid, e->>'type', e->>'key', e->'payload'"
            + " from jsonb_array_elements($1) as e";

    private static final String WAITING =
            "select coalesce(greatest(0, extract(epoch from now() - min(created_at)) * 1000), 0)::bigint"
                    + " as millis from outbox_event where tenant_id = $1 and type = any ($2) and not dead";

    private final Ids ids;

    Outbox(Ids ids) {
        this.ids = ids;
    }

    public OutboxEvent event(TenantId tenant, String type, String key, JsonObject payload) {
        return new OutboxEvent(tenant, ids.next(), type, key, payload);
    }

    public Uni<Void> publish(Records tx, OutboxEvent event) {
        return tx.execute(INSERT, json(List.of(event))).replaceWithVoid();
    }

    public Uni<Void> publish(SqlConnection connection, OutboxEvent event) {
        return STATEMENT.write(connection, List.of(event)).replaceWithVoid();
    }

    /** For how long the oldest event of these types has waited for its listeners; zero when none waits. Without dead ones. */
    public Uni<Duration> waiting(SqlConnection connection, TenantId tenant, Set<String> types) {
        Tuple asked = Tuple.of(tenant.value()).addArrayOfString(types.toArray(String[]::new));
        return connection
                .preparedQuery(WAITING)
                .execute(asked)
                .map(rows -> Duration.ofMillis(rows.iterator().next().getLong("millis")));
    }

    private static JsonArray json(List<OutboxEvent> events) {
        JsonArray rows = new JsonArray();
        events.forEach(event -> rows.add(new JsonObject()
                .put("tenant", event.tenant().toString())
                .put("id", event.id().toString())
                .put("type", event.type())
                .put("key", event.key())
                .put("payload", event.payload())));
        return rows;
    }

    private static final class Insert implements BatchStatement<OutboxEvent> {
        @Override
        public String name() {
            return "outbox";
        }

        @Override
        public int order() {
            return 9_000;
        }

        @Override
        public Uni<Set<Integer>> write(SqlConnection connection, List<OutboxEvent> rows) {
            return connection
                    .preparedQuery(INSERT)
                    .execute(Tuple.of(json(rows)))
                    .replaceWith(Set.of());
        }
    }
}
