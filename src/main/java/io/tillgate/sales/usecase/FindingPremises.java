package io.tillgate.sales.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.TradingAccount;
import io.tillgate.sales.SalesConfig;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks premises up, and remembers them for moments only, so that a suspension is felt at once. */
@ApplicationScoped
public class FindingPremises {
    private final Merchants merchants;
    private final Tenants tenants;
    private final Cache<Premises.Key, Premises> kept;

    FindingPremises(Merchants merchants, Tenants tenants, SalesConfig config) {
        this.merchants = merchants;
        this.tenants = tenants;
        this.kept = Caffeine.newBuilder()
                .maximumSize(config.premisesMax())
                .expireAfterWrite(config.premisesKept())
                .build();
    }

    /** Empty when tenant, account, merchant or store is not there, or they do not belong together. */
    public Uni<Optional<Premises>> find(Premises.Key key) {
        Premises known = kept.getIfPresent(key);
        return known != null ? Uni.createFrom().item(Optional.of(known)) : read(key);
    }

    private Uni<Optional<Premises>> read(Premises.Key key) {
        Optional<Tenant> tenant = tenants.byId(key.tenant());
        if (tenant.isEmpty()) {
            return nothing();
        }
        return merchants
                .account(key.tenant(), key.account())
                .chain(account -> account.isEmpty() ? nothing() : withAccount(key, tenant.get(), account.get()));
    }

    private Uni<Optional<Premises>> withAccount(Premises.Key key, Tenant tenant, TradingAccount account) {
        return merchants
                .store(key.tenant(), key.store())
                .chain(store -> store.filter(found ->
                                found.merchant().equals(account.account().merchant()))
                        .map(found -> withStore(key, tenant, account, found))
                        .orElseGet(FindingPremises::nothing));
    }

    private Uni<Optional<Premises>> withStore(Premises.Key key, Tenant tenant, TradingAccount account, Store store) {
        return merchants.merchant(key.tenant(), store.merchant()).map(merchant -> {
            Optional<Premises> found = merchant.map(owner -> new Premises(tenant, account, owner, store));
            found.ifPresent(premises -> kept.put(key, premises));
            return found;
        });
    }

    private static Uni<Optional<Premises>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
