package io.tillgate.analytics;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The front door. Answers from cells that are kept up as sales happen; row-level security shows a merchant its own only.
 */
@ApplicationScoped
public class Analytics {
    /** A merchant's first page, of all its stores or one. */
    public Uni<Home> home(TenantId tenant, MerchantId merchant, @Nullable StoreId store) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    public Uni<Summary> summary(Question question) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    public Uni<TakingsTable> takings(Question question, TakingsBy by) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    /** @param limit of rows, 1 to 1,000 */
    public Uni<Products> products(Question question, int limit) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    public Uni<Approvals> approvals(Question question) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    /** The period has at most {@value Customers#DAYS_MAX} days. */
    public Uni<Customers> customers(Question question) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    /**
     * For the acquirer.
     *
     * @param limit of rows, 1 to 1,000
     */
    public Uni<MerchantVolumes> merchants(Question question, int limit) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }
}
