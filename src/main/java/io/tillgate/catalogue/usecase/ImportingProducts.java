package io.tillgate.catalogue.usecase;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.ImportMode;
import io.tillgate.catalogue.ImportOutcome;
import io.tillgate.catalogue.ImportOutcome.Mistake;
import io.tillgate.catalogue.Owner;
import io.tillgate.catalogue.Product;
import io.tillgate.catalogue.SaveProduct;
import io.tillgate.catalogue.store.DocumentItem;
import io.tillgate.catalogue.store.DocumentKey;
import io.tillgate.catalogue.store.PostgresDocumentStore;
import io.tillgate.catalogue.store.PostgresPriceStore;
import io.tillgate.catalogue.store.PostgresProductImport;
import io.tillgate.catalogue.usecase.ChangeLog.Change;
import io.tillgate.catalogue.usecase.ProductCsv.Line;
import io.tillgate.catalogue.usecase.ProductCsv.Parsed;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.Money;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes a merchant's products from a CSV file: one transaction, one new version of each document, one audit record. */
@ApplicationScoped
public class ImportingProducts {
    private static final int VIOLATIONS_MAX = 1_000;

    private final TenantTransaction transaction;
    private final PostgresProductImport store;
    private final PostgresPriceStore prices;
    private final PublishingDocuments publishing;
    private final ChangeLog log;
    private final ObjectMapper json;
    private final BusinessClock clock;

