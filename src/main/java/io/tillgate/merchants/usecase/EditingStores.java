package io.tillgate.merchants.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.MerchantProblem;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Stores are added, edited against the version last read, and archived; none is deleted. */
@ApplicationScoped
public class EditingStores {
    private final TenantTransaction transactions;
    private final PostgresMerchantStore records;
    private final MerchantTrail trail;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    EditingStores(
            TenantTransaction transactions,
            PostgresMerchantStore records,
            MerchantTrail trail,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.records = records;
        this.trail = trail;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Store> add(Caller caller, MerchantId merchant, Store.Details details) {
        Store store = new Store(caller.tenant(), new StoreId(ids.next()), merchant, 0, details, false);
        return transactions.records(
                caller.scope(),
                tx -> records.merchant(tx, caller.tenant(), merchant)
                        .chain(owner -> records.insert(tx, store, clock.instant()))
                        .call(made -> trail.store(tx, Actor.of(caller), "store.create", null, made)));
    }

    public Uni<Store> edit(Caller caller, StoreId id, @Nullable String ifMatch, Store.Details details) {
        return transactions.records(
                caller.scope(),
                tx -> records.store(tx, caller.tenant(), id)
                        .invoke(present -> Versions.expect(ifMatch, present.version()))
                        .invoke(EditingStores::refuseArchived)
                        .chain(present -> records.update(tx, with(present, details, false))
                                .call(after -> trail.store(tx, Actor.of(caller), "store.update", present, after))
                                .call(after -> tell(tx, after))));
    }

    private Uni<Void> tell(Records tx, Store after) {
        JsonObject payload = new JsonObject()
                .put("merchant", after.merchant().toString())
                .put("store", after.id().toString());
        return outbox.publish(
                tx,
                outbox.event(
                        after.tenant(), EditingMerchants.PARTICULARS_CHANGED, "merchant:" + after.merchant(), payload));
    }

    /** Archiving twice is archiving once. */
    public Uni<Store> archive(Caller caller, StoreId id, @Nullable String ifMatch) {
        return transactions.records(
                caller.scope(),
                tx -> records.store(tx, caller.tenant(), id).chain(present -> {
                    if (present.archived()) {
                        return Uni.createFrom().item(present);
                    }
                    Versions.expect(ifMatch, present.version());
                    return records.update(tx, with(present, present.details(), true))
                            .call(after -> trail.store(tx, Actor.of(caller), "store.archive", present, after));
                }));
    }

    private static Store with(Store present, Store.Details details, boolean archived) {
        return new Store(present.tenant(), present.id(), present.merchant(), present.version(), details, archived);
    }

    private static void refuseArchived(Store store) {
        if (store.archived()) {
            throw new Refusal(MerchantProblem.STORE_ARCHIVED, "the store is archived");
        }
    }
}
