package io.tillgate.catalogue.usecase;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Coupon;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.SaveCoupon;
import io.tillgate.catalogue.store.DocumentItem;
import io.tillgate.catalogue.store.DocumentKey;
import io.tillgate.catalogue.store.PostgresCouponStore;
import io.tillgate.catalogue.store.PostgresDocumentStore;
import io.tillgate.catalogue.usecase.ChangeLog.Change;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds, changes and deletes coupons. Terminals get them with the promotions, to show the discount before they ask for it. */
@ApplicationScoped
public class ChangingCoupons {
    private final TenantTransaction transaction;
    private final PostgresCouponStore coupons;
    private final PublishingDocuments publishing;
    private final ChangeLog log;
    private final ObjectMapper json;
    private final Ids ids;
    private final BusinessClock clock;

    ChangingCoupons(
            TenantTransaction transaction,
            PostgresCouponStore coupons,
            PublishingDocuments publishing,
            ChangeLog log,
            ObjectMapper json,
            Ids ids,
            BusinessClock clock) {
        this.transaction = transaction;
        this.coupons = coupons;
        this.publishing = publishing;
        this.log = log;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Coupon> get(Owner owner, UUID id) {
        return transaction.records(owner.scope(), records -> coupons.get(owner, id));
    }

    /** One more than the limit when there are more. */
    public Uni<List<Coupon>> list(Owner owner, int limit, @Nullable String after) {
        return transaction.records(owner.scope(), records -> coupons.list(owner, limit, after));
    }

    public Uni<Coupon> add(Owner owner, Actor actor, SaveCoupon wanted) {
        wanted.check();
        return transaction.records(
                owner.scope(),
                records -> coupons.add(owner, ids.next(), wanted)
                        .call(added ->
                                log.record(records, owner, actor, new Change("coupon.create", added.id(), null, added)))
                        .call(added -> publish(records, owner, live(added))));
    }

    public Uni<Coupon> change(Owner owner, Actor actor, ChangeCoupon command) {
        command.wanted().check();
        UUID id = command.id();
        return transaction.records(
                owner.scope(),
                records -> coupons.get(owner, id)
                        .chain(before -> coupons.change(owner, id, command.wanted(), command.ifMatch())
                                .call(after -> log.record(
                                        records, owner, actor, new Change("coupon.change", id, before, after)))
                                .call(after -> publish(records, owner, live(after)))));
    }

    /** What a coupon shall become. */
    public record ChangeCoupon(
            UUID id, SaveCoupon wanted, @Nullable String ifMatch) {}

    public Uni<Void> delete(Owner owner, Actor actor, UUID id, @Nullable String ifMatch) {
        DocumentItem gone = DocumentItem.gone(id.toString(), PostgresDocumentStore.ALL_STORES);
        return transaction.records(
                owner.scope(),
                records -> coupons.get(owner, id)
                        .chain(before -> coupons.delete(owner, id, clock.now(owner.tenant()), ifMatch)
                                .chain(() -> log.record(
                                        records, owner, actor, new Change("coupon.delete", id, before, null)))
                                .chain(() -> publish(records, owner, gone)))
                        .replaceWithVoid());
    }

    private Uni<Long> publish(Records records, Owner owner, DocumentItem item) {
        return publishing.publish(
                records,
                new DocumentKey(owner, DocumentKind.PROMOTIONS, PostgresDocumentStore.ALL_STORES),
                List.of(item));
    }

    /** On a terminal: {@code id, type "coupon", code, discount, currency, validity, basketMin, active}. */
    private DocumentItem live(Coupon coupon) {
        ObjectNode item = json.createObjectNode()
                .put("id", coupon.id().toString())
                .put("type", "coupon")
                .put("code", coupon.code())
                .put("currency", coupon.currency())
                .put("basketMin", coupon.basketMin())
                .put("active", coupon.active());
        item.set("discount", json.valueToTree(coupon.discount()));
        item.set("validity", json.valueToTree(coupon.validity()));
        return DocumentItem.live(coupon.id().toString(), PostgresDocumentStore.ALL_STORES, item);
    }
}
