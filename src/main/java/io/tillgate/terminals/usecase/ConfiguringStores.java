package io.tillgate.terminals.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Catalogue;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.DocumentPage;
import io.tillgate.catalogue.Owner;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.Merchants;
import io.tillgate.merchants.Store;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store's configuration document equal to what merchant, store and tenant file say: the items {@code shop},
 * {@code limits} and {@code receipt}. Only what differs is written, so the version grows with a change and with nothing
 * else, and terminals are told of it as of any other document.
 */
@ApplicationScoped
class ConfiguringStores {
    private static final int PAGES_MAX = 20;

    private final Catalogue catalogue;
    private final Merchants merchants;
    private final Tenants tenants;
    private final TenantTransaction transactions;

    ConfiguringStores(Catalogue catalogue, Merchants merchants, Tenants tenants, TenantTransaction transactions) {
        this.catalogue = catalogue;
        this.merchants = merchants;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    /** One store of one merchant. */
    record Place(TenantId tenant, MerchantId merchant, StoreId store) {
        Owner owner() {
            return new Owner(tenant, merchant);
        }
    }

    /** Writes what differs; does nothing where tenant, merchant or store is gone. */
    Uni<Void> keep(Place place) {
        return wanted(place)
                .chain(wanted -> wanted.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : held(place, null, new HashMap<>(), PAGES_MAX).chain(held -> write(place, wanted, held)));
    }

    private Uni<Void> write(Place place, Map<String, JsonNode> wanted, Map<String, JsonNode> held) {
        Map<String, @Nullable JsonNode> changed = new HashMap<>(wanted);
        changed.entrySet().removeIf(item -> Objects.equals(item.getValue(), held.get(item.getKey())));
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions
                        .records(
                                place.owner().scope(),
                                tx -> catalogue.configure(tx, place.owner(), place.store(), changed))
                        .replaceWithVoid();
    }

    private Uni<Map<String, JsonNode>> held(
            Place place, @Nullable String cursor, Map<String, JsonNode> found, int pagesLeft) {
        var feed = new Catalogue.Feed(place.store(), DocumentKind.CONFIGURATION);
        return catalogue
                .changesSince(place.owner(), feed, 0, new Catalogue.Slice(cursor, Catalogue.PAGE_MAX))
                .chain((DocumentPage page) -> {
                    page.items().forEach(item -> found.put(item.path("key").asText(), item.path("value")));
                    return page.next() == null || pagesLeft == 0
                            ? Uni.createFrom().item(found)
                            : held(place, page.next(), found, pagesLeft - 1);
                });
    }

    private Uni<Map<String, JsonNode>> wanted(Place place) {
        Optional<Tenant> tenant = tenants.byId(place.tenant());
        return merchants
                .store(place.tenant(), place.store())
                .chain(store -> merchants
                        .merchant(place.tenant(), place.merchant())
                        .map(merchant -> tenant.isEmpty() || store.isEmpty() || merchant.isEmpty()
                                ? Map.of()
                                : items(tenant.get(), merchant.get(), store.get())));
    }

    private static Map<String, JsonNode> items(Tenant tenant, Merchant merchant, Store store) {
        var nodes = JsonNodeFactory.instance;
        Store.Name name = store.details().name();
        ObjectNode names = nodes.objectNode().put("en", name.en());
        if (name.zh() != null) {
            names.put("zh", name.zh());
        }
        ObjectNode shop = nodes.objectNode()
                .put("merchantName", merchant.business().tradingName())
                .put("timeZone", store.details().timeZone().getId());
        shop.set("storeName", names);
        var limits = tenant.settings().limits();
        return Map.of(
                "shop",
                shop,
                "limits",
                nodes.objectNode()
                        .put("messagesPerMinute", limits.messagesPerMinute())
                        .set("saleMaximum", number(limits.saleMax())),
                "receipt",
                nodes.objectNode().put("language", tenant.settings().locale().getLanguage()));
    }

    /** The kind of node that reading it back makes: nodes of two kinds are never equal. */
    private static JsonNode number(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }
}
