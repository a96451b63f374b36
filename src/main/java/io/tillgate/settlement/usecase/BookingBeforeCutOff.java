package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.store.ReserveTable;
import io.tillgate.settlement.store.SettlementLock;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a cut-off itself adds to the journal. It is committed under the tenant's lock before the run takes its watermark, as a
 * run settles sealed entries only: so each entry is in exactly one run, this one's unless it was killed in between.
 */
@ApplicationScoped
class BookingBeforeCutOff {
    private final TenantTransaction transactions;
    private final ChargingByTheMonth charging;
    private final HoldingReserves holding;

    BookingBeforeCutOff(TenantTransaction transactions, ChargingByTheMonth charging, HoldingReserves holding) {
        this.transactions = transactions;
        this.charging = charging;
        this.holding = holding;
    }

    /** Books fees of the month; answers whether reserves are to be held or released as well. */
    Uni<Boolean> charge(Coming run) {
        return transactions.sql(
                Scope.tenant(run.tenant()),
                connection -> SettlementLock.take(connection, run.tenant())
                        .chain(() -> charging.charge(connection, run))
                        .chain(() -> ReserveTable.concerns(connection, run.tenant())));
    }

    /** Books reserves, of what is sealed by now. */
    Uni<Void> hold(Coming run) {
        return transactions.sql(
                Scope.tenant(run.tenant()),
                connection -> SettlementLock.take(connection, run.tenant()).chain(() -> holding.hold(connection, run)));
    }
}
