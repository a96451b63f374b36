package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.ledger.PostingRules.Lies;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.http.IdempotencyKey;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.FundingView;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.domain.FundingPolicy;
import io.tillgate.settlement.domain.FundingPolicy.Match;
import io.tillgate.settlement.store.BreakTable;
import io.tillgate.settlement.store.BreakTable.Moved;
import io.tillgate.settlement.store.BreakTable.NewBreak;
import io.tillgate.settlement.store.FundingTable;
import io.tillgate.settlement.store.FundingTable.Receipt;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Card hosts pay for runs: what came is booked against what they owe, and the little that is missing is their cost. More
 * than a little is a break when the bank told it, and a refusal when a person did.
 */
@ApplicationScoped
public class FundingByHosts {
    private static final String SOURCE = "host-funding";
    private static final String NOTED = "funding-noted";

    private final TenantTransaction transactions;
    private final OnceOnly once;
    private final Ledger ledger;
    private final Suspense suspense;
    private final Audit audit;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final SettlementConfig config;

    FundingByHosts(
            TenantTransaction transactions,
            OnceOnly once,
            Ledger ledger,
            Suspense suspense,
            Audit audit,
            Outbox outbox,
            BusinessClock clock,
            SettlementConfig config) {
        this.transactions = transactions;
        this.once = once;
        this.ledger = ledger;
        this.suspense = suspense;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    /**
     * A credit on the bank account, in the caller's transaction. Counts once for each reference. It belongs to the run that
     * its text names, and to no other; where it names none, two people say whose it is.
     */
    public Uni<Heard> credited(SqlConnection connection, TenantId tenant, HostCredit credit, String by) {
        return SettlementLock.take(connection, tenant)
                .chain(() -> FundingTable.byReference(connection, tenant, credit.reference()))
                .chain(known -> known.isEmpty()
                        ? FundingTable.open(
                                        connection,
                                        tenant,
                                        credit.amount().currency().getCurrencyCode())
                                .chain(open -> FundingPolicy.match(
                                                open, credit.amount(), credit.text(), config.hostCostMax())
                                        .map(match -> receive(
                                                        new Booked(connection, tenant, Lies.AT_THE_BANK, by),
                                                        match,
                                                        credit)
                                                .replaceWith((Heard) new Heard.Done(
                                                        match.funding().id())))
                                        .orElseGet(() -> unmatched(connection, tenant, credit, by)))
                        : Uni.createFrom()
                                .item(repeated(known.getFirst(), credit))
                                .chain(same -> same
                                        ? Uni.createFrom()
                                                .item(new Heard.Known(
                                                        known.getFirst().id()))
                                        : unmatched(connection, tenant, credit, by)));
    }

    /** A person says that the money for a run came. */
    public Uni<FundingView> received(Caller caller, @Nullable String key, UUID run, HostCredit credit) {
        String body = new JsonObject()
                .put("run", run.toString())
                .put("amount", credit.amount().value())
                .put("currency", credit.amount().currency().getCurrencyCode())
                .put("reference", credit.reference())
                .put("date", credit.settlementDate().toString())
                .encode();
        var idempotent = IdempotencyKey.of(caller, "settlement.funding", key, body);
        return transactions.sql(
                Scope.tenant(caller.tenant()),
                connection -> once.once(
                        connection, idempotent, FundingView.class, () -> received(connection, caller, run, credit)));
    }

    private Uni<FundingView> received(SqlConnection connection, Caller caller, UUID run, HostCredit credit) {
        TenantId tenant = caller.tenant();
        return FundingTable.byReference(connection, tenant, credit.reference())
                .invoke(known -> {
                    if (!known.isEmpty() && !isOf(known.getFirst(), run, credit)) {
                        throw new Refusal(
                                SettlementProblem.REFERENCE_USED, "this bank reference stands under another funding");
                    }
                })
                .chain(() -> BreakTable.heldUnder(connection, tenant, credit.reference()))
                .invoke(held -> held.ifPresent(FundingByHosts::refuseHeld))
                .chain(() -> FundingTable.ofRun(connection, tenant, run))
                .map(fundings -> inCurrency(fundings, credit))
                .chain(funding -> receive(
                                new Booked(connection, tenant, Lies.AT_THE_BANK, caller.username()),
                                new Match(funding, cost(funding, credit.amount())),
                                credit)
                        .chain(() -> audit.record(connection, trail(caller, funding, credit)))
                        .chain(() -> FundingTable.ofRun(connection, tenant, run))
                        .map(fundings -> inCurrencyOf(fundings, credit)));
    }

    /** The bank told of it before anybody here did: who enters it by hand would count it twice. */
    private static void refuseHeld(BreakTable.Stored held) {
        throw new Refusal(
                SettlementProblem.CREDIT_HELD,
                "the bank booked this as difference no. " + held.view().number() + ": assign that to the run");
    }

    /** Money that stood in suspense pays for a run, when it fits. */
    Supplier<Uni<Void>> assigning(SqlConnection connection, Caller caller, FundingView funding, HostCredit credit) {
        requireExpected(funding);
        Match match = new Match(funding, cost(funding, credit.amount()));
        Booked booked = new Booked(connection, caller.tenant(), Lies.IN_SUSPENSE, caller.username());
        return () -> receive(booked, match, credit);
    }

    /** Where, from where, and who says so. */
    private record Booked(SqlConnection connection, TenantId tenant, Lies lies, String by) {}

    private Uni<Void> receive(Booked booked, Match match, HostCredit credit) {
        SqlConnection connection = booked.connection;
        TenantId tenant = booked.tenant;
        FundingView funding = match.funding();
        Booking booking = new Booking(tenant, clock.date(tenant), new JournalSource(SOURCE, funding.id()));
        Receipt receipt = new Receipt(
                credit.amount(),
                match.cost(),
                credit.reference(),
                credit.settlementDate(),
                booked.by,
                clock.now(tenant));
        return FundingTable.receive(connection, tenant, funding.id(), receipt)
                .invoke(written -> {
                    if (!written) {
                        throw new IllegalStateException("a funding was received past the lock");
                    }
                })
                .chain(() -> ledger.post(
                        connection,
                        List.of(PostingRules.hostFunding(booking, booked.lies, credit.amount(), match.cost()))))
                .chain(() -> outbox.publish(
                        connection,
                        outbox.event(
                                tenant,
                                "settlement.funded",
                                "settlement:" + funding.businessDate(),
                                new JsonObject()
                                        .put("run", funding.run().toString())
                                        .put("received", credit.amount().value())
                                        .put("cost", match.cost().value())
                                        .put("currency", match.cost().currency().getCurrencyCode()))));
    }

    private Money cost(FundingView funding, Money received) {
        return switch (FundingPolicy.decide(funding.expected(), received, config.hostCostMax())) {
            case FundingPolicy.Answer.Accept accept -> accept.cost();
            case FundingPolicy.Answer.Refuse no -> throw new Refusal(no.problem(), no.detail());
        };
    }

    /** What a person noted for a run moved the bank account in the book then: the bank's own word of it moves it no more. */
    private Uni<Heard> unmatched(SqlConnection connection, TenantId tenant, HostCredit credit, String by) {
        return FundingTable.byHand(connection, tenant, credit.amount(), by)
                .map(byHand -> FundingPolicy.noted(byHand, credit.amount(), credit.text()))
                .chain(noted -> noted.isEmpty()
                        ? Uni.createFrom().item(unmatched(credit))
                        : told(connection, tenant, noted.get())
                                .map(before -> before ? unmatched(credit) : noted(noted.get(), credit)))
                .chain(found -> suspense.open(connection, tenant, found))
                .map(Heard.Broken::new);
    }

    /** One telling is that of what was noted; the next is more money. */
    private static Uni<Boolean> told(SqlConnection connection, TenantId tenant, FundingView funding) {
        String currency = funding.expected().currency().getCurrencyCode();
        return BreakTable.isThere(connection, tenant, NOTED, funding.reference(), currency);
    }

    private static NewBreak noted(FundingView funding, HostCredit credit) {
        return new NewBreak(
                NOTED,
                "the money for the run " + funding.reference() + " was noted by hand by " + funding.receivedBy()
                        + " under " + funding.bankReference() + ": nothing was booked again",
                credit.amount(),
                credit.reference(),
                funding.reference(),
                null,
                null);
    }

    private static NewBreak unmatched(HostCredit credit) {
        String text = credit.text();
        return new NewBreak(
                "funding-unmatched",
                "money that is for no run: " + (text == null || text.isBlank() ? "no text came with it" : text),
                credit.amount(),
                credit.reference(),
                null,
                null,
                new Moved(credit.amount(), null));
    }

    private static boolean isOf(FundingView funding, UUID run, HostCredit credit) {
        return funding.run().equals(run)
                && funding.expected().currency().equals(credit.amount().currency());
    }

    private static boolean repeated(FundingView funding, HostCredit credit) {
        return credit.amount().equals(funding.received());
    }

    private static FundingView inCurrency(List<FundingView> fundings, HostCredit credit) {
        FundingView funding = inCurrencyOf(fundings, credit);
        requireExpected(funding);
        return funding;
    }

    private static void requireExpected(FundingView funding) {
        if (!funding.state().equals("expected")) {
            throw new Refusal(SettlementProblem.FUNDING_RECEIVED, "the money for this run was booked before");
        }
    }

    private static FundingView inCurrencyOf(List<FundingView> fundings, HostCredit credit) {
        return fundings.stream()
                .filter(funding ->
                        funding.expected().currency().equals(credit.amount().currency()))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(CommonProblem.NOT_FOUND, "card hosts owe nothing for such a run in this currency"));
    }

    private static AuditEntry trail(Caller caller, FundingView funding, HostCredit credit) {
        return PayoutTrail.of(
                caller,
                "settlement.funding",
                new AuditEntry.Subject("settlement", funding.run().toString()),
                new JsonObject()
                        .put("expected", funding.expected().value())
                        .put("received", credit.amount().value())
                        .put("currency", credit.amount().currency().getCurrencyCode())
                        .put("bankReference", credit.reference()));
    }
}
