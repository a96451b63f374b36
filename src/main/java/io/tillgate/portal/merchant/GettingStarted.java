package io.tillgate.portal.merchant;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Assortment;
import io.tillgate.merchants.Store;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.portal.merchant.HomeFigures.Step;
import io.tillgate.terminals.Terminal;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** What a new shop has to do before it can sell, and how far it is. */
@RequestScoped
class GettingStarted {
    private final Shop shop;
    private final Assortment assortment;

    GettingStarted(Shop shop, Assortment assortment) {
        this.shop = shop;
        this.assortment = assortment;
    }

    /**
     * What the page knows already.
     *
     * @param goods whether a product was seen: otherwise it is looked for
     */
    record Begun(List<Store> stores, List<Terminal> tills, boolean goods, boolean sold) {}

    Uni<List<Step>> steps(Begun begun, String base) {
        return goods(begun)
                .map(goods -> steps(
                        List.of(
                                !begun.stores().isEmpty(),
                                goods,
                                !begun.tills().isEmpty(),
                                begun.tills().stream().anyMatch(till -> till.status() == Terminal.Status.ACTIVE),
                                begun.sold()),
                        base));
    }

    private Uni<Boolean> goods(Begun begun) {
        return begun.goods()
                ? Uni.createFrom().item(true)
                : assortment
                        .products(shop.owner(), null, null, new PageRequest(1, null))
                        .map(products -> !products.items().isEmpty());
    }

    private List<Step> steps(List<Boolean> done, String base) {
        ShopMessages words = shop.words();
        List<String> titles = List.of(
                words.step_store(), words.step_product(), words.step_till(), words.step_activate(), words.step_sell());
        List<String> abouts = List.of(
                words.step_store_about(),
                words.step_product_about(),
                words.step_till_about(),
                words.step_activate_about(),
                words.step_sell_about());
        List<String> places = List.of("/stores/new", "/products", "/tills/new", "/tills", "/sales");
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            boolean next = !done.get(i) && !done.subList(0, i).contains(false);
            steps.add(new Step(titles.get(i), abouts.get(i), base + places.get(i), done.get(i), next));
        }
        return List.copyOf(steps);
    }
}
