package io.tillgate.settlement;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.store.AdjustmentTable;
import io.tillgate.settlement.usecase.AdjustingAccounts;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Corrections by hand, for the acquirer's people: one proposes, another confirms, and the next run settles it. */
@ApplicationScoped
public class Adjustments {
    private final TenantTransaction transactions;
    private final AdjustingAccounts adjusting;

    Adjustments(TenantTransaction transactions, AdjustingAccounts adjusting) {
        this.transactions = transactions;
        this.adjusting = adjusting;
    }

    /** Newest first. */
    public Uni<Page<AdjustmentView>> list(Caller caller, @Nullable String state, PageRequest page) {
        UUID before = page.afterId();
        return transactions
                .sql(
                        caller.scope(),
                        connection ->
                                AdjustmentTable.list(connection, caller.tenant(), state, before, page.limit() + 1))
                .map(found -> Page.of(found, page, each -> each.id().toString()));
    }

    /** @throws Refusal {@code NOT_FOUND} */
    public Uni<AdjustmentView> find(Caller caller, UUID id) {
        return transactions
                .sql(caller.scope(), connection -> AdjustmentTable.one(connection, caller.tenant(), id))
                .map(found -> found.orElseThrow(Adjustments::noSuchThing));
    }

    /** Books nothing yet. */
    public Uni<AdjustmentView> propose(Caller caller, @Nullable String idempotencyKey, ProposeAdjustment proposal) {
        return adjusting.propose(caller, idempotencyKey, proposal).chain(id -> find(caller, id));
    }

    /** By another person than who proposed it; it is booked at once. */
    public Uni<AdjustmentView> confirm(Caller caller, @Nullable String idempotencyKey, UUID id) {
        return adjusting.confirm(caller, idempotencyKey, id).chain(() -> find(caller, id));
    }

    /** By anybody who may propose one. */
    public Uni<AdjustmentView> reject(Caller caller, UUID id, String reason) {
        return adjusting.reject(caller, id, reason).chain(() -> find(caller, id));
    }

    private static Refusal noSuchThing() {
        return new Refusal(CommonProblem.NOT_FOUND, "there is no such adjustment");
    }
}
