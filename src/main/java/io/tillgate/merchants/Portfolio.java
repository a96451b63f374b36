package io.tillgate.merchants;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.store.MerchantLists;
import io.tillgate.merchants.store.MerchantLists.StoreFilter;
import io.tillgate.merchants.store.MerchantLookups;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.merchants.usecase.EditingMerchants;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The merchants of an acquirer, as its staff look after them. Whether a role may do something is asked at the transport. */
@ApplicationScoped
public class Portfolio {
    private static final int STORES_MAX = 200;

    private final TenantTransaction transactions;
    private final MerchantLists lists;
    private final MerchantLookups lookups;
    private final PostgresMerchantStore records;
    private final EditingMerchants editing;

    Portfolio(
            TenantTransaction transactions,
            MerchantLists lists,
            MerchantLookups lookups,
            PostgresMerchantStore records,
            EditingMerchants editing) {
        this.transactions = transactions;
        this.lists = lists;
        this.lookups = lookups;
        this.records = records;
        this.editing = editing;
    }

    /**
     * Which merchants.
     *
     * @param search part of a name, or a whole registration or merchant number; null for all
     * @param status null for all
     */
    public record Asked(@Nullable String search, Standing.@Nullable Status status) {}

    /** An account and where it is paid. */
    public record Held(MerchantAccount account, BankAccount payout) {}

    /** Oldest first. */
    public Uni<Page<Merchant>> list(Caller caller, Asked asked, PageRequest page) {
        return transactions.records(caller.scope(), tx -> lists.merchants(tx, caller.tenant(), asked, page));
    }

    /** Refuses {@code NOT_FOUND}. */
    public Uni<Merchant> get(Caller caller, MerchantId id) {
        return transactions.records(caller.scope(), tx -> records.merchant(tx, caller.tenant(), id));
    }

    public Uni<List<Held>> accounts(Caller caller, MerchantId id) {
        return transactions.records(
                caller.scope(),
                tx -> lists.accounts(tx, caller.tenant(), id)
                        .chain(accounts -> Multi.createFrom()
                                .iterable(accounts)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        account -> records.bankAccount(tx, caller.tenant(), account.payoutAccount())
                                                .map(payout -> new Held(account, payout)))
                                .collect()
                                .asList()));
    }

    /** Those that are not archived, at most 200. */
    public Uni<List<Store>> stores(Caller caller, MerchantId id) {
        return transactions
                .records(
                        caller.scope(),
                        tx -> lists.stores(
                                tx,
                                caller.tenant(),
                                new StoreFilter(id.value(), null, false),
                                new PageRequest(STORES_MAX, null)))
                .map(Page::items);
    }

    public Uni<Long> count(TenantId tenant) {
        return lookups.count(tenant);
    }

    /**
     * Switches what a merchant may do.
     *
     * @param version the one that was read
     * @param wanted says why when anything is switched off
     */
    public Uni<Merchant> switchTo(Caller caller, MerchantId id, int version, Standing wanted) {
        return editing.edit(
                caller,
                id,
                Versions.etag(version),
                new EditingMerchants.Edit(null, null, wanted.mayTrade(), wanted.mayBePaid(), wanted.reason()));
    }
}
