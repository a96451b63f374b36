package io.tillgate.platform.audit;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.telemetry.Correlation;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Writes audit records, in the transaction of the change they tell of. */
@ApplicationScoped
public class Audit {
    static final String INSERT =
            "insert into audit_record (tenant_id, business_date, id, occurred_at, merchant_id, actor,"
                    + " actor_roles, action, subject_type, subject_id, before, after, source, correlation_id)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    private final Ids ids;
    private final Clock clock;

    Audit(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Void> record(Records tx, AuditEntry entry) {
        return tx.execute(INSERT, columns(entry)).replaceWithVoid();
    }

    public Uni<Void> record(SqlConnection connection, AuditEntry entry) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(columns(entry)))
                .replaceWithVoid();
    }

    private @Nullable Object[] columns(AuditEntry entry) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return new @Nullable Object[] {
            entry.tenant().value(),
            now.toLocalDate(),
            ids.next(),
            now,
            entry.merchant() == null ? null : entry.merchant().value(),
            entry.actor().name(),
            entry.actor().roles().stream().sorted().toArray(String[]::new),
            entry.action(),
            entry.subject().type(),
            entry.subject().id(),
            entry.before(),
            entry.after(),
            entry.actor().source(),
            Correlation.current()
        };
    }
}
