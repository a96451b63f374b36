package io.tillgate.catalogue.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.store.ApplyStock;
import io.tillgate.catalogue.store.DocumentKey;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.platform.persistence.OutboxListener;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Tells of moved stock once for all sales since the last telling. A movement after this commit finds its version
 * announced and raises the next event, so none stays untold.
 */
@ApplicationScoped
public class AnnouncingStock implements OutboxListener {
    private static final String ANNOUNCE =
            "update document_counter set announced = version where tenant_id = $1 and merchant_id = $2"
                    + " and kind = 'stock' and store_id = $3 and announced < version returning version";

    private final TenantTransaction transaction;
    private final Outbox outbox;

    AnnouncingStock(TenantTransaction transaction, Outbox outbox) {
        this.transaction = transaction;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "catalogue-stock";
    }

    @Override
    public Set<String> types() {
        return Set.of(ApplyStock.STOCK_MOVED);
    }

    @Override
    public Uni<Void> on(OutboxEvent event) {
        Owner owner =
                new Owner(event.tenant(), MerchantId.fromString(event.payload().getString("merchant")));
        StoreId store = StoreId.fromString(event.payload().getString("store"));
        Tuple key = Tuple.of(owner.tenant().value(), owner.merchant().value(), store.value());
        return transaction.sql(
                owner.scope(),
                sql -> sql.preparedQuery(ANNOUNCE)
                        .execute(key)
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().voidItem()
                                : outbox.publish(
                                        sql,
                                        changed(
                                                owner,
                                                store,
                                                rows.iterator().next().getLong(0)))));
    }

    private OutboxEvent changed(Owner owner, StoreId store, long version) {
        DocumentKey document = new DocumentKey(owner, DocumentKind.STOCK, store);
        return outbox.event(
                owner.tenant(),
                PublishingDocuments.CHANGED,
                PublishingDocuments.key(document),
                PublishingDocuments.payload(document, version, null));
    }
}
