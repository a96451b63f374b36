package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.domain.PayoutCommand;
import io.tillgate.settlement.domain.PayoutDecision;
import io.tillgate.settlement.domain.PayoutLife;
import io.tillgate.settlement.store.AttemptRow;
import io.tillgate.settlement.store.FileTable;
import io.tillgate.settlement.store.PayoutStanding;
import io.tillgate.settlement.store.PayoutStore;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.settlement.usecase.ChangingAttempts.Step;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets payouts that the bank does not have yet follow their merchants: those of a merchant that may not be paid are held,
 * also out of a file, and a first signature is void once the merchant is paid elsewhere than its signer saw.
 */
@ApplicationScoped
class FollowingMerchants {
    /** Why an attempt ended that was taken out of its file; each reader has words for it. */
    static final String HELD = "HELD";

    private final TenantTransaction transactions;
    private final ChangingAttempts attempts;
    private final Audit audit;
    private final BusinessClock clock;

    FollowingMerchants(TenantTransaction transactions, ChangingAttempts attempts, Audit audit, BusinessClock clock) {
        this.transactions = transactions;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** In a transaction of its own; may be done any number of times. */
    Uni<Void> follow(TenantId tenant) {
        return transactions.sql(
                Scope.tenant(tenant),
                connection -> SettlementLock.take(connection, tenant)
                        .chain(() -> PayoutStanding.follow(connection, tenant, clock.now(tenant)))
                        .chain(() -> PayoutStanding.releasedOfUnpayable(connection, tenant))
                        .chain(rows -> holdBack(connection, tenant, rows)));
    }

    /**
     * Takes what is released and may not be paid out of its file, which the bank must not have fetched; the caller holds the
     * tenant's lock. What was taken out is booked back, and the payout waits as a new attempt, which needs both signatures.
     */
    Uni<Void> holdBack(SqlConnection connection, TenantId tenant, List<AttemptRow> rows) {
        List<AttemptRow> held = rows.stream().filter(row -> !row.mayBePaid()).toList();
        if (held.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return inTurn(byFile(held).entrySet(), file -> takeOut(connection, tenant, file.getKey(), file.getValue()))
                .chain(() -> attempts.apply(
                        connection,
                        tenant,
                        held.stream().map(FollowingMerchants::heldBack).toList()))
                .chain(() -> inTurn(
                        held,
                        row -> PayoutStore.draftNext(connection, row, clock.now(tenant))
                                .chain(() -> audit.record(connection, PayoutTrail.heldBack(row)))));
    }

    private static Uni<Void> takeOut(SqlConnection connection, TenantId tenant, UUID file, List<AttemptRow> rows) {
        Money total = rows.stream().map(AttemptRow::amount).reduce(Money::plus).orElseThrow();
        return FileTable.takeOut(connection, tenant, file, rows.size(), total)
                .invoke(out -> {
                    if (!out) {
                        throw new IllegalStateException("a released payout is in a file that the bank has: " + file);
                    }
                })
                .replaceWithVoid();
    }

    private static Step heldBack(AttemptRow row) {
        if (!(PayoutLife.decide(row.toDomain(), new PayoutCommand.Hold()) instanceof PayoutDecision.Become become)) {
            throw new IllegalStateException("not held back while " + row.state().code());
        }
        AttemptRow.Standing after =
                row.standing().in(become.next().state()).withoutFile().because(HELD, null);
        return new Step(row, row.with(after), become.movement());
    }

    private static Map<UUID, List<AttemptRow>> byFile(List<AttemptRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.standing().file())));
    }

    private static <T> Uni<Void> inTurn(Iterable<T> each, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(each)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
