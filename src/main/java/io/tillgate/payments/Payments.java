package io.tillgate.payments;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.store.PaymentFacts;
import io.tillgate.payments.store.PaymentStore;
import io.tillgate.payments.store.StoredPayment;
import io.tillgate.payments.usecase.PaymentMeters;
import io.tillgate.payments.usecase.ReversingPayment;
import io.tillgate.payments.usecase.TakingPayment;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money by card and cash. One request, one payment, one final answer, whatever fails in between; DESIGN's section on
 * durability is implemented here.
 */
@ApplicationScoped
public class Payments {
    /** Event: a payment got its outcome. Its payload names payment, sale, merchant and, where there is one, original. */
    public static final String DECIDED = "payment.decided";

    /** Event: an approved payment was taken back by its terminal. */
    public static final String REVERSED = "payment.reversed";

    private final TakingPayment taking;
    private final ReversingPayment reversing;
    private final PaymentStore store;
    private final PaymentMeters meters;

    Payments(TakingPayment taking, ReversingPayment reversing, PaymentStore store, PaymentMeters meters) {
        this.taking = taking;
        this.reversing = reversing;
        this.store = store;
        this.meters = meters;
    }

    /**
     * @param first the caller's rows for the first commit, in the same transaction as the payment
     * @param committed told once the payment is durable, before the card host is asked
     */
    public Uni<TakeAnswer> take(TakePayment command, List<CommitUnit.Part<?>> first, Runnable committed) {
        return meters.watch(command, taking.take(command, first, committed));
    }

    public Uni<TakeAnswer> reverse(ReversePayment command) {
        return reversing.reverse(command);
    }

    public Uni<Optional<PaymentView>> find(Scope scope, TenantId tenant, PaymentId id) {
        return store.byId(scope, tenant.value(), id).map(found -> found.map(StoredPayment::view));
    }

    /** The payment that an original names, in the view of who asks. */
    public Uni<Optional<PaymentView>> find(RequestKey asking, Original original) {
        return store.original(asking, original).map(found -> found.map(StoredPayment::view));
    }

    /**
     * What these payments count for now, and what the originals count for that they are about; without those that have no outcome
     * yet. In the caller's transaction and scope.
     */
    public Uni<List<PaymentFact>> facts(SqlConnection connection, TenantId tenant, Collection<PaymentId> ids) {
        return PaymentFacts.of(connection, tenant, ids);
    }

    /** Those of one business date, by id, after this one; at most so many. In the caller's transaction and scope. */
    public Uni<List<PaymentFact>> factsOf(
            SqlConnection connection, TenantId tenant, LocalDate date, @Nullable PaymentId after, int limit) {
        return PaymentFacts.ofDate(connection, tenant, date, after, limit);
    }

    /** Whether the request id is known already: then its stored answer comes, whatever else is wrong by now. */
    public Uni<Boolean> knows(RequestKey key) {
        return store.request(key).map(Optional::isPresent);
    }
}
