package io.tillgate.tenancy.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.audit.AuditEntry.Subject;
import io.tillgate.platform.identity.IdentityProvider;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.tenancy.Tenant;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;

/** What a tenant's bank signs in with, for who sets the bank up. Each time leaves an audit record with the tenant. */
@ApplicationScoped
public class HandingOutBankClients {
    private static final String CLIENT = "bank";

    private final RealmSpecs realms;
    private final IdentityProvider provider;
    private final TenantTransaction transactions;
    private final Audit audit;

    HandingOutBankClients(RealmSpecs realms, IdentityProvider provider, TenantTransaction transactions, Audit audit) {
        this.realms = realms;
        this.provider = provider;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Client credentials. */
    public record BankClient(String clientId, String clientSecret, String tokenUrl) {
        @Override
        public String toString() {
            return clientId;
        }
    }

    public Uni<BankClient> handOut(Tenant tenant, Actor actor) {
        String realm = tenant.realm();
        AuditEntry entry = new AuditEntry(
                tenant.id(),
                null,
                actor,
                "bank-client.hand-out",
                new Subject("tenant", tenant.id().toString()),
                null,
                new JsonObject().put("clientId", CLIENT));
        return transactions
                .sql(Scope.tenant(tenant.id()), connection -> audit.record(connection, entry))
                .map(done -> new BankClient(
                        CLIENT, realms.bankSecret(realm), provider.issuer(realm) + "/protocol/openid-connect/token"));
    }
}
