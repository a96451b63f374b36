package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.settlement.domain.ReservePolicy;
import io.tillgate.settlement.store.ReserveTable;
import io.tillgate.settlement.store.ReserveTable.Held;
import io.tillgate.settlement.store.ReserveTable.Released;
import io.tillgate.settlement.store.ReserveTable.Stretch;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Gives free what was held long enough, and holds back the agreed share of what was sold since the last time. What is sold
 * while a cut-off is made is in its run and held back at the next: each sale is held back of once, never twice.
 */
@ApplicationScoped
class HoldingReserves {
    private final Ledger ledger;

    HoldingReserves(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * In the tenant's scope, holding the tenant's lock, after sealing. Posted at the end and at once: a posting locks balances
     * that sales wait for.
     */
    Uni<Void> hold(SqlConnection connection, Coming run) {
        List<JournalEntry> entries = new ArrayList<>();
        return ReserveTable.release(connection, run.tenant(), run.businessDate())
                .invoke(released -> released.forEach(each -> entries.add(entry(run, each))))
                .chain(() -> ReserveTable.next(connection, run.tenant()))
                .chain(stretch ->
                        ReserveTable.bases(connection, run.tenant(), stretch).map(bases -> held(stretch, bases)))
                .invoke(held -> held.forEach(each -> entries.add(entry(run, each))))
                .chain(held -> held.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : ReserveTable.insert(connection, run.tenant(), run.businessDate(), held))
                .chain(() -> PostingMany.post(ledger, connection, entries));
    }

    private static List<Held> held(Stretch stretch, List<ReserveTable.Base> bases) {
        return bases.stream()
                .map(base -> new Held(base, stretch.after(), ReservePolicy.share(base.sold(), base.partsPerMillion())))
                .filter(held -> held.amount().isPositive())
                .toList();
    }

    private static JournalEntry entry(Coming run, Held held) {
        return PostingRules.reserveHeld(
                booking(run, held.id(run.tenant(), run.businessDate())),
                held.base().account(),
                held.amount());
    }

    private static JournalEntry entry(Coming run, Released released) {
        return PostingRules.reserveReleased(booking(run, released.id()), released.account(), released.amount());
    }

    private static Booking booking(Coming run, UUID reserve) {
        return new Booking(run.tenant(), run.businessDate(), new JournalSource(ReserveTable.SOURCE, reserve));
    }
}
