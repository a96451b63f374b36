package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.bank.store.BankMessageTable;
import io.tillgate.settlement.bank.store.BankMessageTable.Filter;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Messages of banks, for finance to look at. */
@ApplicationScoped
public class BankMessageBox {
    private static final String NONE = "there is no such message";

    private final TenantTransaction transactions;

    BankMessageBox(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    public Uni<Page<BankMessageView>> page(TenantId tenant, Filter filter, PageRequest page) {
        return transactions.read(
                Scope.tenant(tenant), connection -> BankMessageTable.page(connection, tenant, filter, page));
    }

    public Uni<BankMessageView> one(TenantId tenant, UUID id) {
        return transactions
                .read(Scope.tenant(tenant), connection -> BankMessageTable.find(connection, tenant, id))
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, NONE)));
    }

    /** The XML as it came; only what was taken is kept. */
    public Uni<byte[]> content(TenantId tenant, UUID id) {
        return transactions
                .read(Scope.tenant(tenant), connection -> BankMessageTable.content(connection, tenant, id))
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, NONE)));
    }
}
