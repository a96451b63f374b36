package io.tillgate.sales.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Catalogue;
import io.tillgate.catalogue.Owner;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalesConfig;
import io.tillgate.sales.usecase.SellGoods.Basket;
import io.tillgate.sales.usecase.SellGoods.Line;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what the catalogue knows of a basket, in one transaction, and judges it. */
@ApplicationScoped
class CheckingBaskets {
    private final TenantTransaction transactions;
    private final Catalogue catalogue;
    private final SalesConfig config;
    private final BusinessClock clock;

    CheckingBaskets(TenantTransaction transactions, Catalogue catalogue, SalesConfig config, BusinessClock clock) {
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.config = config;
        this.clock = clock;
    }

    /** @param priced false for stored offline sales */
    Uni<List<SaleLine>> check(Basket basket, Premises premises, boolean priced) {
        Owner owner = new Owner(premises.tenant().id(), premises.merchant().id());
        Instant now = clock.now(premises.tenant().id());
        BasketPolicy.Terms terms = new BasketPolicy.Terms(
                premises.trading().account().currency(),
                now,
                now.minus(config.priceGrace()),
                config.tenantsWithOpenArticles()
                        .map(slugs -> slugs.contains(premises.tenant().slug()))
                        .orElse(false),
                priced);
        return known(basket, owner, premises).map(known -> BasketPolicy.check(basket, known, terms));
    }

    private Uni<BasketPolicy.Known> known(Basket basket, Owner owner, Premises premises) {
        Set<String> skus = basket.lines().stream().map(Line::sku).collect(Collectors.toSet());
        Set<String> codes = basket.lines().stream()
                .map(Line::coupon)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return codes.isEmpty()
                ? transactions.read(
                        owner.scope(),
                        sql -> catalogue
                                .lookup(sql, owner, premises.store().id(), skus)
                                .map(items -> new BasketPolicy.Known(items, Map.of())))
                : transactions.sql(
                        owner.scope(),
                        sql -> catalogue
                                .lookup(sql, owner, premises.store().id(), skus)
                                .chain(items -> catalogue
                                        .coupons(sql, owner, codes)
                                        .map(coupons -> new BasketPolicy.Known(items, coupons))));
    }
}
