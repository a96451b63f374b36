package io.tillgate.portal.merchant.shop;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Owner;
import io.tillgate.merchants.Merchants;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.Stores;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Language;
import io.tillgate.portal.frame.Words;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import jakarta.enterprise.context.RequestScoped;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Whose shop the pages of this request are about, and how its reader writes things. */
@RequestScoped
public class Shop {
    /** Pages name stores in lists to choose from; a merchant with more still finds their sales by number. */
    private static final int STORES_MAX = 200;

    private final Frames frames;
    private final Stores stores;
    private final Merchants merchants;

    public Shop(Frames frames, Stores stores, Merchants merchants) {
        this.frames = frames;
        this.stores = stores;
        this.merchants = merchants;
    }

    public Caller caller() {
        return frames.caller();
    }

    /** An applicant has no shop yet: nothing of one is there. */
    public MerchantId merchant() {
        MerchantId merchant = caller().merchant();
        if (merchant == null || !caller().isOfMerchant()) {
            throw new Refusal(CommonProblem.NOT_FOUND, "you have no merchant yet");
        }
        return merchant;
    }

    public Owner owner() {
        return new Owner(caller().tenant(), merchant());
    }

    public Uni<List<Store>> stores() {
        return stores(true);
    }

    public Uni<List<Store>> stores(boolean archivedToo) {
        return stores.list(caller(), merchant(), archivedToo, new PageRequest(STORES_MAX, null))
                .map(page -> page.items());
    }

    /** In which the shop trades: that of its first account. */
    public Uni<Currency> currency() {
        return stores.accounts(caller(), merchant())
                .map(accounts -> accounts.getFirst().currency());
    }

    /** For changes that name a store: another's looks like none. */
    public Uni<Owner> ownerAt(StoreId store) {
        return merchants
                .store(caller().tenant(), store)
                .map(found -> found.filter(place -> place.merchant().equals(merchant()))
                        .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such store")))
                .replaceWith(owner());
    }

    public Locale locale() {
        return frames.locale();
    }

    public boolean chinese() {
        return locale().equals(Language.CHINESE);
    }

    public Formats formats() {
        return frames.formats();
    }

    public ShopMessages words() {
        return Words.in(ShopMessages.class, locale());
    }

    /** A store's name in the reader's language. */
    public String name(Store store) {
        Store.Name name = store.details().name();
        return chinese() && name.zh() != null ? name.zh() : name.en();
    }

    public String name(List<Store> all, StoreId id) {
        return all.stream()
                .filter(store -> store.id().equals(id))
                .findFirst()
                .map(this::name)
                .orElseGet(() -> words().unknown_store());
    }

    public Formats formatsAt(List<Store> all, StoreId id) {
        return all.stream()
                .filter(store -> store.id().equals(id))
                .findFirst()
                .map(store -> formats().in(store.details().timeZone()))
                .orElseGet(this::formats);
    }
}
