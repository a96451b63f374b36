package io.tillgate.terminals.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.usecase.TerminalStore.NewRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One row of {@code terminal}. */
@Entity
@Table(name = "terminal")
@IdClass(TerminalRecord.Key.class)
class TerminalRecord extends PanacheEntityBase {
    static final String CREATED = "created";
    static final String REVOKED = "revoked";

    record Key(UUID tenantId, UUID id) {}

    @Id
    UUID tenantId;

    @Id
    UUID id;

    UUID merchantId;
    UUID accountId;
    UUID storeId;
    String number;
    String merchantNumber;
    String label;
    String status;
    Instant createdAt;

    @Version
    int version;

    protected TerminalRecord() {}

    static TerminalRecord of(NewRecord terminal) {
        TerminalIdentity identity = terminal.identity();
        TerminalRecord row = new TerminalRecord();
        row.tenantId = identity.tenant().value();
        row.id = identity.terminal().value();
        row.merchantId = identity.merchant().value();
        row.accountId = identity.account().value();
        row.storeId = identity.store().value();
        row.number = identity.terminalNumber();
        row.merchantNumber = identity.merchantNumber();
        row.label = terminal.label();
        row.status = CREATED;
        row.createdAt = terminal.now();
        return row;
    }

    boolean isRevoked() {
        return status.equals(REVOKED);
    }

    TerminalIdentity identity() {
        return new TerminalIdentity(
                new TenantId(tenantId),
                new MerchantId(merchantId),
                new MerchantAccountId(accountId),
                new StoreId(storeId),
                new TerminalId(id),
                number,
                merchantNumber);
    }
}
