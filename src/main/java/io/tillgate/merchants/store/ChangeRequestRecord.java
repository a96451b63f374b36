package io.tillgate.merchants.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.domain.ChangeRequest;
import io.tillgate.merchants.domain.ChangeState;
import io.tillgate.merchants.domain.ChangeState.Mark;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
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
    private UUID accountId;
    private String kind;
    private String state;
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
        row.accountId = request.account().value();
        row.kind = request.change().kind();
        row.reason = request.reason();
        row.proposedBy = request.state().proposed().subject();
        row.proposedByName = request.state().proposed().name();
        row.proposedAt = request.state().proposed().at();
        row.propose(request.change());
        row.apply(request.state());
        return row;
    }

    private void propose(Change change) {
        switch (change) {
            case Change.ToFeePlan toFeePlan -> feePlan = toFeePlan.plan();
            case Change.ToBankAccount toBank -> {
                holder = toBank.account().holder();
                switch (toBank.account()) {
                    case BankAccount.ByIban byIban -> iban = byIban.iban().value();
                    case BankAccount.ByCnaps byCnaps -> {
                        cnaps = byCnaps.bank().value();
                        accountNumber = byCnaps.accountNumber();
                    }
                }
            }
        }
    }

    void apply(ChangeState next) {
        switch (next) {
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
                new MerchantAccountId(accountId),
                version,
                toChange(),
                reason,
                toState());
    }

    private Change toChange() {
        if (kind.equals(Change.ToFeePlan.KIND)) {
            return new Change.ToFeePlan(Objects.requireNonNull(feePlan));
        }
        String name = Objects.requireNonNull(holder);
        return new Change.ToBankAccount(
                iban != null
                        ? new BankAccount.ByIban(name, new Iban(iban))
                        : new BankAccount.ByCnaps(
                                name,
                                new CnapsCode(Objects.requireNonNull(cnaps)),
                                Objects.requireNonNull(accountNumber)));
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
