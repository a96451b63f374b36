package io.tillgate.analytics.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.domain.PaymentCounts;
import io.tillgate.analytics.store.BasketFold;
import io.tillgate.analytics.store.BasketRow;
import io.tillgate.analytics.store.PaymentFold;
import io.tillgate.analytics.store.PaymentRow;
import io.tillgate.payments.PaymentFact;
import io.tillgate.payments.Payments;
import io.tillgate.sales.SoldBasket;
import io.tillgate.sales.SoldBaskets;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings facts and cells up to the records. An event only says where to look: the record is read after the tenant's lock is
 * held, so whoever folds last has read last, and events may come twice, late and in any order.
 */
@ApplicationScoped
class Folding {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('analytics:' || $1, 0))";

    private final Payments payments;

    Folding(Payments payments) {
        this.payments = payments;
    }

    /** Until the transaction ends nobody else folds for this tenant. */
    Uni<Void> lock(SqlConnection connection, TenantId tenant) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(tenant.toString()))
                .replaceWithVoid();
    }

    /** These payments, the originals they are about, and their sales. */
    Uni<Void> fold(SqlConnection connection, TenantId tenant, Collection<PaymentId> ids) {
        return payments.facts(connection, tenant, ids)
                .chain(facts -> foldPayments(connection, facts)
                        .chain(() -> SoldBaskets.of(connection, tenant, sales(facts)))
                        .chain(baskets -> foldBaskets(connection, tenant, baskets, facts)));
    }

    Uni<Void> foldPayments(SqlConnection connection, List<PaymentFact> facts) {
        List<PaymentRow> rows = new ArrayList<>();
        facts.forEach(fact -> PaymentCounts.of(fact).ifPresent(counts -> rows.add(new PaymentRow(fact, counts))));
        return PaymentFold.write(connection, rows).replaceWithVoid();
    }

    /** @param known payments that were read already: a sale's hour is of the zone that its first tender was made in */
    Uni<Void> foldBaskets(
            SqlConnection connection, TenantId tenant, List<SoldBasket> baskets, List<PaymentFact> known) {
        List<SoldBasket> paid =
                baskets.stream().filter(basket -> basket.tender() != null).toList();
        Map<PaymentId, ZoneId> zones = zones(known);
        Set<PaymentId> missing = new HashSet<>();
        paid.forEach(basket -> missing.add(Objects.requireNonNull(basket.tender())));
        missing.removeAll(zones.keySet());
        Uni<List<PaymentFact>> more =
                missing.isEmpty() ? Uni.createFrom().item(List.of()) : payments.facts(connection, tenant, missing);
        return more.chain(facts -> {
            zones.putAll(zones(facts));
            return BasketFold.write(
                            connection,
                            paid.stream()
                                    .map(basket ->
                                            new BasketRow(basket, Objects.requireNonNull(zones.get(basket.tender()))))
                                    .toList())
                    .replaceWithVoid();
        });
    }

    private static Map<PaymentId, ZoneId> zones(List<PaymentFact> facts) {
        return facts.stream()
                .collect(Collectors.toMap(fact -> fact.payment().id(), PaymentFact::zone, (one, same) -> one));
    }

    private static Set<SaleId> sales(List<PaymentFact> facts) {
        return facts.stream().map(fact -> fact.payment().sale()).collect(Collectors.toSet());
    }
}
