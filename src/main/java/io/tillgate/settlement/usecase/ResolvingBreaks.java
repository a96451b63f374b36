package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.http.Cursor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.BreakView;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.store.BreakTable;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Differences between bank and book, until a person says what became of each. Resolving one books nothing. */
@ApplicationScoped
public class ResolvingBreaks {
    private final TenantTransaction transactions;
    private final Audit audit;
    private final BusinessClock clock;

    ResolvingBreaks(TenantTransaction transactions, Audit audit, BusinessClock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public Uni<Page<BreakView>> list(Caller caller, @Nullable String state, PageRequest page) {
        Long before = number(page.after());
        return transactions
                .sql(caller.scope(), connection -> BreakTable.list(connection, caller.tenant(), state, before, page))
                .map(breaks -> Page.of(breaks, page, each -> Long.toString(each.number())));
    }

    public Uni<BreakView> resolve(Caller caller, UUID id, String resolution) {
        return transactions.sql(
                Scope.tenant(caller.tenant()),
                connection -> BreakTable.one(connection, caller.tenant(), id)
                        .map(ResolvingBreaks::open)
                        .chain(() -> BreakTable.resolve(
                                connection,
                                caller.tenant(),
                                id,
                                caller.username(),
                                clock.now(caller.tenant()),
                                resolution))
                        .invoke(ResolvingBreaks::requireFirst)
                        .chain(() -> audit.record(
                                connection,
                                PayoutTrail.of(
                                        caller,
                                        "bank-break.resolve",
                                        new AuditEntry.Subject("bank-break", id.toString()),
                                        new JsonObject().put("resolution", resolution))))
                        .chain(() -> BreakTable.one(connection, caller.tenant(), id))
                        .map(Optional::orElseThrow));
    }

    private static BreakView open(Optional<BreakView> found) {
        BreakView view = found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such difference"));
        requireFirst(view.state().equals("open"));
        return view;
    }

    private static void requireFirst(boolean open) {
        if (!open) {
            throw new Refusal(SettlementProblem.BREAK_RESOLVED, "somebody resolved this before");
        }
    }

    private static @Nullable Long number(@Nullable String after) {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException notANumber) {
            throw Cursor.foreign();
        }
    }
}
