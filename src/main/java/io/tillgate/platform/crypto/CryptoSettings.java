package io.tillgate.platform.crypto;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** Settings of the security module. */
@ConfigMapping(prefix = "tillgate.crypto")
public interface CryptoSettings {
    /** The word that accepts the software module outside the embedded profile. */
    String ACCEPTED = "accepted";

    /** Master key of the software module: 64 hex digits, from a secret of the deployment. */
    Optional<String> masterKey();

    /** {@code accepted} where a deployment runs the software module on purpose; anything else refuses to start. */
    Optional<String> softwareModule();

    /** Keys shared with card hosts, {@code zone-keys."<name>"}: 32 or 48 hex digits each, from a secret of the deployment. */
    Map<String, String> zoneKeys();
}
