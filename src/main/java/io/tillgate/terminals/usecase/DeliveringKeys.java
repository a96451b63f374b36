package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.crypto.DeviceKeyDelivery;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.crypto.dukpt.InitialKeyId;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.TerminalsConfig;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.security.interfaces.ECPublicKey;

/**
 * The terminal's AES-DUKPT initial key, enciphered to the key of the certificate it is connected with. Its key id is the
 * tenant's base derivation key id and the terminal number, so asking again brings the same key.
 */
@ApplicationScoped
class DeliveringKeys {
    private final TerminalReports reports;
    private final SecurityModule module;
    private final TerminalsConfig config;
    private final Instance<KeyDeliveryPolicy> policy;

    DeliveringKeys(
            TerminalReports reports,
            SecurityModule module,
            TerminalsConfig config,
            Instance<KeyDeliveryPolicy> policy) {
        this.reports = reports;
        this.module = module;
        this.config = config;
        this.policy = policy;
    }

    Uni<JsonObject> deliver(TerminalIdentity terminal) {
        if (policy.isResolvable() && !policy.get().delivers(terminal.tenant())) {
            return Uni.createFrom()
                    .failure(new Refusal(
                            TerminalProblem.KEYS_NOT_DELIVERED, "keys of this tenant are injected at the factory"));
        }
        return reports.sessionKey(terminal).map(key -> {
            if (key.isEmpty() || !(key.get() instanceof ECPublicKey device)) {
                throw new Refusal(TerminalProblem.NO_SUCH_DOCUMENT, "there is no certificate to encipher the key to");
            }
            var id = InitialKeyId.parse(config.baseDerivationKeyId() + terminal.terminalNumber());
            return new JsonObject()
                    .put("kind", "keys")
                    .put("jwe", DeviceKeyDelivery.toDevice(device, module.initialKey(terminal.tenant(), id)));
        });
    }
}
