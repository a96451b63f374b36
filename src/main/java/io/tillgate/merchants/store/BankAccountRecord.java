package io.tillgate.merchants.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.merchants.BankAccount;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Never changed: a new bank account is a new row. */
@Entity
@Table(name = "bank_account")
@IdClass(RowKey.class)
class BankAccountRecord extends PanacheEntityBase {
    @Id
    private UUID tenantId;

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // for the database and for queries
    private UUID merchantId;

    private String holder;
    private @Nullable String iban;
    private @Nullable String cnaps;
    private @Nullable String accountNumber;

    @SuppressWarnings("UnusedVariable") // for the database and for queries
    private Instant createdAt;

    BankAccountRecord() {}

    static BankAccountRecord of(TenantId tenant, UUID id, MerchantId merchant, BankAccount account, Instant createdAt) {
        BankAccountRecord row = new BankAccountRecord();
        row.tenantId = tenant.value();
        row.id = id;
        row.merchantId = merchant.value();
        row.holder = account.holder();
        row.createdAt = createdAt;
        switch (account) {
            case BankAccount.ByIban byIban -> row.iban = byIban.iban().value();
            case BankAccount.ByCnaps byCnaps -> {
                row.cnaps = byCnaps.bank().value();
                row.accountNumber = byCnaps.accountNumber();
            }
        }
        return row;
    }

    BankAccount toBankAccount() {
        return iban != null
                ? new BankAccount.ByIban(holder, new Iban(iban))
                : new BankAccount.ByCnaps(
                        holder, new CnapsCode(Objects.requireNonNull(cnaps)), Objects.requireNonNull(accountNumber));
    }
}
