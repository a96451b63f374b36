package io.tillgate.settlement;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.store.ReserveTable;
import io.tillgate.settlement.store.ReserveTermsTable;
import io.tillgate.settlement.usecase.AgreeingReserves;
import io.tillgate.shared.MerchantAccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rolling reserves: a share of an account's sales, held back at each cut-off and given free some days on. */
@ApplicationScoped
public class Reserves {
    private final TenantTransaction transactions;
    private final AgreeingReserves agreeing;

    Reserves(TenantTransaction transactions, AgreeingReserves agreeing) {
        this.transactions = transactions;
        this.agreeing = agreeing;
    }

    /**
     * What is, or was, held back, newest first. A merchant's people see their own.
     *
     * @param open those that are held, or those that were given free; null: both
     */
    public Uni<Page<ReserveView>> list(
            Caller caller, @Nullable Boolean open, @Nullable MerchantAccountId account, PageRequest page) {
        var asked = new ReserveTable.Asked(page.afterId(), open, account, page.limit() + 1);
        return transactions
                .sql(caller.scope(), connection -> ReserveTable.list(connection, caller.tenant(), asked))
                .map(found -> Page.of(found, page, each -> each.id().toString()));
    }

    /** Agreed, proposed and rejected terms, newest first. */
    public Uni<Page<ReserveTermsView>> terms(Caller caller, @Nullable String state, PageRequest page) {
        UUID before = page.afterId();
        return transactions
                .sql(
                        caller.scope(),
                        connection ->
                                ReserveTermsTable.list(connection, caller.tenant(), state, before, page.limit() + 1))
                .map(found -> Page.of(found, page, each -> each.id().toString()));
    }

    /** Holds nothing back yet. */
    public Uni<ReserveTermsView> propose(Caller caller, ProposeReserve wanted) {
        return agreeing.propose(caller, wanted);
    }

    /** By another person than who proposed it; from the next cut-off on. */
    public Uni<ReserveTermsView> confirm(Caller caller, UUID id) {
        return agreeing.decide(caller, id, "confirmed");
    }

    public Uni<ReserveTermsView> reject(Caller caller, UUID id) {
        return agreeing.decide(caller, id, "rejected");
    }
}