    ImportingProducts(
            TenantTransaction transaction,
            PostgresProductImport store,
            PostgresPriceStore prices,
            PublishingDocuments publishing,
            ChangeLog log,
            ObjectMapper json,
            BusinessClock clock) {
        this.transaction = transaction;
        this.store = store;
        this.prices = prices;
        this.publishing = publishing;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    /** Adds products with new skus, changes those that are there. */
    public Uni<ImportOutcome> run(Owner owner, Actor actor, String csv, ImportMode mode) {
        Instant now = clock.now(owner.tenant()).truncatedTo(ChronoUnit.MICROS);
        return Uni.createFrom()
                .item(() -> ProductCsv.parse(csv))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(parsed -> transaction.records(
                        owner.scope(), records -> run(new Work(records, owner, actor, mode, now), parsed)));
    }

    /** What one import works with. */
    private record Work(Records records, Owner owner, Actor actor, ImportMode mode, Instant now) {}

    private Uni<ImportOutcome> run(Work work, Parsed parsed) {
        return checked(work, parsed).chain(good -> {
            if (work.mode() == ImportMode.ALL_OR_NOTHING && !good.mistakes().isEmpty()) {
                throw refused(good.mistakes());
            }
            if (good.lines().isEmpty()) {
                return Uni.createFrom().item(new ImportOutcome(0, 0, good.mistakes()));
            }
            return write(work, good.lines())
                    .map(priced -> new ImportOutcome(good.lines().size(), priced, good.mistakes()))
                    .call(outcome -> log.record(
                            work.records(),
                            work.owner(),
                            work.actor(),
                            new Change("products.import", work.owner().merchant(), null, summary(outcome))));
        });
    }

    /** Adds the mistakes that only the database knows: barcodes of other products, prices in another currency. */
    private Uni<Parsed> checked(Work work, Parsed parsed) {
        List<String> codes = parsed.lines().stream()
                .flatMap(line -> line.product().codes().stream())
                .toList();
        return store.takenBarcodes(work.records(), work.owner(), codes)
                .chain(taken -> store.basePrices(work.records(), work.owner(), skus(parsed.lines()), work.now())
                        .map(base -> sorted(parsed, taken, base)));
    }

    private static Parsed sorted(Parsed parsed, Map<String, String> taken, Map<String, Money> base) {
        List<Line> good = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>(parsed.mistakes());
        for (Line line : parsed.lines()) {
            String sku = line.product().sku();
            Money present = base.get(sku);
            Money price = line.price();
            if (line.product().codes().stream()
                    .anyMatch(code -> !taken.getOrDefault(code, sku).equals(sku))) {
                mistakes.add(
                        new Mistake(line.number(), "barcodes", "BARCODE_TAKEN", "another product has this barcode"));
            } else if (present != null && price != null && !present.currency().equals(price.currency())) {
                mistakes.add(
                        new Mistake(line.number(), "currency", "CURRENCY", "not the currency of its present price"));
            } else {
                good.add(line);
            }
        }
        mistakes.sort(java.util.Comparator.comparingLong(Mistake::line));
        return new Parsed(good, mistakes);
    }

    /** Answers how many prices changed. */
    private Uni<Integer> write(Work work, List<Line> lines) {
        List<SaveProduct> products = lines.stream().map(Line::product).toList();
        DocumentKey document = new DocumentKey(work.owner(), DocumentKind.CATALOGUE, PostgresDocumentStore.ALL_STORES);
        return store.upsert(work.records(), work.owner(), products, work.now())
                .call(ids -> store.replaceBarcodes(work.records(), work.owner(), products, ids)
                        .invoke(ImportingProducts::refuseLost))
                .chain(ids -> changedPrices(work, lines, ids)
                        .call(changed -> addPrices(work, changed))
                        .call(() -> publishing.publish(work.records(), document, items(products, ids)))
                        .call(changed -> publishPrices(work, ids, changed))
                        .map(Map::size));
    }

    private Uni<Map<ProductId, Money>> changedPrices(Work work, List<Line> lines, Map<String, ProductId> ids) {
        return store.basePrices(work.records(), work.owner(), skus(lines), work.now())
                .map(base -> {
                    Map<ProductId, Money> changed = new LinkedHashMap<>();
                    for (Line line : lines) {
                        String sku = line.product().sku();
                        if (line.price() != null && !line.price().equals(base.get(sku))) {
                            changed.put(Objects.requireNonNull(ids.get(sku)), line.price());
                        }
                    }
                    return changed;
                });
    }

    private Uni<Void> addPrices(Work work, Map<ProductId, Money> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.addPrices(work.records(), work.owner(), changed, work.now());
    }

    private Uni<Long> publishPrices(Work work, Map<String, ProductId> ids, Map<ProductId, Money> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        Map<ProductId, String> skus = new LinkedHashMap<>();
        ids.forEach((sku, id) -> {
            if (changed.containsKey(id)) {
                skus.put(id, sku);
            }
        });
        DocumentKey document = new DocumentKey(work.owner(), DocumentKind.PRICES, PostgresDocumentStore.ALL_STORES);
        PriceItems items = new PriceItems(json, work.now());
        return prices.changes(work.owner(), skus)
                .map(bySku -> bySku.entrySet().stream()
                        .flatMap(entry -> items.of(entry.getKey(), entry.getValue(), null).stream())
                        .toList())
                .chain(all -> publishing.publish(work.records(), document, all));
    }

    private List<DocumentItem> items(List<SaveProduct> products, Map<String, ProductId> ids) {
        return products.stream()
                .map(product ->
                        CatalogueItems.live(json, product(product, Objects.requireNonNull(ids.get(product.sku())))))
                .toList();
    }

    private static Product product(SaveProduct saved, ProductId id) {
        List<String> codes = saved.codes().stream().sorted().toList();
        return new Product(
                id,
                saved.sku(),
                saved.name(),
                saved.unit(),
                saved.taxRate(),
                saved.category(),
                saved.isActive(),
                codes,
                0);
    }

    private static List<String> skus(List<Line> lines) {
        return lines.stream().map(line -> line.product().sku()).toList();
    }

    /** Counts only: the lines are in the products themselves. */
    private static Map<String, Integer> summary(ImportOutcome outcome) {
        return Map.of(
                "imported", outcome.imported(),
                "priced", outcome.priced(),
                "mistakes", outcome.mistakes().size());
    }

    private static void refuseLost(int lost) {
        if (lost > 0) {
            throw new Refusal(CatalogueProblem.BARCODE_TAKEN, "A barcode was given to another product meanwhile.");
        }
    }

    private static Refusal refused(List<Mistake> mistakes) {
        Stream<Violation> violations = mistakes.stream()
                .limit(VIOLATIONS_MAX)
                .map(mistake -> new Violation(
                        "/lines/" + mistake.line() + "/" + mistake.column(), mistake.code(), mistake.message()));
        return new Refusal(
                CatalogueProblem.IMPORT_HAS_MISTAKES,
                "Nothing was imported: " + mistakes.size() + " mistakes.",
                violations.toList());
    }
}
