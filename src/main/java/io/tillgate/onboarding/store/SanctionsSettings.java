package io.tillgate.onboarding.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the sanctions list comes from. */
@ConfigMapping(prefix = "tillgate.sanctions")
public interface SanctionsSettings {
    /** A folder with OFAC's {@code sdn.csv} and {@code alt.csv}, also gzipped. Without it a small extract is used. */
    @WithDefault("../shared/reference/sanctions")
    Path directory();
}
