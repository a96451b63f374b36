package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.ledger.PostingRules.Lies;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.domain.PayoutDecision.Movement;
import io.tillgate.settlement.store.AttemptRow;
import io.tillgate.settlement.store.PayoutStore;
import io.tillgate.settlement.store.PayoutStore.Changed;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes what was decided about payouts: state, book and events, in the caller's transaction. */
@ApplicationScoped
class ChangingAttempts {
    static final String SOURCE = "payout-attempt";

    private static final Set<PayoutState> TOLD = EnumSet.of(
            PayoutState.RELEASED,
            PayoutState.BOOKED,
            PayoutState.REJECTED,
            PayoutState.RETURNED,
            PayoutState.CANCELLED);

    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    ChangingAttempts(Ledger ledger, Outbox outbox, BusinessClock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One attempt, what it was, and how its money moves. */
    record Step(AttemptRow before, AttemptRow after, Movement movement, Lies lies) {
        Step(AttemptRow before, AttemptRow after, Movement movement) {
            this(before, after, movement, Lies.AT_THE_BANK);
        }
    }

    /** All or nothing. Several steps of one attempt follow each other in the list. */
    Uni<Void> apply(SqlConnection connection, TenantId tenant, List<Step> steps) {
        List<Changed> changes = new ArrayList<>();
        List<JournalEntry> entries = new ArrayList<>();
        List<OutboxEvent> events = new ArrayList<>();
        for (Step step : steps) {
            changes.add(new Changed(step.before.state(), step.after));
            entry(step).ifPresent(entries::add);
            if (TOLD.contains(step.after.state())) {
                events.add(event(step.after));
            }
        }
        return PayoutStore.write(connection, tenant, clock.now(tenant), lastOfEach(changes))
                .chain(() -> post(connection, entries))
                .chain(() -> tell(connection, events));
    }

    /** A bank's message may close more than one file, hence more than the ledger takes at once. */
    private Uni<Void> post(SqlConnection connection, List<JournalEntry> entries) {
        Uni<Void> posted = Uni.createFrom().voidItem();
        for (int from = 0; from < entries.size(); from += Ledger.ENTRIES_MAX) {
            List<JournalEntry> part = entries.subList(from, Math.min(entries.size(), from + Ledger.ENTRIES_MAX));
            posted = posted.chain(() -> ledger.post(connection, part));
        }
        return posted;
    }

    private static Uni<Void> tell(SqlConnection connection, List<OutboxEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : Outbox.STATEMENT.write(connection, events).replaceWithVoid();
    }

    private static List<Changed> lastOfEach(List<Changed> changes) {
        Map<UUID, Changed> last = new LinkedHashMap<>();
        for (Changed change : changes) {
            last.merge(change.now().id(), change, (first, then) -> new Changed(first.was(), then.now()));
        }
        return List.copyOf(last.values());
    }

    private Optional<JournalEntry> entry(Step step) {
        AttemptRow row = step.after;
        Booking booking = new Booking(row.tenant(), clock.date(row.tenant()), new JournalSource(SOURCE, row.id()));
        return switch (step.movement) {
            case NONE -> Optional.empty();
            case PAYABLE_TO_CLEARING -> Optional.of(PostingRules.payoutReleased(booking, row.account(), row.amount()));
            case CLEARING_TO_PAYABLE ->
                Optional.of(
                        row.state() == PayoutState.CANCELLED
                                ? PostingRules.payoutCancelled(booking, row.account(), row.amount())
                                : PostingRules.payoutRejected(booking, row.account(), row.amount()));
            case CLEARING_TO_BANK -> Optional.of(PostingRules.payoutBooked(booking, step.lies, row.amount()));
            case BANK_TO_PAYABLE ->
                Optional.of(PostingRules.payoutReturned(booking, step.lies, row.account(), row.amount()));
        };
    }

    private OutboxEvent event(AttemptRow row) {
        JsonObject payload = new JsonObject()
                .put("payout", row.payout().toString())
                .put("attempt", row.number())
                .put("run", row.run().toString())
                .put("merchant", row.merchant().toString())
                .put("account", row.account().toString())
                .put("amount", row.amount().value())
                .put("currency", row.amount().currency().getCurrencyCode())
                .put("state", row.state().code())
                .put("businessDate", clock.date(row.tenant()).toString());
        return outbox.event(row.tenant(), "payout." + row.state().code(), "payout:" + row.payout(), payload);
    }
}
