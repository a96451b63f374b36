package io.tillgate.payments.usecase;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.domain.Decision;
import io.tillgate.payments.domain.PaymentCommand;
import io.tillgate.payments.domain.PaymentLife;
import io.tillgate.payments.store.PaymentStore;
import io.tillgate.payments.store.StoredPayment;
import io.tillgate.payments.usecase.Concluding.Concluded;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.GroupCommit;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends payments whose owner is gone: past their deadline, or of an earlier life of this node. The process may have died
 * before or after the host was asked, so the outcome is 'not taken', and the host is told.
 */
@ApplicationScoped
class Recovering {
    private static final Logger LOG = Logger.getLogger(Recovering.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final PaymentStore store;
    private final Concluding concluding;
    private final GroupCommit commits;
    private final Tenants tenants;
    private final Node node;
    private final Jobs jobs;

    Recovering(PaymentStore store, Concluding concluding, GroupCommit commits, Tenants tenants, Node node, Jobs jobs) {
        this.store = store;
        this.concluding = concluding;
        this.commits = commits;
        this.tenants = tenants;
        this.node = node;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        jobs.everyOnEachReplica("payment-recovery", EVERY, this::round);
    }

    Uni<Void> round() {
        List<Tenant> all = tenants.all();
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.takeOver(Scope.tenants(all.stream().map(Tenant::id).toList()), node.owner())
                        .onItem()
                        .transformToMulti(late -> Multi.createFrom().iterable(late))
                        .onItem()
                        .transformToUniAndConcatenate(this::tryToEnd)
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    /** One that cannot be ended does not hold up the others; it comes again after its new deadline. */
    private Uni<Void> tryToEnd(StoredPayment late) {
        return Uni.createFrom().deferred(() -> end(late)).onFailure().recoverWithUni(fault -> {
            LOG.errorf("payment %s could not be ended: %s", late.view().id(), fault);
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> end(StoredPayment late) {
        LOG.infof(
                "payment %s was left armed by its owner and is ended now",
                late.view().id());
        Decision decision = PaymentLife.decide(
                Preparing.state(late),
                new PaymentCommand.NoAnswer(),
                late.view().businessDate());
        if (!(decision instanceof Decision.Become become)) {
            throw new IllegalStateException("an armed payment takes silence");
        }
        return original(late)
                .map(original ->
                        new Concluded(late.view(), late.key(), node.owner(), original, Optional.empty(), "0000"))
                .chain(concluded -> concluding.conclude(concluded, become))
                .chain(conclusion -> commits.commit(CommitUnit.of(late.key().tenant())
                        .addAll(conclusion.parts())
                        .build()))
                .replaceWithVoid();
    }

    private Uni<Optional<PaymentView>> original(StoredPayment late) {
        var original = late.original();
        return original == null
                ? Uni.createFrom().item(Optional.empty())
                : store.byId(
                                Scope.tenant(late.key().tenant()),
                                late.key().tenant().value(),
                                original.id())
                        .map(found -> found.map(StoredPayment::view));
    }
}
