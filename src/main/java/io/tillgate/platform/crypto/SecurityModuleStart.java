package io.tillgate.platform.crypto;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.jboss.logging.Logger;

/**
 * Chooses the security module at start. The software module runs under the embedded profile, and elsewhere only where
 * the deployment accepts it by name; then every start warns.
 */
@ApplicationScoped
public class SecurityModuleStart {
    private static final Logger LOG = Logger.getLogger(SecurityModuleStart.class);
    private static final int BEFORE_EVERYTHING_ELSE = 1;

    private final CryptoSettings settings;

    SecurityModuleStart(CryptoSettings settings) {
        this.settings = settings;
    }

    /** Fails the start rather than the first sale. */
    void checkAtStart(@Observes @Priority(BEFORE_EVERYTHING_ELSE) StartupEvent event, SecurityModule module) {
        if (SoftwareModulePolicy.warns(ConfigUtils.isProfileActive(SoftwareModulePolicy.EMBEDDED))) {
            LOG.warnf("the %s security module is in use: keys are in this process's memory", module.kind());
        }
    }

    @Produces
    @Singleton
    SecurityModule securityModule() {
        boolean embedded = ConfigUtils.isProfileActive(SoftwareModulePolicy.EMBEDDED);
        SecretBytes masterKey = SoftwareModulePolicy.masterKey(settings, embedded);
        return new SoftwareSecurityModule(masterKey, new SecureRandom());
    }
}
