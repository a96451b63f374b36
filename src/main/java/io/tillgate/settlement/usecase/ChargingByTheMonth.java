package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.pricing.FeePlan;
import io.tillgate.pricing.MonthlyFeeLine;
import io.tillgate.pricing.MonthlyFees;
import io.tillgate.pricing.MonthlyTerms;
import io.tillgate.pricing.OpenMonth;
import io.tillgate.pricing.PriceLists;
import io.tillgate.settlement.store.AccountFeeTable;
import io.tillgate.settlement.store.AccountFeeTable.Charge;
import io.tillgate.settlement.store.AccountFeeTable.Charging;
import io.tillgate.settlement.store.FeeFacts;
import io.tillgate.settlement.store.FeeMonthTable;
import io.tillgate.settlement.store.RunTable;
import io.tillgate.settlement.usecase.CuttingOff.Occasion;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Books what accounts pay by the month: the fee of the month that a cut-off is in, and what the months before are trued up
 * by. Its entries are committed before the run, which then finds them sealed; whatever is killed in between, the next run
 * has them, and nothing is charged again: ids follow from account, kind and month.
 *
 * <p>A month is that of the merchant's monthly statement: the runs with a business date in it. It is trued up once it can
 * get no further run, which is when the calendar has closed its last day.
 */
@ApplicationScoped
class ChargingByTheMonth {
    private final PriceLists prices;
    private final Tenants tenants;
    private final BusinessClock clock;
    private final Ledger ledger;

    ChargingByTheMonth(PriceLists prices, Tenants tenants, BusinessClock clock, Ledger ledger) {
        this.prices = prices;
        this.tenants = tenants;
        this.clock = clock;
        this.ledger = ledger;
    }

