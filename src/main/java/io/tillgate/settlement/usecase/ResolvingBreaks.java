package io.tillgate.settlement.usecase;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.http.Cursor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.BreakProposal;
import io.tillgate.settlement.BreakProposal.Owner;
import io.tillgate.settlement.BreakView;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.store.BreakTable;
import io.tillgate.settlement.store.BreakTable.Hand;
import io.tillgate.settlement.store.BreakTable.Stored;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.settlement.usecase.FindingOwners.Matter;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Differences between bank and book, until two people say what became of each, and where its money belongs. */
@ApplicationScoped
public class ResolvingBreaks {
    private final TenantTransaction transactions;
    private final FindingOwners owners;
    private final Audit audit;
    private final BusinessClock clock;

    ResolvingBreaks(TenantTransaction transactions, FindingOwners owners, Audit audit, BusinessClock clock) {
        this.transactions = transactions;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public Uni<Page<BreakView>> list(Caller caller, @Nullable String state, PageRequest page) {
        Long before = number(page.after());
        return transactions
                .sql(caller.scope(), connection -> BreakTable.list(connection, caller.tenant(), state, before, page))
                .map(breaks -> Page.of(breaks, page, each -> Long.toString(each.number())));
    }

    /** The first of two people says whose it is. Nothing is booked yet. */
    public Uni<BreakView> propose(Caller caller, UUID id, BreakProposal proposal) {
        String to = proposal.to() == null ? "" : proposal.to().strip();
        return changing(caller, id, (connection, stored) -> {
            require(stored.view().state().equals("open"), stored);
            return owners.find(new Matter(connection, caller, stored.view()), proposal.owner(), to)
                    .chain(found ->
                            BreakTable.propose(connection, caller.tenant(), id, proposal, found.id(), hand(caller)))
                    .chain(() -> audit.record(connection, trail(caller, "bank-break.propose", id, proposal)));
        });
    }

    /** The second agrees: the money goes where it belongs. */
    public Uni<BreakView> confirm(Caller caller, UUID id) {
        return changing(caller, id, (connection, stored) -> {
            require(stored.view().state().equals("proposed"), stored);
            if (caller.subject().equals(stored.proposedBy())) {
                throw new Refusal(
                        SettlementProblem.NEEDS_ANOTHER_PERSON,
                        "you proposed this yourself: another person confirms it");
            }
            BreakProposal proposal = proposed(stored.view());
            return owners.find(
                            new Matter(connection, caller, stored.view()),
                            proposal.owner(),
                            Objects.requireNonNullElse(proposal.to(), ""))
                    .chain(found -> found.act()
                            .get()
                            .chain(() -> BreakTable.confirm(connection, caller.tenant(), id, hand(caller)))
                            .chain(() -> audit.record(connection, trail(caller, "bank-break.resolve", id, proposal)))
                            .chain(() -> proposal.owner() == Owner.SET_OFF
                                    ? audit.record(
                                            connection,
                                            trail(caller, "bank-break.resolve", requireNonNull(found.id()), proposal))
                                    : Uni.createFrom().voidItem()));
        });
    }

    /** Either of them takes it back; it is open again. */
    public Uni<BreakView> withdraw(Caller caller, UUID id) {
        return changing(caller, id, (connection, stored) -> {
            require(stored.view().state().equals("proposed"), stored);
            BreakProposal proposal = proposed(stored.view());
            return BreakTable.withdraw(connection, caller.tenant(), id)
                    .chain(() -> audit.record(connection, trail(caller, "bank-break.withdraw", id, proposal)));
        });
    }

    /** Under the tenant's lock, so that what is read stays so. */
    private Uni<BreakView> changing(Caller caller, UUID id, BiFunction<SqlConnection, Stored, Uni<Void>> change) {
        return transactions.sql(
                Scope.tenant(caller.tenant()),
                connection -> SettlementLock.take(connection, caller.tenant())
                        .chain(() -> BreakTable.one(connection, caller.tenant(), id))
                        .map(found -> found.orElseThrow(
                                () -> new Refusal(CommonProblem.NOT_FOUND, "there is no such difference")))
                        .chain(stored -> change.apply(connection, stored))
                        .chain(() -> BreakTable.one(connection, caller.tenant(), id))
                        .map(found -> found.orElseThrow().view()));
    }

    private static void require(boolean right, Stored stored) {
        if (!right) {
            throw switch (stored.view().state()) {
                case "open" ->
                    new Refusal(SettlementProblem.BREAK_NOT_PROPOSED, "nobody has said yet what became of this");
                case "proposed" ->
                    new Refusal(SettlementProblem.BREAK_PROPOSED, "a resolution waits: confirm or withdraw it");
                default -> new Refusal(SettlementProblem.BREAK_RESOLVED, "this was resolved before");
            };
        }
    }

    private static BreakProposal proposed(BreakView view) {
        return new BreakProposal(
                Owner.ofCode(Objects.requireNonNull(view.belongs())),
                view.belongsTo() == null ? null : view.belongsTo().toString(),
                Objects.requireNonNull(view.resolution()));
    }

    private Hand hand(Caller caller) {
        return new Hand(caller.subject(), caller.username(), clock.now(caller.tenant()));
    }

    private static AuditEntry trail(Caller caller, String action, UUID id, BreakProposal proposal) {
        return PayoutTrail.of(
                caller,
                action,
                new AuditEntry.Subject("bank-break", id.toString()),
                new JsonObject()
                        .put("belongs", proposal.owner().code())
                        .put("to", proposal.to())
                        .put("resolution", proposal.resolution()));
    }

    private static @Nullable Long number(@Nullable String after) {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException notANumber) {
            throw Cursor.foreign();
        }
    }
}
