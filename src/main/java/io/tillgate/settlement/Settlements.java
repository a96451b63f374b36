package io.tillgate.settlement;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Cursor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.store.FundingTable;
import io.tillgate.settlement.store.SettlementReads;
import io.tillgate.settlement.store.SettlementReads.Asked;
import io.tillgate.settlement.store.SettlementReads.ItemsAsked;
import io.tillgate.settlement.usecase.CuttingOffByHand;
import io.tillgate.settlement.usecase.FundingByHosts;
import io.tillgate.settlement.usecase.ResolvingBreaks;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs: what was settled when, down to each payment, and what card hosts paid for it. A merchant's people see their own part. */
@ApplicationScoped
public class Settlements {
    private final TenantTransaction transactions;
    private final CuttingOffByHand cutting;
    private final FundingByHosts funding;
    private final ResolvingBreaks breaks;

    Settlements(
            TenantTransaction transactions, CuttingOffByHand cutting, FundingByHosts funding, ResolvingBreaks breaks) {
        this.transactions = transactions;
        this.cutting = cutting;
        this.funding = funding;
        this.breaks = breaks;
    }

    /** Newest first. */
    public Uni<Page<RunView>> runs(Caller caller, PageRequest page) {
        Asked asked = new Asked(page.afterId(), null, page.limit() + 1);
        return transactions
                .sql(
                        caller.scope(),
                        connection -> SettlementReads.runs(connection, caller.tenant(), caller.isOfMerchant(), asked))
                .map(runs -> Page.of(runs, page, run -> run.id().toString()));
    }

    /** @throws Refusal {@code NOT_FOUND}, also for a run in which the caller's merchant has no part */
    public Uni<RunView> run(Caller caller, UUID id) {
        return transactions
                .sql(
                        caller.scope(),
                        connection -> SettlementReads.runs(
                                connection, caller.tenant(), caller.isOfMerchant(), new Asked(null, id, 1)))
                .map(runs -> runs.stream().findFirst().orElseThrow(Settlements::noSuchRun));
    }

    /** What it came to for each merchant account, in the order of their ids. */
    public Uni<Page<AccountSettlement>> accounts(Caller caller, UUID run, PageRequest page) {
        Asked asked = new Asked(page.afterId(), null, page.limit() + 1);
        return run(caller, run)
                .chain(() -> transactions.sql(
                        caller.scope(),
                        connection -> SettlementReads.accounts(connection, caller.tenant(), run, asked)))
                .map(accounts -> Page.of(accounts, page, each -> each.account().toString()));
    }

    /** What it came to for one merchant account. */
    public Uni<AccountSettlement> account(Caller caller, UUID run, MerchantAccountId account) {
        return transactions
                .sql(
                        caller.scope(),
                        connection -> SettlementReads.accounts(
                                connection, caller.tenant(), run, new Asked(null, account.value(), 1)))
                .map(accounts -> accounts.stream().findFirst().orElseThrow(Settlements::noSuchRun));
    }

    /** Its payments, refunds and corrections in the order of the journal, of one account or of all. */
    public Uni<Page<SettlementItem>> items(
            Caller caller, UUID run, @Nullable MerchantAccountId account, PageRequest page) {
        ItemsAsked asked = new ItemsAsked(run, account, number(page.after()), page.limit() + 1);
        return run(caller, run)
                .chain(() -> transactions.sql(
                        caller.scope(), connection -> SettlementReads.items(connection, caller.tenant(), asked)))
                .map(items -> Page.of(items, page, item -> Long.toString(item.number())));
    }

    /** Cuts the day off now. Who asks while a run is being made gets that run. */
    public Uni<RunView> cutOff(Caller caller, @Nullable String idempotencyKey) {
        return cutting.cutOff(caller, idempotencyKey).chain(run -> run(caller, run));
    }

    /** What card hosts owe for a run, and paid. */
    public Uni<List<FundingView>> fundings(Caller caller, UUID run) {
        return run(caller, run)
                .chain(() -> transactions.sql(
                        caller.scope(), connection -> FundingTable.ofRun(connection, caller.tenant(), run)));
    }

    /** A person says that the money came. */
    public Uni<FundingView> received(Caller caller, @Nullable String idempotencyKey, UUID run, HostCredit credit) {
        return funding.received(caller, idempotencyKey, run, credit);
    }

    /** Differences between bank and book, newest first. */
    public Uni<Page<BreakView>> breaks(Caller caller, @Nullable String state, PageRequest page) {
        return breaks.list(caller, state, page);
    }

    /** One person says whose the money of a difference is. */
    public Uni<BreakView> propose(Caller caller, UUID breakId, BreakProposal proposal) {
        return breaks.propose(caller, breakId, proposal);
    }

    /** Another person agrees, and the money goes there. */
    public Uni<BreakView> confirm(Caller caller, UUID breakId) {
        return breaks.confirm(caller, breakId);
    }

    /** What was proposed is taken back. */
    public Uni<BreakView> withdraw(Caller caller, UUID breakId) {
        return breaks.withdraw(caller, breakId);
    }

    private static Refusal noSuchRun() {
        return new Refusal(CommonProblem.NOT_FOUND, "there is no such settlement");
    }

    private static long number(@Nullable String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException notANumber) {
            throw Cursor.foreign();
        }
    }
}
