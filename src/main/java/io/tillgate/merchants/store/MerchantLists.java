package io.tillgate.merchants.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.Portfolio;
import io.tillgate.merchants.Standing;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.domain.ChangeRequest;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages over managed records, oldest first, by key and never by offset. */
@ApplicationScoped
public class MerchantLists {
    private static final int ACCOUNTS_MAX = 200;

    /** By part of a name, or by registration or merchant number. */
    public Uni<Page<Merchant>> merchants(Records tx, TenantId tenant, @Nullable String search, PageRequest page) {
        return merchants(tx, tenant, new Portfolio.Asked(search, null), page);
    }

    public Uni<Page<Merchant>> merchants(Records tx, TenantId tenant, Portfolio.Asked asked, PageRequest page) {
        String search = asked.search();
        Clauses clauses = new Clauses("from MerchantRecord r where r.tenantId = :tenant");
        Standing.Status status = asked.status();
        if (status != null) {
            clauses.and(
                    switch (status) {
                        case ACTIVE -> "r.mayTrade = :on and r.mayBePaid = :on";
                        case LIMITED -> "r.mayTrade <> r.mayBePaid and :on = true";
                        case SUSPENDED -> "not r.mayTrade = :on and not r.mayBePaid = :on";
                    },
                    "on",
                    true);
        }
        if (search != null && !search.isBlank()) {
            clauses.and(
                            "(lower(r.tradingName) like :like escape '\\' or lower(r.legalName) like :like escape '\\'"
                                    + " or r.registrationNumber = :exact or exists (select 1 from MerchantAccountRecord a"
                                    + " where a.tenantId = r.tenantId and a.merchantId = r.id and a.number = :exact))",
                            "exact",
                            search.strip())
                    .with("like", "%" + escaped(search.strip().toLowerCase(Locale.ROOT)) + "%");
        }
        return clauses.page(tx, tenant, page, MerchantRecord.class)
                .map(rows ->
                        Page.of(rows.stream().map(MerchantRecord::toMerchant).toList(), page, m -> m.id().toString()));
    }

    public Uni<List<MerchantAccount>> accounts(Records tx, TenantId tenant, MerchantId merchant) {
        return tx.session()
                .createQuery(
                        "from MerchantAccountRecord r where r.tenantId = :tenant and r.merchantId = :merchant order by r.id",
                        MerchantAccountRecord.class)
                .setParameter("tenant", tenant.value())
                .setParameter("merchant", merchant.value())
                .setMaxResults(ACCOUNTS_MAX)
                .getResultList()
                .map(rows -> rows.stream().map(MerchantAccountRecord::toAccount).toList());
    }

    public Uni<Page<Store>> stores(Records tx, TenantId tenant, StoreFilter filter, PageRequest page) {
        Clauses clauses = new Clauses("from StoreRecord r where r.tenantId = :tenant");
        if (filter.merchant() != null) {
            clauses.and("r.merchantId = :merchant", "merchant", filter.merchant());
        }
        if (!filter.archivedToo()) {
            clauses.and("r.archived = :archived", "archived", false);
        }
        if (filter.search() != null && !filter.search().isBlank()) {
            clauses.and(
                    "(lower(r.nameEn) like :like escape '\\' or r.nameZh like :like escape '\\')",
                    "like",
                    "%" + escaped(filter.search().strip().toLowerCase(Locale.ROOT)) + "%");
        }
        return clauses.page(tx, tenant, page, StoreRecord.class)
                .map(rows -> Page.of(rows.stream().map(StoreRecord::toStore).toList(), page, s -> s.id().toString()));
    }

    public Uni<Page<ChangeRequest>> changeRequests(
            Records tx, TenantId tenant, @Nullable String state, PageRequest page) {
        return changeRequests(tx, tenant, state, null, page);
    }

    public Uni<Page<ChangeRequest>> changeRequests(
            Records tx, TenantId tenant, @Nullable String state, @Nullable MerchantId merchant, PageRequest page) {
        Clauses clauses = new Clauses("from ChangeRequestRecord r where r.tenantId = :tenant");
        if (merchant != null) {
            clauses.and("r.merchantId = :merchant", "merchant", merchant.value());
        }
        if (state != null) {
            clauses.and("r.state = :state", "state", state);
        }
        return clauses.page(tx, tenant, page, ChangeRequestRecord.class)
                .map(rows -> Page.of(
                        rows.stream().map(ChangeRequestRecord::toRequest).toList(), page, c -> c.id().toString()));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Which stores to list; the scope narrows it further. */
    public record StoreFilter(
            @Nullable UUID merchant, @Nullable String search, boolean archivedToo) {}
}
