package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.settlement.store.BreakTable;
import io.tillgate.settlement.store.BreakTable.Moved;
import io.tillgate.settlement.store.BreakTable.NewBreak;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Opens differences. Where the bank account changed, the money is set aside in the same commit: the bank account in the book
 * is what the bank says, and every cent of suspense is an open difference.
 */
@ApplicationScoped
class Suspense {
    private static final String SOURCE = "bank-break";

    private final Ledger ledger;
    private final BusinessClock clock;

    Suspense(Ledger ledger, BusinessClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Answers its id. Found again, it is the same one and nothing is booked. */
    Uni<UUID> open(SqlConnection connection, TenantId tenant, NewBreak found) {
        return BreakTable.insert(connection, tenant, found, clock.now(tenant))
                .call(broken -> broken.fresh() && found.moved() != null
                        ? setAside(connection, tenant, broken.id(), found.moved())
                        : Uni.createFrom().voidItem())
                .map(BreakTable.Found::id);
    }

    /** The bank may book in a currency that nobody traded in yet. */
    private Uni<Void> setAside(SqlConnection connection, TenantId tenant, UUID id, Moved moved) {
        JournalEntry entry = PostingRules.suspended(booking(tenant, id), moved.money());
        return ledger.openAccounts(connection, tenant, entry.currency())
                .chain(() -> ledger.post(connection, List.of(entry)));
    }

    /** Under which what becomes of a difference is booked. */
    Booking booking(TenantId tenant, UUID id) {
        return new Booking(tenant, clock.date(tenant), new JournalSource(SOURCE, id));
    }
}
