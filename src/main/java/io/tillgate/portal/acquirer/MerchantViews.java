package io.tillgate.portal.acquirer;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Question;
import io.tillgate.analytics.Summary;
import io.tillgate.merchants.ChangeAsked;
import io.tillgate.merchants.Changes;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.Portfolio;
import io.tillgate.merchants.Portfolio.Held;
import io.tillgate.merchants.Store;
import io.tillgate.platform.audit.AuditTrail;
import io.tillgate.platform.audit.AuditTrail.AuditView;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.shared.MerchantId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import io.tillgate.terminals.Fleet;
import io.tillgate.terminals.Terminal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gathers what is known of one merchant. */
@ApplicationScoped
class MerchantViews {
    private static final int DAYS = 30;
    private static final int TILLS_MAX = 50;
    private static final int HISTORY_MAX = 50;

    private final Portfolio portfolio;
    private final Changes changes;
    private final Fleet fleet;
    private final Analytics analytics;
    private final AuditTrail trail;
    private final Tenants tenants;
    private final BusinessClock business;

    MerchantViews(
            Portfolio portfolio,
            Changes changes,
            Fleet fleet,
            Analytics analytics,
            AuditTrail trail,
            Tenants tenants,
            BusinessClock business) {
        this.portfolio = portfolio;
        this.changes = changes;
        this.fleet = fleet;
        this.analytics = analytics;
        this.trail = trail;
        this.tenants = tenants;
        this.business = business;
    }

    /**
     * What the page of one merchant shows.
     *
     * @param month the last 30 business days
     * @param changes that wait for a second person first, then the latest decided
     */
    public record View(
            Merchant merchant,
            List<Held> accounts,
            List<Store> stores,
            List<Terminal> tills,
            Summary month,
            List<ChangeAsked> changes,
            List<AuditView> history,
            List<String> feePlans) {
        public String state() {
            return MerchantsPage.code(merchant.standing().status());
        }

        public long online() {
            return tills.stream()
                    .filter(each -> Fleet.doing(each) == Fleet.Doing.ONLINE)
                    .count();
        }

        public String doing(Terminal till) {
            return Fleet.doing(till).code();
        }

        public String storeName(Terminal till) {
            return stores.stream()
                    .filter(each -> each.id().equals(till.storeId()))
                    .map(each -> each.details().name().en())
                    .findFirst()
                    .orElse("");
        }
    }

    Uni<View> of(Caller caller, MerchantId id) {
        return portfolio
                .get(caller, id)
                .chain(merchant -> portfolio
                        .accounts(caller, id)
                        .chain(accounts -> portfolio
                                .stores(caller, id)
                                .chain(stores -> fleet.list(
                                                Scope.tenant(caller.tenant()),
                                                new Fleet.Asked(null, null, id),
                                                new PageRequest(TILLS_MAX, null))
                                        .map(Page::items)
                                        .chain(tills -> rest(caller, new Known(merchant, accounts, stores, tills))))));
    }

    private record Known(Merchant merchant, List<Held> accounts, List<Store> stores, List<Terminal> tills) {}

    private Uni<View> rest(Caller caller, Known known) {
        MerchantId id = known.merchant().id();
        return month(caller, id)
                .chain(month -> changes.list(caller, null, id, new PageRequest(HISTORY_MAX, null))
                        .map(Page::items)
                        .chain(asked -> history(caller, id)
                                .map(history -> new View(
                                        known.merchant(),
                                        known.accounts(),
                                        known.stores(),
                                        known.tills(),
                                        month,
                                        asked.reversed(),
                                        history,
                                        tenants.settings(caller.tenant()).pricing().plans().stream()
                                                .map(plan -> plan.name())
                                                .toList()))));
    }

    private Uni<Summary> month(Caller caller, MerchantId id) {
        Period days = Period.endingWith(business.date(caller.tenant()), DAYS);
        return analytics.summary(new Question(Scope.tenant(caller.tenant()), caller.tenant(), id, null, days, null));
    }

    private Uni<List<AuditView>> history(Caller caller, MerchantId id) {
        return trail.page(
                        Scope.merchant(caller.tenant(), id),
                        caller.tenant(),
                        new AuditTrail.Asked("merchant", id.toString(), null, null, null, null),
                        new PageRequest(HISTORY_MAX, null))
                .map(Page::items);
    }
}
