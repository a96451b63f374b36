package io.tillgate.merchants.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.NewAccount;
import io.tillgate.merchants.domain.ChangeRequest;
import io.tillgate.merchants.domain.ChangeState;
import io.tillgate.merchants.domain.ChangeState.Mark;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change request as the API shows it; {@code accountId} of a new account is there once it was opened. The bank account is shown whole: who confirms it has to compare it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
        UUID id,
        MerchantId merchantId,
        @Nullable MerchantAccountId accountId,
        String kind,
        @Nullable String currency,
        @Nullable String categoryCode,
        @Nullable String feePlan,
        ChangeForm.@Nullable Bank bankAccount,
        String reason,
        String state,
        By proposed,
        @Nullable By decided,
        @Nullable String decisionReason) {
    /** Who and when. */
    public record By(String name, Instant at) {
        static By of(Mark mark) {
            return new By(mark.name(), mark.at());
        }
    }

    static ChangeView of(ChangeRequest request) {
        ChangeState state = request.state();
        NewAccount fresh = request.change() instanceof Change.ToNewAccount made ? made.wanted() : null;
        return new ChangeView(
                request.id(),
                request.merchant(),
                request.account(),
                request.change().kind(),
                fresh == null ? null : fresh.currency().getCurrencyCode(),
                fresh == null ? null : fresh.category().value(),
                feePlan(request.change()),
                bank(request.change()),
                request.reason(),
                word(state),
                By.of(state.proposed()),
                decided(state),
                state instanceof ChangeState.Rejected rejected ? rejected.reason() : null);
    }

    private static @Nullable String feePlan(Change change) {
        return switch (change) {
            case Change.ToFeePlan plan -> plan.plan();
            case Change.ToNewAccount fresh -> fresh.wanted().feePlan();
            case Change.ToBankAccount ignored -> null;
        };
    }

    private static ChangeForm.@Nullable Bank bank(Change change) {
        return switch (change) {
            case Change.ToFeePlan ignored -> null;
            case Change.ToNewAccount fresh -> bank(fresh.wanted().payout());
            case Change.ToBankAccount bank -> bank(bank.account());
        };
    }

    private static String word(ChangeState state) {
        return switch (state) {
            case ChangeState.Proposed ignored -> "proposed";
            case ChangeState.Confirmed ignored -> "confirmed";
            case ChangeState.Rejected ignored -> "rejected";
        };
    }

    private static @Nullable By decided(ChangeState state) {
        return switch (state) {
            case ChangeState.Proposed ignored -> null;
            case ChangeState.Confirmed confirmed -> By.of(confirmed.confirmed());
            case ChangeState.Rejected rejected -> By.of(rejected.rejected());
        };
    }

    private static ChangeForm.Bank bank(BankAccount account) {
        return switch (account) {
            case BankAccount.ByIban byIban ->
                new ChangeForm.Bank(byIban.holder(), byIban.iban().value(), null, null);
            case BankAccount.ByCnaps byCnaps ->
                new ChangeForm.Bank(byCnaps.holder(), null, byCnaps.bank().value(), byCnaps.accountNumber());
        };
    }
}
