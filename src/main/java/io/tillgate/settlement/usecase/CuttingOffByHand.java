package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.http.IdempotencyKey;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.usecase.CuttingOff.Ask;
import io.tillgate.settlement.usecase.CuttingOff.Occasion;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person cuts the day off now; trade goes on under the same date, and what comes later is in the next run. */
@ApplicationScoped
public class CuttingOffByHand {
    private final TenantTransaction transactions;
    private final CuttingOff cutting;
    private final OnceOnly once;
    private final Audit audit;
    private final BusinessClock clock;

    CuttingOffByHand(
            TenantTransaction transactions, CuttingOff cutting, OnceOnly once, Audit audit, BusinessClock clock) {
        this.transactions = transactions;
        this.cutting = cutting;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a cut-off made. */
    record Made(UUID run) {}

    /** Answers the run's id. */
    public Uni<UUID> cutOff(Caller caller, @Nullable String key) {
        var idempotent = IdempotencyKey.of(caller, "settlement.cut-off", key, "{}");
        LocalDate date = clock.date(caller.tenant());
        return cutting.lastSequence(caller.tenant())
                .call(() -> cutting.prepare(new Coming(caller.tenant(), date, Occasion.PERSON)))
                .map(last -> new Ask(caller.tenant(), date, Occasion.PERSON, caller.username(), last))
                .chain(ask -> transactions.sql(
                        Scope.tenant(caller.tenant()),
                        connection ->
                                once.once(connection, idempotent, Made.class, () -> made(connection, caller, ask))))
                .map(Made::run);
    }

    private Uni<Made> made(SqlConnection connection, Caller caller, Ask ask) {
        return cutting.run(connection, ask)
                .call(run -> audit.record(
                        connection,
                        PayoutTrail.of(
                                caller,
                                "settlement.cut-off",
                                new AuditEntry.Subject("settlement", run.toString()),
                                new JsonObject()
                                        .put("businessDate", ask.businessDate().toString()))))
                .map(Made::new);
    }
}
