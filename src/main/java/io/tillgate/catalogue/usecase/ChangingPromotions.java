package io.tillgate.catalogue.usecase;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Promotion;
import io.tillgate.catalogue.SavePromotion;
import io.tillgate.catalogue.store.DocumentItem;
import io.tillgate.catalogue.store.DocumentKey;
import io.tillgate.catalogue.store.PostgresDocumentStore;
import io.tillgate.catalogue.store.PostgresPromotionStore;
import io.tillgate.catalogue.usecase.ChangeLog.Change;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.StoreId;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds, changes and deletes promotions. */
@ApplicationScoped
public class ChangingPromotions {
    private final TenantTransaction transaction;
    private final PostgresPromotionStore promotions;
    private final PublishingDocuments publishing;
    private final ChangeLog log;
    private final ObjectMapper json;
    private final Ids ids;
    private final BusinessClock clock;

    ChangingPromotions(
            TenantTransaction transaction,
            PostgresPromotionStore promotions,
            PublishingDocuments publishing,
            ChangeLog log,
            ObjectMapper json,
            Ids ids,
            BusinessClock clock) {
        this.transaction = transaction;
        this.promotions = promotions;
        this.publishing = publishing;
        this.log = log;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Promotion> get(Owner owner, UUID id) {
        return transaction.records(owner.scope(), records -> promotions.get(owner, id));
    }

    /** One more than the limit when there are more. */
    public Uni<List<Promotion>> list(Owner owner, int limit, @Nullable UUID after) {
        return transaction.records(owner.scope(), records -> promotions.list(owner, limit, after));
    }

    public Uni<Promotion> add(Owner owner, Actor actor, SavePromotion wanted) {
        wanted.check();
        return transaction.records(
                owner.scope(),
                records -> promotions
                        .add(owner, ids.next(), wanted)
                        .call(added -> log.record(
                                records, owner, actor, new Change("promotion.create", added.id(), null, added)))
                        .call(added -> publish(records, owner, List.of(live(added)))));
    }

    public Uni<Promotion> change(Owner owner, Actor actor, ChangePromotion command) {
        command.wanted().check();
        UUID id = command.id();
        return transaction.records(
                owner.scope(),
                records -> promotions
                        .get(owner, id)
                        .chain(before -> promotions
                                .change(owner, id, command.wanted(), command.ifMatch())
                                .call(after -> log.record(
                                        records, owner, actor, new Change("promotion.change", id, before, after)))
                                .call(after -> publish(records, owner, moved(before, after)))));
    }

    /** What a promotion shall become. */
    public record ChangePromotion(
            UUID id, SavePromotion wanted, @Nullable String ifMatch) {}

    public Uni<Void> delete(Owner owner, Actor actor, UUID id, @Nullable String ifMatch) {
        return transaction.records(
                owner.scope(),
                records -> promotions
                        .get(owner, id)
                        .chain(before -> promotions
                                .delete(owner, id, clock.now(owner.tenant()), ifMatch)
                                .chain(() -> log.record(
                                        records, owner, actor, new Change("promotion.delete", id, before, null)))
                                .chain(() -> publish(records, owner, List.of(gone(before)))))
                        .replaceWithVoid());
    }

    /** Told to every store: a promotion may move from one to another. */
    private Uni<Long> publish(Records records, Owner owner, List<DocumentItem> items) {
        DocumentKey document = new DocumentKey(owner, DocumentKind.PROMOTIONS, PostgresDocumentStore.ALL_STORES);
        return publishing.publish(records, document, items);
    }

    private List<DocumentItem> moved(Promotion before, Promotion after) {
        return store(before).equals(store(after)) ? List.of(live(after)) : List.of(gone(before), live(after));
    }

    /** On a terminal: {@code id, type "promotion"}, and the terms as people wrote them. */
    private DocumentItem live(Promotion promotion) {
        ObjectNode item = json.valueToTree(promotion.terms());
        item.put("id", promotion.id().toString()).put("type", "promotion");
        return DocumentItem.live(promotion.id().toString(), store(promotion), item);
    }

    private static DocumentItem gone(Promotion promotion) {
        return DocumentItem.gone(promotion.id().toString(), store(promotion));
    }

    private static StoreId store(Promotion promotion) {
        return Objects.requireNonNullElse(promotion.terms().store(), PostgresDocumentStore.ALL_STORES);
    }
}
