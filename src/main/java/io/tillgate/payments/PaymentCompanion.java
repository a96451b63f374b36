package io.tillgate.payments;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.CommitUnit;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Who asks for a payment and adds its own rows to both commits: a sale its basket, coupons and stock. One bean. After a
 * crash it is asked again for the second commit, so what it needs must be in the database by the first.
 */
public interface PaymentCompanion {
    /**
     * Rows for the second commit and the request's one final answer. Must give the same for the same payment and
     * outcome, whichever replica asks.
     */
    Uni<Completion> complete(PaymentView payment, Outcome outcome);

    /** Rows for the commit that reverses an approved payment: stock comes back, a coupon is free again. */
    Uni<List<CommitUnit.Part<?>>> reversed(PaymentView payment);

    /** Rows and answer. */
    record Completion(List<CommitUnit.Part<?>> parts, JsonObject answer) {}
}
