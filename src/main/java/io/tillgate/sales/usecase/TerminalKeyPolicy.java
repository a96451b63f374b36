package io.tillgate.sales.usecase;

import io.tillgate.payments.Till;
import io.tillgate.platform.crypto.dukpt.AesKsn;
import io.tillgate.platform.crypto.dukpt.InitialKeyId;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.platform.crypto.dukpt.TdesKsn;
import io.tillgate.sales.SaleProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.TenantSettings.KeyDelivery;
import io.tillgate.tenancy.Tenants;
import io.tillgate.terminals.TerminalsConfig;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A terminal enciphers card data and PINs under its own key only: the initial key id is the tenant's base key id and the
 * terminal's number, and what is delivered is an AES key. Keys from the factory have ids of the factory's choice, and are not
 * judged here.
 */
@ApplicationScoped
class TerminalKeyPolicy {
    private final TerminalsConfig terminals;
    private final Tenants tenants;

    TerminalKeyPolicy(TerminalsConfig terminals, Tenants tenants) {
        this.terminals = terminals;
        this.tenants = tenants;
    }

    void requireOwn(Till till, Ksn ksn) {
        if (tenants.settings(till.tenant()).keys() == KeyDelivery.FACTORY) {
            return;
        }
        boolean own = switch (ksn) {
            case AesKsn aes -> aes.initialKeyId().equals(ownKey(till));
            case TdesKsn ignored -> false;
        };
        if (!own) {
            throw new Refusal(SaleProblem.KSN_FOREIGN, "the key serial number is not one of this terminal's key");
        }
    }

    private InitialKeyId ownKey(Till till) {
        return InitialKeyId.parse(terminals.baseDerivationKeyId() + till.terminalNumber());
    }
}