    /**
     * In the tenant's scope, holding the tenant's lock. Waits for another cut-off while the price lists are not read yet. Posted
     * at the end and at once: a posting locks balances that sales wait for.
     */
    Uni<Void> charge(SqlConnection connection, Coming run) {
        if (prices.plans(run.tenant()).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Charging charging = new Charging(run.tenant(), run.businessDate(), clock.now(run.tenant()));
        List<JournalEntry> entries = new ArrayList<>();
        return FeeMonthTable.begin(connection, run.tenant(), run.businessDate())
                .chain(() -> RunTable.lastOfCalendar(connection, run.tenant()))
                .map(last ->
                        closedBefore(run, last.map(RunTable.Past::businessDate).orElse(LocalDate.EPOCH)))
                .chain(month -> FeeMonthTable.due(connection, run.tenant(), month))
                .chain(months -> Multi.createFrom()
                        .iterable(months)
                        .onItem()
                        .transformToUniAndConcatenate(
                                month -> trueUp(connection, charging, month).invoke(entries::addAll))
                        .collect()
                        .last())
                .chain(() -> inAdvance(connection, charging))
                .invoke(entries::addAll)
                .chain(() -> PostingMany.post(ledger, connection, entries));
    }

    /** All months before the answer can get no further run: the calendar never goes back behind what it closed. */
    private static YearMonth closedBefore(Coming run, LocalDate lastOfCalendar) {
        LocalDate next = lastOfCalendar.plusDays(1);
        boolean isLater =
                run.occasion() == Occasion.CALENDAR && run.businessDate().isAfter(next);
        return YearMonth.from(isLater ? run.businessDate() : next);
    }

    private Uni<List<JournalEntry>> trueUp(SqlConnection connection, Charging charging, YearMonth month) {
        Map<String, FeePlan> plans =
                plans(charging, terms -> terms.minimum() > 0 || !terms.tiers().isEmpty());
        Uni<List<JournalEntry>> kept = plans.isEmpty()
                ? Uni.createFrom().item(List.of())
                : FeeFacts.month(connection, charging.tenant(), plans.keySet(), month)
                        .map(facts -> facts.stream()
                                .flatMap(each -> priced(plans, each.account())
                                        .map(plan -> inArrears(plan, charging, month, each))
                                        .orElse(List.of())
                                        .stream())
                                .toList())
                        .chain(charges -> keep(connection, charging, charges));
        return kept.call(() -> FeeMonthTable.done(connection, charging.tenant(), month, charging.bookedOn()));
    }

    private List<Charge> inArrears(FeePlan plan, Charging charging, YearMonth month, FeeFacts.Month facts) {
        FeeFacts.Account account = facts.account();
        OpenMonth open = OpenMonth.of(month, openedOn(charging, account));
        return MonthlyFees.inArrears(plan, open, facts.volume(), facts.isOpen()).stream()
                .map(line -> charge(account, line))
                .toList();
    }

    private Uni<List<JournalEntry>> inAdvance(SqlConnection connection, Charging charging) {
        Map<String, FeePlan> plans = plans(charging, terms -> terms.fee() > 0);
        YearMonth month = YearMonth.from(charging.bookedOn());
        return plans.isEmpty()
                ? Uni.createFrom().item(List.of())
                : FeeFacts.uncharged(connection, charging.tenant(), plans.keySet(), month)
                        .map(accounts -> accounts.stream()
                                .flatMap(each ->
                                        priced(plans, each)
                                                .flatMap(plan -> inAdvance(plan, charging, month, each))
                                                .stream())
                                .toList())
                        .chain(charges -> keep(connection, charging, charges));
    }

    private Map<String, FeePlan> plans(Charging charging, Predicate<MonthlyTerms> having) {
        return prices.plans(charging.tenant()).stream()
                .filter(plan -> having.test(plan.monthly()))
                .collect(Collectors.toUnmodifiableMap(FeePlan::name, plan -> plan));
    }

    private Optional<Charge> inAdvance(FeePlan plan, Charging charging, YearMonth month, FeeFacts.Account account) {
        return MonthlyFees.inAdvance(plan, OpenMonth.of(month, openedOn(charging, account)))
                .map(line -> charge(account, line));
    }

    /** The account's list, where it is in the account's currency. */
    private static Optional<FeePlan> priced(Map<String, FeePlan> plans, FeeFacts.Account account) {
        return Optional.ofNullable(plans.get(account.plan()))
                .filter(plan -> plan.currency().equals(account.currency()));
    }

    /** While days that are over are played, an account may have been opened after the day that is being closed. */
    private LocalDate openedOn(Charging charging, FeeFacts.Account account) {
        LocalDate opened = tenants.businessDate(charging.tenant(), account.openedAt());
        return opened.isAfter(charging.bookedOn()) ? charging.bookedOn() : opened;
    }

    private static Charge charge(FeeFacts.Account account, MonthlyFeeLine line) {
        return new Charge(account.merchant(), account.id(), account.plan(), line);
    }

    /** Answers what is to be posted. */
    private static Uni<List<JournalEntry>> keep(SqlConnection connection, Charging charging, List<Charge> charges) {
        List<JournalEntry> entries =
                charges.stream().map(each -> entry(charging, each)).toList();
        return charges.isEmpty()
                ? Uni.createFrom().item(entries)
                : AccountFeeTable.insert(connection, charging, charges).replaceWith(entries);
    }

    private static JournalEntry entry(Charging charging, Charge charge) {
        Booking booking = new Booking(
                charging.tenant(),
                charging.bookedOn(),
                new JournalSource(AccountFeeTable.SOURCE, charge.id(charging.tenant())));
        return switch (charge.line()) {
            case MonthlyFeeLine.OfMonth fee -> PostingRules.monthlyFee(booking, charge.account(), fee.amount());
            case MonthlyFeeLine.ToTier fee -> PostingRules.tierFee(booking, charge.account(), fee.amount());
            case MonthlyFeeLine.UpToMonthlyMinimum fee ->
                PostingRules.monthlyMinimumFee(booking, charge.account(), fee.amount());
        };
    }
}
