package io.tillgate.merchants.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.NewAccount;
import io.tillgate.merchants.domain.ChangeRequest;
import io.tillgate.merchants.domain.ChangeState;
import io.tillgate.merchants.domain.ChangeState.Mark;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CategoryCode;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "change_request")
@IdClass(RowKey.class)
class ChangeRequestRecord extends PanacheEntityBase {
    @Id
    private UUID tenantId;

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID merchantId;
    private @Nullable UUID accountId;
    private String kind;
    private String state;
    private @Nullable String currency;
    private @Nullable String categoryCode;
    private @Nullable String feePlan;
    private @Nullable String holder;
    private @Nullable String iban;
    private @Nullable String cnaps;
    private @Nullable String accountNumber;
    private String reason;
    private String proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable String decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;

    ChangeRequestRecord() {}

    static ChangeRequestRecord of(ChangeRequest request) {
        ChangeRequestRecord row = new ChangeRequestRecord();
        row.tenantId = request.tenant().value();
        row.id = request.id();
        row.merchantId = request.merchant().value();
        row.kind = request.change().kind();
        row.reason = request.reason();
        row.proposedBy = request.state().proposed().subject();
        row.proposedByName = request.state().proposed().name();
        row.proposedAt = request.state().proposed().at();
        row.propose(request.change());
        row.apply(request);
        return row;
    }

    private void propose(Change change) {
        switch (change) {
            case Change.ToFeePlan toFeePlan -> feePlan = toFeePlan.plan();
            case Change.ToBankAccount toBank -> propose(toBank.account());
            case Change.ToNewAccount toNew -> {
                currency = toNew.wanted().currency().getCurrencyCode();
                categoryCode = toNew.wanted().category().value();
                feePlan = toNew.wanted().feePlan();
                propose(toNew.wanted().payout());
            }
        }
    }

    private void propose(BankAccount account) {
        holder = account.holder();
        switch (account) {
            case BankAccount.ByIban byIban -> iban = byIban.iban().value();
            case BankAccount.ByCnaps byCnaps -> {
                cnaps = byCnaps.bank().value();
                accountNumber = byCnaps.accountNumber();
            }
        }
    }

    /** What a verdict changes, the account that it made along. */
    void apply(ChangeRequest request) {
        MerchantAccountId account = request.account();
        accountId = account == null ? null : account.value();
        switch (request.state()) {
            case ChangeState.Proposed ignored -> state = "proposed";
            case ChangeState.Confirmed confirmed -> {
                state = "confirmed";
                decided(confirmed.confirmed());
            }
            case ChangeState.Rejected rejected -> {
                state = "rejected";
                decided(rejected.rejected());
                decisionReason = rejected.reason();
            }
        }
    }

    private void decided(Mark by) {
        decidedBy = by.subject();
        decidedByName = by.name();
        decidedAt = by.at();
    }

    ChangeRequest toRequest() {
        return new ChangeRequest(
                new TenantId(tenantId),
                id,
                new MerchantId(merchantId),
                accountId == null ? null : new MerchantAccountId(accountId),
                version,
                toChange(),
                reason,
                toState());
    }

    private Change toChange() {
        return switch (kind) {
            case Change.ToFeePlan.KIND -> new Change.ToFeePlan(Objects.requireNonNull(feePlan));
            case Change.ToNewAccount.KIND ->
                new Change.ToNewAccount(new NewAccount(
                        Currency.getInstance(currency),
                        new CategoryCode(Objects.requireNonNull(categoryCode)),
                        Objects.requireNonNull(feePlan),
                        bankAccount()));
            default -> new Change.ToBankAccount(bankAccount());
        };
    }

    private BankAccount bankAccount() {
        String name = Objects.requireNonNull(holder);
        return iban != null
                ? new BankAccount.ByIban(name, new Iban(iban))
                : new BankAccount.ByCnaps(
                        name, new CnapsCode(Objects.requireNonNull(cnaps)), Objects.requireNonNull(accountNumber));
    }

    private ChangeState toState() {
        Mark proposed = new Mark(proposedBy, proposedByName, proposedAt);
        return switch (state) {
            case "confirmed" -> new ChangeState.Confirmed(proposed, decision());
            case "rejected" ->
                new ChangeState.Rejected(proposed, decision(), Objects.requireNonNullElse(decisionReason, ""));
            default -> new ChangeState.Proposed(proposed);
        };
    }

    private Mark decision() {
        return new Mark(
                Objects.requireNonNull(decidedBy),
                Objects.requireNonNull(decidedByName),
                Objects.requireNonNull(decidedAt));
    }
}
