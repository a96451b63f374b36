package io.tillgate.catalogue.usecase;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Price;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.SetPrice;
import io.tillgate.catalogue.store.DocumentKey;
import io.tillgate.catalogue.store.NewPrice;
import io.tillgate.catalogue.store.PostgresDocumentStore;
import io.tillgate.catalogue.store.PostgresPriceStore;
import io.tillgate.catalogue.store.PostgresProductStore;
import io.tillgate.catalogue.usecase.ChangeLog.Change;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets prices and undoes price changes. A change is always a new entry; only one that has not begun can be withdrawn. */
@ApplicationScoped
public class SettingPrices {
    private final TenantTransaction transaction;
    private final PostgresProductStore products;
    private final PostgresPriceStore prices;
    private final PublishingDocuments publishing;
    private final ChangeLog log;
    private final ObjectMapper json;
    private final Ids ids;
    private final BusinessClock clock;

    SettingPrices(
            TenantTransaction transaction,
            PostgresProductStore products,
            PostgresPriceStore prices,
            PublishingDocuments publishing,
            ChangeLog log,
            ObjectMapper json,
            Ids ids,
            BusinessClock clock) {
        this.transaction = transaction;
        this.products = products;
        this.prices = prices;
        this.publishing = publishing;
        this.log = log;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Price> set(Owner owner, Actor actor, SetPrice command) {
        command.check();
        Instant now = now(owner);
        if (command.validFrom() != null && command.validFrom().isBefore(now.minus(1, ChronoUnit.MINUTES))) {
            throw new Refusal(CatalogueProblem.PRICE_BACKDATED, "A price cannot begin in the past.");
        }
        return transaction.records(
                owner.scope(),
                records -> products.bySku(records, owner, command.sku())
                        .call(product -> prices.lock(records, owner, product))
                        .chain(product -> prices.changes(owner, product)
                                .map(changes -> entry(product, command, changes, now))
                                .chain(entry -> add(new Work(records, owner, actor, product, now), entry))));
    }

    /** Undoes a price change: one that has not begun is withdrawn, the one in force is followed by its predecessor. */
    public Uni<Price> revert(Owner owner, Actor actor, UUID id, @Nullable String ifMatch) {
        Instant now = now(owner);
        return transaction.records(
                owner.scope(),
                records -> prices.product(owner, id)
                        .chain(product -> products.get(records, owner, product))
                        .call(product -> prices.lock(records, owner, product))
                        .chain(product -> undo(new Work(records, owner, actor, product, now), id, ifMatch)));
    }

    private Uni<Price> undo(Work work, UUID id, @Nullable String ifMatch) {
        return prices.get(work.owner(), id, work.product().sku())
                .invoke(price -> Versions.expect(ifMatch, price.version()))
                .chain(price -> prices.changes(work.owner(), work.product())
                        .chain(changes -> price.validFrom().isAfter(work.now()) && price.withdrawnAt() == null
                                ? withdraw(work, price, ifMatch)
                                : add(work, undone(price, changes, work.now()))));
    }

    /** What one change works with. */
    private record Work(Records records, Owner owner, Actor actor, Product product, Instant now) {}

    private Uni<Price> add(Work work, NewPrice entry) {
        return prices.add(work.owner(), ids.next(), entry, work.product().sku())
                .call(added -> log.record(
                        work.records(), work.owner(), work.actor(), new Change("price.set", added.id(), null, added)))
                .call(() -> publish(work, entry.store()));
    }

    private Uni<Price> withdraw(Work work, Price price, @Nullable String ifMatch) {
        Change change = new Change("price.withdraw", price.id(), price, null);
        return prices.withdraw(work.owner(), price.id(), work.now(), ifMatch)
                .chain(() -> log.record(work.records(), work.owner(), work.actor(), change))
                .chain(() -> publish(work, price.store()))
                .chain(() -> prices.get(work.owner(), price.id(), price.sku()));
    }

    private Uni<Long> publish(Work work, @Nullable StoreId store) {
        StoreId seenBy = Objects.requireNonNullElse(store, PostgresDocumentStore.ALL_STORES);
        DocumentKey document = new DocumentKey(work.owner(), DocumentKind.PRICES, seenBy);
        return prices.changes(work.owner(), work.product())
                .map(changes ->
                        new PriceItems(json, work.now()).of(work.product().sku(), changes, store))
                .chain(items -> publishing.publish(work.records(), document, items));
    }

    private static NewPrice entry(Product product, SetPrice command, List<Price> changes, Instant now) {
        String currency = changes.isEmpty() ? null : changes.getFirst().currency();
        String wanted =
                command.price() == null ? currency : command.price().currency().getCurrencyCode();
        if (wanted == null || (currency != null && !currency.equals(wanted))) {
            throw new Refusal(
                    CatalogueProblem.CURRENCY, "All prices of a product are in one currency: " + currency + ".");
        }
        Instant from = command.validFrom() == null || command.validFrom().isBefore(now) ? now : command.validFrom();
        return new NewPrice(product.id(), command.store(), command.price(), wanted, from, now, null);
    }

    /** An entry with the price before this one. A store's first price of its own hands back to the merchant's. */
    static NewPrice undone(Price price, List<Price> changes, Instant now) {
        List<Price> own = changes.stream()
                .filter(change -> Objects.equals(change.store(), price.store())
                        && !change.validFrom().isAfter(now))
                .toList();
        if (own.isEmpty() || !own.getFirst().id().equals(price.id())) {
            throw new Refusal(CatalogueProblem.PRICE_SUPERSEDED, "This price is no longer in force.");
        }
        if (own.size() == 1 && price.store() == null) {
            throw new Refusal(CatalogueProblem.PRICE_WITHOUT_PREDECESSOR, "There was no price before this one.");
        }
        Price before = own.size() == 1 ? null : own.get(1);
        return new NewPrice(
                price.product(),
                price.store(),
                before == null ? null : before.price(),
                price.currency(),
                now,
                now,
                price.id());
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now(Owner owner) {
        return clock.now(owner.tenant()).truncatedTo(ChronoUnit.MICROS);
    }
}
