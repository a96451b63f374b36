package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The keys that are shared with card hosts, by the names under which tenant files know them. The deployment holds them, as
 * it holds the master key: a tenant file is kept and shown, and so it never has a key in it.
 */
@ApplicationScoped
public class ZoneKeys {
    private final CryptoSettings settings;
    private final SecurityModule module;

    public ZoneKeys(CryptoSettings settings, SecurityModule module) {
        this.settings = settings;
        this.module = module;
    }

    /**
     * The key of this name, for one tenant and one purpose; empty when the deployment has none.
     *
     * @throws Refusal {@code KEY_INVALID} when it is not hex, or its length does not fit the purpose
     */
    public Optional<ZoneKey> find(TenantId tenant, String name, ZoneKey.Purpose purpose) {
        return Optional.ofNullable(settings.zoneKeys().get(name)).map(hex -> {
            try (SecretBytes clear = read(hex)) {
                return module.wrap(tenant, purpose, clear);
            }
        });
    }

    private static SecretBytes read(String hex) {
        try {
            return SecretBytes.ofHex(hex.strip());
        } catch (IllegalArgumentException notHex) {
            throw new Refusal(CryptoProblem.KEY_INVALID, "the zone key is not hex");
        }
    }
}
