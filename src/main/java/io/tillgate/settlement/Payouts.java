package io.tillgate.settlement;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.store.BuildingUp;
import io.tillgate.settlement.store.PayoutReads;
import io.tillgate.settlement.store.PayoutReads.Asked;
import io.tillgate.settlement.usecase.ChangingPayouts;
import io.tillgate.settlement.usecase.HandingOverFiles;
import io.tillgate.settlement.usecase.Releasing;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payouts: what each merchant gets, who let it go, and what the bank said. A merchant's people see their own. */
@ApplicationScoped
public class Payouts {
    private final TenantTransaction transactions;
    private final Settlements settlements;
    private final Releasing releasing;
    private final ChangingPayouts changing;
    private final HandingOverFiles files;
    private final BusinessClock clock;
    private final Tenants tenants;

    Payouts(
            TenantTransaction transactions,
            Settlements settlements,
            Releasing releasing,
            ChangingPayouts changing,
            HandingOverFiles files,
            BusinessClock clock,
            Tenants tenants) {
        this.transactions = transactions;
        this.settlements = settlements;
        this.releasing = releasing;
        this.changing = changing;
        this.files = files;
        this.clock = clock;
        this.tenants = tenants;
    }

    /** Which payouts; a null asks nothing. {@code states} are codes of {@link PayoutState}. */
    public record Filter(
            @Nullable List<String> states,
            @Nullable UUID run,
            @Nullable MerchantId merchant,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /** A payout with the lines that add up to it. */
    public record Detail(PayoutView payout, AccountSettlement settlement) {}

    /** How many payouts are in a state, and what they come to. */
    public record Waiting(String state, int payouts, Money amount) {}

    /** Newest first, each with its newest attempt. */
    public Uni<Page<PayoutView>> list(Caller caller, Filter filter, PageRequest page) {
        Asked asked = new Asked(
                page.afterId(),
                filter.states(),
                filter.run(),
                filter.merchant(),
                filter.from(),
                filter.to(),
                page.limit() + 1);
        return transactions
                .read(
                        caller.scope(),
                        connection -> PayoutReads.list(connection, caller.tenant(), caller.isOfMerchant(), asked))
                .map(payouts -> Page.of(payouts, page, payout -> payout.id().toString()));
    }

    /** With all its attempts. */
    public Uni<PayoutView> find(Caller caller, UUID id) {
        return transactions
                .sql(
                        caller.scope(),
                        connection -> PayoutReads.one(connection, caller.tenant(), caller.isOfMerchant(), id))
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such payout")));
    }

    public Uni<Detail> detail(Caller caller, UUID id) {
        return find(caller, id)
                .chain(payout -> settlements
                        .account(caller, payout.run(), payout.account())
                        .map(settlement -> new Detail(payout, settlement)));
    }

    /** The payments, refunds and corrections that it pays, in the order of the journal. */
    public Uni<Page<SettlementItem>> items(Caller caller, UUID id, PageRequest page) {
        return find(caller, id).chain(payout -> settlements.items(caller, payout.run(), payout.account(), page));
    }

    /** What is neither booked nor cancelled, by state. */
    public Uni<List<Waiting>> waiting(Caller caller) {
        return transactions
                .sql(caller.scope(), connection -> PayoutReads.waiting(connection, caller.tenant()))
                .map(waiting -> waiting.stream()
                        .map(each -> new Waiting(each.state(), each.payouts(), each.amount()))
                        .toList());
    }

    /**
     * What a merchant would be paid if the day were cut off now, account by account.
     *
     * @param merchant whose; a merchant's own people see theirs whatever they ask
     */
    public Uni<List<NextPayout>> next(Caller caller, @Nullable MerchantId merchant) {
        MerchantId whose = caller.isOfMerchant() ? caller.merchant() : merchant;
        if (whose == null) {
            return Uni.createFrom().item(List.of());
        }
        LocalDate today = clock.date(caller.tenant());
        Instant end = tenants.settings(caller.tenant()).businessDay().endOf(today);
        return transactions
                .read(Scope.tenant(caller.tenant()), connection -> BuildingUp.of(connection, caller.tenant(), whose))
                .map(accounts -> accounts.stream()
                        .map(each -> new NextPayout(
                                each.account(),
                                each.number(),
                                each.balance(),
                                each.carried(),
                                each.underWay(),
                                today,
                                end))
                        .toList());
    }

    /** The first of two people. */
    public Uni<ReleaseAnswer> sign(Caller caller, @Nullable String idempotencyKey, PayoutSelection selection) {
        return releasing.sign(caller, idempotencyKey, selection);
    }

    /** The second: makes the payment file. */
    public Uni<ReleaseAnswer> release(Caller caller, @Nullable String idempotencyKey, PayoutSelection selection) {
        return releasing.release(caller, idempotencyKey, selection);
    }

    /** Takes it back before the bank has it; its amount is part of the account's next run. */
    public Uni<PayoutView> cancel(Caller caller, @Nullable String idempotencyKey, UUID id, String reason) {
        return changing.cancel(caller, idempotencyKey, id, reason).chain(() -> find(caller, id));
    }

    /** Pays again what was rejected or returned, as a new attempt. */
    public Uni<PayoutView> retry(Caller caller, @Nullable String idempotencyKey, UUID id, String reason) {
        return changing.retry(caller, idempotencyKey, id, reason).chain(() -> find(caller, id));
    }

    /** Payment files, newest first. */
    public Uni<Page<PaymentFileView>> files(Caller caller, @Nullable String state, PageRequest page) {
        return files.list(caller.tenant(), state, page.afterId(), page.limit())
                .map(found -> Page.of(found, page, file -> file.id().toString()));
    }
}
