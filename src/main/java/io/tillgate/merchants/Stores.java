package io.tillgate.merchants;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.store.MerchantLists;
import io.tillgate.merchants.store.MerchantLists.StoreFilter;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.merchants.usecase.EditingStores;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores and accounts as their keepers see them: the caller's scope decides what is there. */
@ApplicationScoped
public class Stores {
    private final TenantTransaction transactions;
    private final MerchantLists lists;
    private final PostgresMerchantStore records;
    private final EditingStores editing;

    Stores(TenantTransaction transactions, MerchantLists lists, PostgresMerchantStore records, EditingStores editing) {
        this.transactions = transactions;
        this.lists = lists;
        this.records = records;
        this.editing = editing;
    }

    /**
     * Oldest first.
     *
     * @param merchant one merchant's only; null for all that the caller may see
     */
    public Uni<Page<Store>> list(Caller caller, @Nullable MerchantId merchant, boolean archivedToo, PageRequest page) {
        UUID of = merchant == null ? null : merchant.value();
        return transactions.records(
                caller.scope(), tx -> lists.stores(tx, caller.tenant(), new StoreFilter(of, null, archivedToo), page));
    }

    /** The accounts of a merchant; few. */
    public Uni<List<MerchantAccount>> accounts(Caller caller, MerchantId merchant) {
        return transactions.records(caller.scope(), tx -> lists.accounts(tx, caller.tenant(), merchant));
    }

    /** Another's store looks like none. */
    public Uni<Store> get(Caller caller, StoreId id) {
        return transactions.records(caller.scope(), tx -> records.store(tx, caller.tenant(), id));
    }

    public Uni<Store> add(Caller caller, MerchantId merchant, Store.Details details) {
        return editing.add(caller, merchant, details);
    }

    /** @param version the one that was read */
    public Uni<Store> edit(Caller caller, StoreId id, int version, Store.Details details) {
        return editing.edit(caller, id, Versions.etag(version), details);
    }

    /** Receipts and reports still name it. Archiving twice is archiving once. */
    public Uni<Store> archive(Caller caller, StoreId id, int version) {
        return editing.archive(caller, id, Versions.etag(version));
    }
}
