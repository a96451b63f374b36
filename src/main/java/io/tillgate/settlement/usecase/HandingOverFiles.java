package io.tillgate.settlement.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.PaymentFile;
import io.tillgate.settlement.PaymentFile.Instruction;
import io.tillgate.settlement.PaymentFileView;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.domain.PayoutDecision.Movement;
import io.tillgate.settlement.store.AttemptRow;
import io.tillgate.settlement.store.AttemptRow.Creditor;
import io.tillgate.settlement.store.FileTable;
import io.tillgate.settlement.store.PayoutStanding;
import io.tillgate.settlement.store.PayoutStore;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.settlement.usecase.ChangingAttempts.Step;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payment files on their way to the bank. */
@ApplicationScoped
public class HandingOverFiles {
    private final TenantTransaction transactions;
    private final ChangingAttempts attempts;
    private final FollowingMerchants following;
    private final BusinessClock clock;

    HandingOverFiles(
            TenantTransaction transactions,
            ChangingAttempts attempts,
            FollowingMerchants following,
            BusinessClock clock) {
        this.transactions = transactions;
        this.attempts = attempts;
        this.following = following;
        this.clock = clock;
    }

    /** Newest first, one more than {@code most}. Seeing a file in a list is not fetching it. */
    public Uni<List<PaymentFileView>> list(TenantId tenant, @Nullable String state, @Nullable UUID before, int most) {
        return transactions.sql(
                Scope.tenant(tenant), connection -> FileTable.list(connection, tenant, state, before, most + 1));
    }

    /**
     * What the bank fetches, the first time and any other: from now on nothing can be taken out. At the first fetch payouts
     * whose merchants may not be paid now stay behind. Refuses a file that is not there and one that has no payout left.
     */
    public Uni<PaymentFile> fetch(TenantId tenant, String messageId) {
        return transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> SettlementLock.take(connection, tenant)
                                .chain(() -> FileTable.byMessage(connection, tenant, messageId))
                                .call(file -> leaveBehind(connection, tenant, file))
                                .chain(() -> FileTable.fetch(connection, tenant, messageId, clock.now(tenant)))
                                .chain(first -> FileTable.byMessage(connection, tenant, messageId)
                                        .chain(file -> contents(connection, tenant, file, first))))
                .map(HandingOverFiles::there);
    }

    /** Also where nothing is left then: what stays behind does so for good, and the refusal comes after the commit. */
    private Uni<Void> leaveBehind(SqlConnection connection, TenantId tenant, Optional<FileTable.Stored> file) {
        return file.filter(found -> found.view().state().equals("ready"))
                .map(ready -> PayoutStanding.leaving(
                                connection, tenant, ready.view().id())
                        .chain(rows -> following.holdBack(connection, tenant, rows)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Optional<PaymentFile>> contents(
            SqlConnection connection, TenantId tenant, Optional<FileTable.Stored> found, boolean first) {
        if (found.isEmpty() || found.get().view().state().equals("cancelled")) {
            return Uni.createFrom().item(Optional.empty());
        }
        FileTable.Stored file = found.get();
        return PayoutStore.ofFile(connection, tenant, file.view().id())
                .call(rows -> first
                        ? markFetched(connection, tenant, rows)
                        : Uni.createFrom().voidItem())
                .map(rows -> Optional.of(new PaymentFile(
                        file.view(),
                        file.debtor(),
                        rows.stream().map(HandingOverFiles::instruction).toList())));
    }

    private Uni<Void> markFetched(SqlConnection connection, TenantId tenant, List<AttemptRow> rows) {
        List<Step> steps = rows.stream()
                .filter(row -> row.state() == PayoutState.RELEASED)
                .map(row -> new Step(row, row.with(row.standing().in(PayoutState.FETCHED)), Movement.NONE))
                .toList();
        return attempts.apply(connection, tenant, steps);
    }

    private static PaymentFile there(Optional<PaymentFile> file) {
        return file.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such payment file"));
    }

    private static Instruction instruction(AttemptRow row) {
        return new Instruction(
                row.endToEndId(),
                row.amount(),
                bankAccount(row.creditor()),
                "Payout " + row.payout() + (row.number() == 1 ? "" : " attempt " + row.number()));
    }

    private static BankAccount bankAccount(Creditor creditor) {
        String holder =
                Objects.requireNonNull(creditor.holder(), "a file's bank accounts are kept while it is fetched");
        String iban = creditor.iban();
        return iban == null
                ? new BankAccount.ByCnaps(
                        holder,
                        new CnapsCode(Objects.requireNonNull(creditor.cnaps())),
                        Objects.requireNonNull(creditor.accountNumber()))
                : new BankAccount.ByIban(holder, new Iban(iban));
    }
}
