package io.tillgate.platform.audit;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.UnconditionalStatement;
import io.tillgate.platform.telemetry.Correlation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes audit records, in the transaction of the change they tell of. */
@ApplicationScoped
public class Audit {
    private static final String INSERT =
            "insert into audit_record (tenant_id, business_date, id, occurred_at, merchant_id, actor, actor_roles, action,"
                    + " subject_type, subject_id, before, after, source, correlation_id)"
                    + " select (e->>'tenant')::uuid, (e->>'date')::date, (e->>'id')::uuid, (e->>'at')::timestamptz,"
                    + " (e->>'merchant')::uuid, e->>'actor', array(select jsonb_array_elements_text(e->'roles')),"
                    + " e->>'action', e->>'subjectType', e->>'subjectId', e->'before', e->'after', e->>'source',"
                    + " e->>'correlation'"
                    + " from jsonb_array_elements($1) as e";

    private static final BatchStatement<AuditRecord> STATEMENT =
            new UnconditionalStatement<>("audit", 8_500, INSERT, records -> Tuple.of(json(records)));

    private final Ids ids;
    private final Clock clock;

    Audit(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Void> record(Records tx, AuditEntry entry) {
        return tx.execute(INSERT, json(List.of(now(entry)))).replaceWithVoid();
    }

    public Uni<Void> record(SqlConnection connection, AuditEntry entry) {
        return STATEMENT.write(connection, List.of(now(entry))).replaceWithVoid();
    }

    /** For group commit: the record is in the commit of what it tells of, or neither is. */
    public CommitUnit.Part<?> part(AuditEntry entry) {
        return new CommitUnit.Part<>(STATEMENT, now(entry));
    }

    /** An entry with its id, time and cause. */
    private record AuditRecord(
            UUID id, Instant at, @Nullable String correlation, AuditEntry entry) {
        JsonObject json() {
            JsonObject row = new JsonObject()
                    .put("tenant", entry.tenant().toString())
                    .put("date", LocalDate.ofInstant(at, ZoneOffset.UTC).toString())
                    .put("id", id.toString())
                    .put("at", at.toString())
                    .put("actor", entry.actor().name())
                    .put("roles", entry.actor().roles().stream().sorted().toList())
                    .put("action", entry.action())
                    .put("subjectType", entry.subject().type())
                    .put("subjectId", entry.subject().id());
            putKnown(
                    row,
                    "merchant",
                    entry.merchant() == null ? null : entry.merchant().toString());
            putKnown(row, "before", entry.before());
            putKnown(row, "after", entry.after());
            putKnown(row, "source", entry.actor().source());
            putKnown(row, "correlation", correlation);
            return row;
        }

        /** What is absent is SQL's null; a JSON null would be a value. */
        private static void putKnown(JsonObject row, String name, @Nullable Object value) {
            if (value != null) {
                row.put(name, value);
            }
        }
    }

    private AuditRecord now(AuditEntry entry) {
        return new AuditRecord(ids.next(), clock.instant(), Correlation.current(), entry);
    }

    private static JsonArray json(List<AuditRecord> records) {
        JsonArray rows = new JsonArray();
        records.forEach(record -> rows.add(record.json()));
        return rows;
    }
}
