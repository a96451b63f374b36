package io.tillgate.merchants.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.MerchantNumber;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.domain.ChangeRequest;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;

/** Managed records of merchants. What is not there, or not for this scope, is refused as {@code NOT_FOUND}. */
@ApplicationScoped
public class PostgresMerchantStore {
    private static final int NUMBER_TRIES_MAX = 50;
    private static final String NEXT_SEQUENCE = "insert into merchant_number_counter as c (tenant_id, last_sequence)"
            + " values ($1, 1) on conflict (tenant_id) do update set last_sequence = c.last_sequence + 1"
            + " returning last_sequence";

    public Uni<Merchant> merchant(Records tx, TenantId tenant, MerchantId id) {
        return find(tx, MerchantRecord.class, RowKey.of(tenant, id)).map(MerchantRecord::toMerchant);
    }

    public Uni<Merchant> insert(Records tx, Merchant merchant, ApplicationId application) {
        MerchantRecord row = MerchantRecord.of(merchant, application);
        return tx.session().persist(row).chain(tx.session()::flush).map(done -> row.toMerchant());
    }

    public Uni<Merchant> update(Records tx, Merchant merchant) {
        return find(tx, MerchantRecord.class, RowKey.of(merchant.tenant(), merchant.id()))
                .invoke(row -> row.apply(merchant))
                .call(tx.session()::flush)
                .map(MerchantRecord::toMerchant);
    }

    public Uni<MerchantAccount> account(Records tx, TenantId tenant, MerchantAccountId id) {
        return find(tx, MerchantAccountRecord.class, RowKey.of(tenant, id)).map(MerchantAccountRecord::toAccount);
    }

    public Uni<MerchantAccount> insert(Records tx, MerchantAccount account, Instant createdAt) {
        MerchantAccountRecord row = MerchantAccountRecord.of(account, createdAt);
        return tx.session().persist(row).chain(tx.session()::flush).map(done -> row.toAccount());
    }

    public Uni<MerchantAccount> update(Records tx, MerchantAccount account) {
        return find(tx, MerchantAccountRecord.class, RowKey.of(account.tenant(), account.id()))
                .invoke(row -> row.apply(account))
                .call(tx.session()::flush)
                .map(MerchantAccountRecord::toAccount);
    }

    public Uni<Void> insert(Records tx, Merchant owner, UUID id, BankAccount account, Instant createdAt) {
        return tx.session()
                .persist(BankAccountRecord.of(owner.tenant(), id, owner.id(), account, createdAt))
                .chain(tx.session()::flush);
    }

    public Uni<BankAccount> bankAccount(Records tx, TenantId tenant, UUID id) {
        return find(tx, BankAccountRecord.class, new RowKey(tenant.value(), id)).map(BankAccountRecord::toBankAccount);
    }

    public Uni<Store> store(Records tx, TenantId tenant, StoreId id) {
        return find(tx, StoreRecord.class, RowKey.of(tenant, id)).map(StoreRecord::toStore);
    }

    public Uni<Store> insert(Records tx, Store store, Instant createdAt) {
        StoreRecord row = StoreRecord.of(store, createdAt);
        return tx.session().persist(row).chain(tx.session()::flush).map(done -> row.toStore());
    }

    public Uni<Store> update(Records tx, Store store) {
        return find(tx, StoreRecord.class, RowKey.of(store.tenant(), store.id()))
                .invoke(row -> row.apply(store))
                .call(tx.session()::flush)
                .map(StoreRecord::toStore);
    }

    public Uni<ChangeRequest> changeRequest(Records tx, TenantId tenant, UUID id) {
        return find(tx, ChangeRequestRecord.class, new RowKey(tenant.value(), id))
                .map(ChangeRequestRecord::toRequest);
    }

    /** Locked until the transaction ends, so that two verdicts cannot both stand. */
    public Uni<ChangeRequest> changeRequestForVerdict(Records tx, TenantId tenant, UUID id) {
        return tx.session()
                .find(ChangeRequestRecord.class, new RowKey(tenant.value(), id), LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(PostgresMerchantStore::notFound)
                .map(ChangeRequestRecord::toRequest);
    }

    public Uni<ChangeRequest> insert(Records tx, ChangeRequest request) {
        ChangeRequestRecord row = ChangeRequestRecord.of(request);
        return tx.session().persist(row).chain(tx.session()::flush).map(done -> row.toRequest());
    }

    public Uni<ChangeRequest> update(Records tx, ChangeRequest request) {
        return find(tx, ChangeRequestRecord.class, new RowKey(request.tenant().value(), request.id()))
                .invoke(row -> row.apply(request))
                .call(tx.session()::flush)
                .map(ChangeRequestRecord::toRequest);
    }

    public Uni<Boolean> changeIsOpen(Records tx, MerchantAccount account, String kind) {
        return tx.select(
                        "select 1 from change_request where tenant_id = $1 and account_id = $2 and kind = $3"
                                + " and state = 'proposed'",
                        account.tenant().value(),
                        account.id().value(),
                        kind)
                .map(rows -> !rows.isEmpty());
    }

    /** The tenant's next merchant number; concurrent allocations of one tenant wait for each other. */
    public Uni<MerchantNumber> nextNumber(Records tx, TenantId tenant) {
        return nextNumber(tx, tenant, NUMBER_TRIES_MAX);
    }

    private Uni<MerchantNumber> nextNumber(Records tx, TenantId tenant, int triesLeft) {
        if (triesLeft == 0) {
            return Uni.createFrom().failure(new IllegalStateException("no merchant number in a row of sequences"));
        }
        return tx.select(NEXT_SEQUENCE, tenant.value())
                .map(PostgresMerchantStore::sequence)
                .chain(sequence -> MerchantNumber.ofSequence(sequence)
                        .map(number -> Uni.createFrom().item(number))
                        .orElseGet(() -> nextNumber(tx, tenant, triesLeft - 1)));
    }

    private static long sequence(List<Object[]> rows) {
        return ((Number) rows.getFirst()[0]).longValue();
    }

    private static <R> Uni<R> find(Records tx, Class<R> type, RowKey key) {
        return tx.session().find(type, key).onItem().ifNull().failWith(PostgresMerchantStore::notFound);
    }

    private static Refusal notFound() {
        return new Refusal(CommonProblem.NOT_FOUND, "there is no such thing");
    }
}
