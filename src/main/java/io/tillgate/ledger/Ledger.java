package io.tillgate.ledger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.store.OpeningAccounts;
import io.tillgate.ledger.store.ReadingAccounts;
import io.tillgate.ledger.store.ReadingProof;
import io.tillgate.ledger.store.WritingEntries;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The book. Entries are built by {@link PostingRules} and written here, or as part of a commit unit through
 * {@link #ENTRIES}; they are never changed. The database keeps balances and refuses what is not balanced.
 *
 * <p>The book is closed to a merchant's scope: post and open accounts in the tenant's.
 */
@ApplicationScoped
public class Ledger {
    /** For the sale path. Refuses a row whose source is already booked under its rule. */
    public static final BatchStatement<JournalEntry> ENTRIES = new WritingEntries();

    /** What one call to {@link #post} takes. */
    public static final int ENTRIES_MAX = 10_000;

    private final TenantTransaction transaction;
    private final ReadingProof proof;

    Ledger(TenantTransaction transaction, @All List<OpenItems> openItems) {
        this.transaction = transaction;
        this.proof = new ReadingProof(openItems);
    }

    /** Writes all entries in the caller's transaction, or fails with {@link LedgerProblem#ALREADY_POSTED}. */
    public Uni<Void> post(SqlConnection connection, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (entries.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException("at most " + ENTRIES_MAX + " entries at once, not " + entries.size());
        }
        return ENTRIES.write(connection, entries)
                .invoke(refused -> refuse(entries, refused))
                .replaceWithVoid();
    }

    /** Opens the tenant's accounts of a currency and those of a merchant account. Idempotent. */
    public Uni<Void> openAccounts(
            SqlConnection connection, TenantId tenant, MerchantAccountId merchantAccount, Currency currency) {
        return connection
                .preparedQuery(OpeningAccounts.SQL)
                .execute(Tuple.wrap(OpeningAccounts.parameters(tenant, merchantAccount, currency)))
                .replaceWithVoid();
    }

    /** The same beside managed records, in their transaction. */
    public Uni<Void> openAccounts(
            Records records, TenantId tenant, MerchantAccountId merchantAccount, Currency currency) {
        return records.execute(OpeningAccounts.SQL, OpeningAccounts.parameters(tenant, merchantAccount, currency))
                .replaceWithVoid();
    }

    /** Opens the tenant's own accounts of a currency. Idempotent. */
    public Uni<Void> openAccounts(SqlConnection connection, TenantId tenant, Currency currency) {
        return connection
                .preparedQuery(OpeningAccounts.SQL)
                .execute(Tuple.wrap(OpeningAccounts.parameters(tenant, null, currency)))
                .replaceWithVoid();
    }

    /** Each balance against its postings and open items, at one moment. */
    public Uni<LedgerProof> prove(TenantId tenant) {
        return transaction.sql(Scope.tenant(tenant), connection -> proof.read(connection, tenant));
    }

    /** All accounts of the tenant. */
    public Uni<Page<AccountView>> accounts(TenantId tenant, PageRequest page) {
        return transaction.sql(Scope.tenant(tenant), connection -> ReadingAccounts.accounts(connection, tenant, page));
    }

    /** The postings of one account, newest first; refuses an account that is not the tenant's. */
    public Uni<Page<PostingView>> postings(TenantId tenant, UUID account, PageRequest page) {
        return transaction.sql(
                Scope.tenant(tenant), connection -> ReadingAccounts.postings(connection, tenant, account, page));
    }

    /** All postings of one source; empty when nothing was booked for it. */
    public Uni<List<PostingView>> postingsOf(TenantId tenant, JournalSource source) {
        return transaction.read(
                Scope.tenant(tenant), connection -> ReadingAccounts.ofSource(connection, tenant, source));
    }

    private static void refuse(List<JournalEntry> entries, Set<Integer> refused) {
        if (!refused.isEmpty()) {
            JournalEntry first = entries.get(refused.iterator().next());
            throw new Refusal(
                    LedgerProblem.ALREADY_POSTED,
                    first.rule().code() + " of " + first.booking().source().kind() + " "
                            + first.booking().source().id() + " is booked already");
        }
    }
}
