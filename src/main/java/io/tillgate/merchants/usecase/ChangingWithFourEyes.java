package io.tillgate.merchants.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.MerchantProblem;
import io.tillgate.merchants.NewAccount;
import io.tillgate.merchants.domain.ChangeRequest;
import io.tillgate.merchants.domain.ChangeState;
import io.tillgate.merchants.domain.ChangeState.Mark;
import io.tillgate.merchants.domain.ChangeState.Verdict;
import io.tillgate.merchants.store.PostgresMerchantStore;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Bank account and fee plan of a merchant account change, and a further account is opened, only when a second person
 * confirms; the change is then made at once.
 */
@ApplicationScoped
public class ChangingWithFourEyes {
    private final TenantTransaction transactions;
    private final PostgresMerchantStore records;
    private final OpeningAccounts opening;
    private final TenantTerms terms;
    private final MerchantTrail trail;
    private final Ids ids;
    private final Clock clock;

    ChangingWithFourEyes(
            TenantTransaction transactions,
            PostgresMerchantStore records,
            OpeningAccounts opening,
            TenantTerms terms,
            MerchantTrail trail,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.records = records;
        this.opening = opening;
        this.terms = terms;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<ChangeRequest> propose(Caller caller, MerchantAccountId account, Change change, String reason) {
        if (change instanceof Change.ToFeePlan plan) {
            refuseUnknownPlan(caller, plan.plan());
        }
        return transactions.records(
                caller.scope(),
                tx -> records.account(tx, caller.tenant(), account)
                        .call(present -> refuseSecond(tx, present, change))
                        .chain(present -> records.insert(
                                tx,
                                request(caller, present.merchant(), change, reason)
                                        .about(present.id())))
                        .call(made -> trail.change(tx, Actor.of(caller), "change-request.propose", made)));
    }

    /** One more account of a merchant; it is opened when a second person confirms. */
    public Uni<ChangeRequest> propose(Caller caller, MerchantId merchant, NewAccount wanted, String reason) {
        return transactions.records(
                caller.scope(),
                tx -> records.merchant(tx, caller.tenant(), merchant)
                        .invoke(present -> refuseAgainstTerms(caller, wanted))
                        .chain(present ->
                                records.insert(tx, request(caller, merchant, new Change.ToNewAccount(wanted), reason)))
                        .call(made -> trail.change(tx, Actor.of(caller), "change-request.propose", made)));
    }

    private void refuseAgainstTerms(Caller caller, NewAccount wanted) {
        refuseUnknownPlan(caller, wanted.feePlan());
        if (!terms.accepts(caller.tenant(), wanted.category())) {
            throw new Refusal(MerchantProblem.CATEGORY_REFUSED, "businesses of this category are not taken");
        }
        if (!terms.currency(caller.tenant()).equals(wanted.currency())) {
            throw new Refusal(
                    MerchantProblem.ACCOUNT_CURRENCY, "the price lists are in " + terms.currency(caller.tenant()));
        }
    }

    private void refuseUnknownPlan(Caller caller, String plan) {
        if (!terms.hasFeePlan(caller.tenant(), plan)) {
            throw new Refusal(MerchantProblem.UNKNOWN_FEE_PLAN, "there is no fee plan of this name");
        }
    }

    public Uni<ChangeRequest> confirm(Caller caller, UUID id) {
        return verdict(caller, id, new Verdict.Confirm(mark(caller)));
    }

    public Uni<ChangeRequest> reject(Caller caller, UUID id, String reason) {
        return verdict(caller, id, new Verdict.Reject(mark(caller), reason));
    }

    private Uni<ChangeRequest> verdict(Caller caller, UUID id, Verdict verdict) {
        return transactions.records(
                caller.scope(),
                tx -> records.changeRequestForVerdict(tx, caller.tenant(), id).chain(present -> {
                    ChangeState next = decided(present, verdict);
                    Uni<ChangeRequest> made = next instanceof ChangeState.Confirmed
                            ? make(tx, caller, present)
                            : Uni.createFrom().item(present);
                    return made.chain(done -> records.update(tx, done.in(next)))
                            .call(after -> trail.change(tx, Actor.of(caller), action(next), after));
                }));
    }

    /** The request, naming the account that was changed or opened. */
    private Uni<ChangeRequest> make(Records tx, Caller caller, ChangeRequest request) {
        Uni<MerchantAccount> account = switch (request.change()) {
            case Change.ToFeePlan plan ->
                change(tx, caller, request, present -> with(present, plan.plan(), present.payoutAccount()));
            case Change.ToBankAccount bank -> {
                UUID payout = ids.next();
                yield records.merchant(tx, request.tenant(), request.merchant())
                        .chain((Merchant owner) -> records.insert(tx, owner, payout, bank.account(), clock.instant()))
                        .chain(() -> change(tx, caller, request, present -> with(present, present.feePlan(), payout)));
            }
            case Change.ToNewAccount fresh ->
                records.merchant(tx, request.tenant(), request.merchant())
                        .chain((Merchant owner) -> opening.open(tx, Actor.of(caller), owner, fresh.wanted()));
        };
        return account.map(done -> request.about(done.id()));
    }

    private Uni<MerchantAccount> change(
            Records tx, Caller caller, ChangeRequest request, UnaryOperator<MerchantAccount> change) {
        return records.account(tx, request.tenant(), Objects.requireNonNull(request.account()))
                .chain(present -> records.update(tx, change.apply(present))
                        .call(after -> trail.account(tx, Actor.of(caller), "merchant-account.change", present, after)));
    }

    private Uni<Void> refuseSecond(Records tx, MerchantAccount account, Change change) {
        return records.changeIsOpen(tx, account, change.kind())
                .invoke(open -> {
                    if (open) {
                        throw new Refusal(
                                MerchantProblem.CHANGE_ALREADY_PROPOSED,
                                "a change of this kind is waiting: decide it first");
                    }
                })
                .replaceWithVoid();
    }

    private ChangeRequest request(Caller caller, MerchantId merchant, Change change, String reason) {
        return new ChangeRequest(
                caller.tenant(), ids.next(), merchant, null, 0, change, reason, new ChangeState.Proposed(mark(caller)));
    }

    private Mark mark(Caller caller) {
        return new Mark(caller.subject(), caller.username(), clock.instant());
    }

    private static ChangeState decided(ChangeRequest request, Verdict verdict) {
        ChangeState.Outcome outcome = ChangeState.decide(request.state(), verdict);
        if (outcome.problem() != null) {
            throw new Refusal(
                    outcome.problem(),
                    outcome.problem() == MerchantProblem.NEEDS_ANOTHER_PERSON
                            ? "you proposed this change: another person has to confirm it"
                            : "this change was decided before");
        }
        return Objects.requireNonNull(outcome.next());
    }

    private static String action(ChangeState next) {
        return next instanceof ChangeState.Confirmed ? "change-request.confirm" : "change-request.reject";
    }

    private static MerchantAccount with(MerchantAccount present, String feePlan, UUID payout) {
        return new MerchantAccount(
                present.tenant(),
                present.id(),
                present.merchant(),
                present.version(),
                present.number(),
                present.currency(),
                present.categoryCode(),
                feePlan,
                payout,
                present.open());
    }
}
