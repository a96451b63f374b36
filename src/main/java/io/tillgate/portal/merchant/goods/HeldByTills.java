package io.tillgate.portal.merchant.goods;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Catalogue;
import io.tillgate.catalogue.DocumentVersion;
import io.tillgate.merchants.Store;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.goods.ProductsList.Held;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminals;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Set;

/** Who has received what is sold: how many of a store's tills hold the newest products and prices. */
@RequestScoped
class HeldByTills {
    private static final Set<String> KINDS = Set.of("catalogue", "prices");

    private final Frames frames;
    private final Shop shop;
    private final Catalogue catalogue;
    private final Terminals terminals;

    HeldByTills(Frames frames, Shop shop, Catalogue catalogue, Terminals terminals) {
        this.frames = frames;
        this.shop = shop;
        this.catalogue = catalogue;
        this.terminals = terminals;
    }

    Uni<Held> at(Store store) {
        return catalogue
                .versions(shop.owner(), store.id())
                .chain(versions -> Everything.of(page -> terminals.list(shop.caller(), page))
                        .map(tills -> held(store, tills, versions)));
    }

    private Held held(Store store, List<Terminal> all, List<DocumentVersion> versions) {
        List<Terminal> here = all.stream()
                .filter(till -> till.storeId().equals(store.id()) && till.status() == Terminal.Status.ACTIVE)
                .toList();
        long current = here.stream().filter(till -> isCurrent(till, versions)).count();
        if (here.isEmpty()) {
            return Held.NOTHING;
        }
        String href = frames.href("tills?store=" + store.id());
        return current == here.size()
                ? new Held(words().held_all(shop.name(store)), href, false)
                : new Held(
                        words().held_some(
                                        shop.formats().number(current),
                                        shop.formats().number(here.size()),
                                        shop.name(store)),
                        href,
                        true);
    }

    private static boolean isCurrent(Terminal till, List<DocumentVersion> versions) {
        return versions.stream()
                .filter(newest -> KINDS.contains(newest.kind().word()))
                .allMatch(newest -> newest.version() <= held(till, newest));
    }

    /** Nothing is the version before the first. */
    private static long held(Terminal till, DocumentVersion newest) {
        return till.documents().get(newest.kind().word()) instanceof Number version ? version.longValue() : 0;
    }

    private GoodsMessages words() {
        return Words.in(GoodsMessages.class, shop.locale());
    }
}
