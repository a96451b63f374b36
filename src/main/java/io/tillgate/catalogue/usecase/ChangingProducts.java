package io.tillgate.catalogue.usecase;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.SaveProduct;
import io.tillgate.catalogue.store.DocumentItem;
import io.tillgate.catalogue.store.DocumentKey;
import io.tillgate.catalogue.store.PostgresDocumentStore;
import io.tillgate.catalogue.store.PostgresProductStore;
import io.tillgate.catalogue.store.PostgresProductStore.Deletion;
import io.tillgate.catalogue.store.PostgresProductStore.NewProduct;
import io.tillgate.catalogue.usecase.ChangeLog.Change;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds, changes and deletes products, one at a time. */
@ApplicationScoped
public class ChangingProducts {
    private final TenantTransaction transaction;
    private final PostgresProductStore products;
    private final PublishingDocuments publishing;
    private final ChangeLog log;
    private final ObjectMapper json;
    private final Ids ids;
    private final BusinessClock clock;

    ChangingProducts(
            TenantTransaction transaction,
            PostgresProductStore products,
            PublishingDocuments publishing,
            ChangeLog log,
            ObjectMapper json,
            Ids ids,
            BusinessClock clock) {
        this.transaction = transaction;
        this.products = products;
        this.publishing = publishing;
        this.log = log;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Product> add(Owner owner, Actor actor, SaveProduct wanted) {
        wanted.check();
        ProductId id = new ProductId(ids.next());
        return transaction.records(
                owner.scope(),
                records -> products.add(records, owner, new NewProduct(id, wanted, clock.now(owner.tenant())))
                        .call(added -> log.record(records, owner, actor, new Change("product.create", id, null, added)))
                        .call(added -> publish(records, owner, List.of(live(added)))));
    }

    /** Replaces the whole product; {@code ifMatch} names the version that the caller saw. */
    public Uni<Product> change(Owner owner, Actor actor, ChangeProduct command) {
        command.wanted().check();
        NewProduct product = new NewProduct(command.id(), command.wanted(), clock.now(owner.tenant()));
        return transaction.records(
                owner.scope(),
                records -> products.get(records, owner, command.id())
                        .map(before -> sameSku(before, command.wanted()))
                        .chain(before -> products.change(records, owner, product, command.ifMatch())
                                .call(after -> log.record(
                                        records,
                                        owner,
                                        actor,
                                        new Change("product.change", command.id(), before, after)))
                                .call(after -> publish(records, owner, List.of(live(after))))));
    }

    /** What a product shall become. */
    public record ChangeProduct(
            ProductId id, SaveProduct wanted, @Nullable String ifMatch) {}

    /** Takes it out of every document, so that the sku can start afresh. */
    public Uni<Void> delete(Owner owner, Actor actor, ProductId id, @Nullable String ifMatch) {
        Deletion deletion = new Deletion(clock.now(owner.tenant()), ifMatch);
        return transaction.records(
                owner.scope(),
                records -> products.get(records, owner, id)
                        .chain(before -> products.delete(records, owner, id, deletion)
                                .chain(() -> log.record(
                                        records, owner, actor, new Change("product.delete", id, before, null)))
                                .chain(() -> publish(records, owner, List.of(gone(before.sku()))))
                                .chain(() -> publishing.withdraw(records, owner, before.sku()))));
    }

    private Uni<Long> publish(Records records, Owner owner, List<DocumentItem> items) {
        return publishing.publish(
                records, new DocumentKey(owner, DocumentKind.CATALOGUE, PostgresDocumentStore.ALL_STORES), items);
    }

    private static Product sameSku(Product before, SaveProduct wanted) {
        if (!before.sku().equals(wanted.sku())) {
            throw new Refusal(CatalogueProblem.SKU_FIXED, "A sku cannot be changed: add a new product instead.");
        }
        return before;
    }

    private DocumentItem live(Product product) {
        return CatalogueItems.live(json, product);
    }

    private static DocumentItem gone(String sku) {
        return DocumentItem.gone(sku, PostgresDocumentStore.ALL_STORES);
    }
}
