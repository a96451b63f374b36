package io.tillgate.merchants;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.domain.ChangeRequest;
import io.tillgate.merchants.domain.ChangeState;
import io.tillgate.merchants.store.MerchantLists;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.merchants.usecase.ChangingWithFourEyes;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of bank account, fee plan and accounts: one person proposes, another confirms. */
@ApplicationScoped
public class Changes {
    private final TenantTransaction transactions;
    private final MerchantLists lists;
    private final PostgresMerchantStore records;
    private final ChangingWithFourEyes changing;

    Changes(
            TenantTransaction transactions,
            MerchantLists lists,
            PostgresMerchantStore records,
            ChangingWithFourEyes changing) {
        this.transactions = transactions;
        this.lists = lists;
        this.records = records;
        this.changing = changing;
    }

    /**
     * Oldest first.
     *
     * @param state {@code proposed}, {@code confirmed} or {@code rejected}; null for all
     * @param merchant null for all
     */
    public Uni<Page<ChangeAsked>> list(
            Caller caller, @Nullable String state, @Nullable MerchantId merchant, PageRequest page) {
        return transactions
                .records(caller.scope(), tx -> lists.changeRequests(tx, caller.tenant(), state, merchant, page))
                .map(found -> found.map(Changes::asked));
    }

    /** Refuses {@code NOT_FOUND}. */
    public Uni<ChangeAsked> get(Caller caller, UUID id) {
        return transactions
                .records(caller.scope(), tx -> records.changeRequest(tx, caller.tenant(), id))
                .map(Changes::asked);
    }

    public Uni<ChangeAsked> propose(Caller caller, MerchantAccountId account, Change change, String reason) {
        return changing.propose(caller, account, change, reason).map(Changes::asked);
    }

    /** Refuses {@code NEEDS_ANOTHER_PERSON} who proposed it. */
    public Uni<ChangeAsked> confirm(Caller caller, UUID id) {
        return changing.confirm(caller, id).map(Changes::asked);
    }

    /** Who proposed it withdraws it this way. */
    public Uni<ChangeAsked> reject(Caller caller, UUID id, String reason) {
        return changing.reject(caller, id, reason).map(Changes::asked);
    }

    private static ChangeAsked asked(ChangeRequest request) {
        ChangeAsked.Mark proposed = mark(request.state().proposed());
        return switch (request.state()) {
            case ChangeState.Proposed ignored -> asked(request, "proposed", proposed, null, null);
            case ChangeState.Confirmed done -> asked(request, "confirmed", proposed, mark(done.confirmed()), null);
            case ChangeState.Rejected no -> asked(request, "rejected", proposed, mark(no.rejected()), no.reason());
        };
    }

    private static ChangeAsked asked(
            ChangeRequest request,
            String state,
            ChangeAsked.Mark proposed,
            ChangeAsked.@Nullable Mark decided,
            @Nullable String rejection) {
        return new ChangeAsked(
                request.id(),
                request.merchant(),
                request.account(),
                request.change(),
                request.reason(),
                state,
                proposed,
                decided,
                rejection);
    }

    private static ChangeAsked.Mark mark(ChangeState.Mark mark) {
        return new ChangeAsked.Mark(mark.subject(), mark.name(), mark.at());
    }
}
