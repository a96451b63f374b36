package io.tillgate.analytics.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.Payments;
import io.tillgate.platform.persistence.OutboxBatchListener;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Folds what happened to payments: each batch in one transaction a tenant. A sale changes only when one of its payments does. */
@ApplicationScoped
public class HearingOfPayments implements OutboxBatchListener {
    /** What figures wait for. */
    public static final Set<String> TYPES = Set.of(Payments.DECIDED, Payments.REVERSED);

    private final TenantTransaction transactions;
    private final Folding folding;

    HearingOfPayments(TenantTransaction transactions, Folding folding) {
        this.transactions = transactions;
        this.folding = folding;
    }

    @Override
    public String name() {
        return "analytics";
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public Uni<Void> on(OutboxEvent event) {
        return onAll(List.of(event));
    }

    @Override
    public Uni<Void> onAll(List<OutboxEvent> events) {
        Map<TenantId, Set<PaymentId>> byTenant = events.stream()
                .collect(Collectors.groupingBy(
                        OutboxEvent::tenant, Collectors.mapping(HearingOfPayments::payment, Collectors.toSet())));
        return Multi.createFrom()
                .iterable(byTenant.entrySet())
                .onItem()
                .transformToUniAndConcatenate(of -> fold(of.getKey(), of.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> fold(TenantId tenant, Set<PaymentId> payments) {
        return transactions.sql(
                Scope.tenant(tenant),
                connection -> folding.lock(connection, tenant).chain(() -> folding.fold(connection, tenant, payments)));
    }

    private static PaymentId payment(OutboxEvent event) {
        return new PaymentId(UUID.fromString(event.payload().getString("payment")));
    }
}
