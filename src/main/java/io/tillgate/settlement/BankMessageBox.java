package io.tillgate.settlement;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Cursor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.bank.store.BankEntryTable;
import io.tillgate.settlement.bank.store.BankMessageTable;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages of banks, for finance to look at: what came, what it was answered, and what each of its entries did. */
@ApplicationScoped
public class BankMessageBox {
    private static final int SAID_MAX = 100;
    private static final String NONE = "there is no such message";

    private final TenantTransaction transactions;

    BankMessageBox(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /**
     * Which messages; a null asks nothing.
     *
     * @param differences only those in which something did not fit
     * @param text the bank's message id, or an end-to-end id or bank's reference that it tells of
     */
    public record Filter(
            @Nullable String kind,
            @Nullable String state,
            boolean differences,
            @Nullable String text) {
        public static Filter of(@Nullable String kind, @Nullable String state) {
            return new Filter(kind, state, false, null);
        }
    }

    /** Newest first. */
    public Uni<Page<BankMessageView>> page(TenantId tenant, Filter filter, PageRequest page) {
        return transactions.read(
                Scope.tenant(tenant), connection -> BankMessageTable.page(connection, tenant, filter, page));
    }

    public Uni<BankMessageView> one(TenantId tenant, UUID id) {
        return transactions
                .read(Scope.tenant(tenant), connection -> BankMessageTable.find(connection, tenant, id))
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, NONE)));
    }

    /** What each thing that it told came to, in the order of work. */
    public Uni<Page<BankEntryView>> entries(TenantId tenant, UUID id, PageRequest page) {
        int after = number(page.after());
        return transactions
                .read(
                        Scope.tenant(tenant),
                        connection -> BankEntryTable.page(connection, tenant, id, after, page.limit() + 1))
                .map(entries -> Page.of(entries, page, entry -> Integer.toString(entry.number())));
    }

    /** What the bank said of payouts by these names, in the order in which it came; the first {@value #SAID_MAX}. */
    public Uni<List<BankSaid>> about(TenantId tenant, List<String> endToEndIds) {
        return transactions.read(
                Scope.tenant(tenant), connection -> BankEntryTable.about(connection, tenant, endToEndIds, SAID_MAX));
    }

    /** The XML as it came; only what was taken is kept. */
    public Uni<byte[]> content(TenantId tenant, UUID id) {
        return transactions
                .read(Scope.tenant(tenant), connection -> BankMessageTable.content(connection, tenant, id))
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, NONE)));
    }

    private static int number(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException notANumber) {
            throw Cursor.foreign();
        }
    }
}
