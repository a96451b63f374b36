package io.tillgate.analytics;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.usecase.CountingPeople;
import io.tillgate.analytics.usecase.Rebuilding;
import io.tillgate.analytics.usecase.SummingUp;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front door. Answers from cells that are kept up as sales happen; row-level security shows a merchant its own only.
 */
@ApplicationScoped
public class Analytics {
    private final SummingUp sums;
    private final CountingPeople people;
    private final Rebuilding rebuilding;

    Analytics(SummingUp sums, CountingPeople people, Rebuilding rebuilding) {
        this.sums = sums;
        this.people = people;
        this.rebuilding = rebuilding;
    }

    /** A merchant's first page, of all its stores or one. */
    public Uni<Home> home(TenantId tenant, MerchantId merchant, @Nullable StoreId store) {
        return sums.home(tenant, merchant, store);
    }

    public Uni<Summary> summary(Question question) {
        return sums.summary(question);
    }

    public Uni<TakingsTable> takings(Question question, TakingsBy by) {
        return sums.takings(question, by);
    }

    /** @param limit of rows, 1 to 1,000 */
    public Uni<Products> products(Question question, int limit) {
        return sums.products(question, limit);
    }

    public Uni<Approvals> approvals(Question question) {
        return people.approvals(question);
    }

    /** The period has at most {@value Customers#DAYS_MAX} days. */
    public Uni<Customers> customers(Question question) {
        return people.customers(question);
    }

    /**
     * For the acquirer.
     *
     * @param limit of rows, 1 to 1,000
     */
    public Uni<MerchantVolumes> merchants(Question question, int limit) {
        return people.merchants(question, limit);
    }

    /** Makes the caller's tenant's figures of these days again, in the background; see {@link #rebuilds} for how far it is. */
    public Uni<Rebuild> rebuild(Caller caller, Period period) {
        return rebuilding.ask(caller, period);
    }

    /** The newest twenty, the newest first. */
    public Uni<List<Rebuild>> rebuilds(TenantId tenant) {
        return rebuilding.latest(tenant);
    }
}
