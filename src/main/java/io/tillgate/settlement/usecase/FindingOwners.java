package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.platform.identity.Caller;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.BreakProposal.Owner;
import io.tillgate.settlement.BreakView;
import io.tillgate.settlement.FundingView;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.SettlementProblem;
import io.tillgate.settlement.domain.SettlementIds;
import io.tillgate.settlement.store.AttemptRow;
import io.tillgate.settlement.store.BreakTable;
import io.tillgate.settlement.store.BreakTable.Owed;
import io.tillgate.settlement.store.BreakTable.Stored;
import io.tillgate.settlement.store.FundingTable;
import io.tillgate.settlement.store.PayoutStore;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of a difference can go: found when somebody proposes it, and once more when another confirms it, since the
 * book has moved on meanwhile. Callers hold the settlement's lock.
 */
@ApplicationScoped
class FindingOwners {
    private static final int REFERENCE_MAX = 100;

    private final Ledger ledger;
    private final Suspense suspense;
    private final FundingByHosts funding;
    private final ChangingAttempts attempts;
    private final BusinessClock clock;

    FindingOwners(
            Ledger ledger, Suspense suspense, FundingByHosts funding, ChangingAttempts attempts, BusinessClock clock) {
        this.ledger = ledger;
        this.suspense = suspense;
        this.funding = funding;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * What would be done.
     *
     * @param id whose it is, where the kind of owner does not say it
     */
    record Found(@Nullable UUID id, Supplier<Uni<Void>> act) {}

    /** Who decides about which difference. */
    record Matter(SqlConnection connection, Caller caller, BreakView found) {
        TenantId tenant() {
            return caller.tenant();
        }

        Money moved() {
            return Objects.requireNonNull(found.moved());
        }
    }

    /** @throws Refusal where the money cannot be whose it is said to be */
    Uni<Found> find(Matter matter, Owner owner, String to) {
        boolean held = matter.found.moved() != null;
        if (held == (owner == Owner.NOTHING)) {
            throw misfit(held ? "money stands in suspense for this: say whose it is" : "no money stands behind this");
        }
        return switch (owner) {
            case NOTHING -> Uni.createFrom().item(new Found(null, FindingOwners::nothing));
            case FUNDING -> funding(matter, to);
            case PAYOUT -> payout(matter, to);
            case MERCHANT -> merchant(matter, to);
            case BANK -> Uni.createFrom().item(new Found(null, () -> bank(matter)));
            case SET_OFF -> setOff(matter, to);
            case TOLD_BEFORE -> Uni.createFrom().item(new Found(null, () -> toldBefore(matter)));
        };
    }

    private Uni<Found> funding(Matter matter, String to) {
        Money moved = matter.moved();
        UUID run = id(to);
        Uni<List<FundingView>> candidates = run == null
                ? FundingTable.open(
                                matter.connection,
                                matter.tenant(),
                                moved.currency().getCurrencyCode())
                        .map(open -> open.stream()
                                .filter(each -> !to.isEmpty() && SettlementIds.names(to, each.reference()))
                                .toList())
                : FundingTable.ofRun(matter.connection, matter.tenant(), run);
        return candidates
                .map(all -> all.stream()
                        .filter(each -> each.expected().currency().equals(moved.currency()))
                        .findFirst()
                        .orElseThrow(() -> none("card hosts owe nothing for such a run in this currency")))
                .map(each -> new Found(
                        each.run(), funding.assigning(matter.connection, matter.caller, each, credit(matter))));
    }

    /** The bank's reference may stand under another funding: then the difference's number tells them apart. */
    private HostCredit credit(Matter matter) {
        String reference = matter.found.bankReference();
        String number = "#" + matter.found.number();
        String name = reference == null
                ? number
                : reference.substring(0, Math.min(reference.length(), REFERENCE_MAX - number.length())) + number;
        return new HostCredit(matter.moved(), name, today(matter), matter.found.detail());
    }

    private Uni<Found> payout(Matter matter, String to) {
        String named = to.isEmpty() ? Objects.requireNonNullElse(matter.found.endToEndId(), "") : to;
        UUID id = id(named);
        return attempt(matter, named, id).map(row -> {
            Money moved = matter.moved();
            String reference = matter.found.bankReference();
            BankWord word = moved.isPositive()
                    ? new BankWord.Returned(row.endToEndId(), moved, reference, today(matter), null, null)
                    : new BankWord.Booked(row.endToEndId(), moved.negated(), reference, today(matter));
            ChangingAttempts.Step step = HearingTheBank.outOfSuspense(row, word);
            return new Found(row.id(), () -> attempts.apply(matter.connection, matter.tenant(), List.of(step)));
        });
    }

    /** An attempt by its end-to-end id or its own, or a payout's newest one. */
    private static Uni<AttemptRow> attempt(Matter matter, String named, @Nullable UUID id) {
        String endToEnd = id == null ? named.toLowerCase(Locale.ROOT) : SettlementIds.endToEnd(id);
        return PayoutStore.byEndToEnd(matter.connection, matter.tenant(), List.of(endToEnd))
                .chain(rows -> rows.isEmpty() && id != null
                        ? PayoutStore.newestOf(matter.connection, matter.tenant(), List.of(id))
                        : Uni.createFrom().item(rows))
                .map(rows -> rows.stream().findFirst().orElseThrow(() -> none("there is no such payout")));
    }

    private Uni<Found> merchant(Matter matter, String to) {
        return BreakTable.merchantAccount(matter.connection, matter.tenant(), id(to), to)
                .map(found -> found.orElseThrow(() -> none("there is no such merchant account")))
                .map(owed -> {
                    Currency currency = matter.moved().currency();
                    if (!owed.currency().equals(currency.getCurrencyCode())) {
                        throw misfit("this merchant account is in " + owed.currency());
                    }
                    return new Found(owed.account().value(), () -> merchant(matter, owed));
                });
    }

    private Uni<Void> merchant(Matter matter, Owed owed) {
        Money moved = matter.moved();
        return ledger.openAccounts(matter.connection, matter.tenant(), owed.account(), moved.currency())
                .chain(() -> ledger.post(
                        matter.connection,
                        List.of(PostingRules.suspendedForMerchant(
                                suspense.booking(matter.tenant(), matter.found.id()), owed.account(), moved))));
    }

    private Uni<Void> bank(Matter matter) {
        return ledger.post(
                matter.connection,
                List.of(PostingRules.bankCharge(suspense.booking(matter.tenant(), matter.found.id()), matter.moved())));
    }

    private Uni<Void> toldBefore(Matter matter) {
        return ledger.post(
                matter.connection,
                List.of(PostingRules.toldBefore(suspense.booking(matter.tenant(), matter.found.id()), matter.moved())));
    }

    private Uni<Found> setOff(Matter matter, String to) {
        return other(matter, to)
                .map(found -> found.orElseThrow(() -> none("there is no such difference"))
                        .view())
                .map(other -> {
                    if (!matter.moved().negated().equals(other.moved())) {
                        throw misfit("the two do not come to nothing");
                    }
                    if (!other.state().equals("open")) {
                        throw misfit("the other difference is " + other.state());
                    }
                    return new Found(other.id(), () -> setOff(matter, other.id()));
                });
    }

    private static Uni<Optional<Stored>> other(Matter matter, String to) {
        UUID id = id(to);
        if (id != null) {
            return BreakTable.one(matter.connection, matter.tenant(), id);
        }
        return to.matches("[0-9]{1,18}")
                ? BreakTable.byNumber(matter.connection, matter.tenant(), Long.parseLong(to))
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Void> setOff(Matter matter, UUID other) {
        Caller caller = matter.caller;
        BreakTable.Hand hand = new BreakTable.Hand(caller.subject(), caller.username(), clock.now(matter.tenant()));
        return BreakTable.setOff(matter.connection, matter.tenant(), matter.found.id(), other, hand)
                .invoke(done -> {
                    if (!done) {
                        throw new IllegalStateException("a difference was resolved past the lock");
                    }
                })
                .replaceWithVoid();
    }

    private LocalDate today(Matter matter) {
        return clock.date(matter.tenant());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static Refusal none(String detail) {
        return new Refusal(CommonProblem.NOT_FOUND, detail);
    }

    static Refusal misfit(String detail) {
        return new Refusal(SettlementProblem.BREAK_TARGET, detail);
    }
}
