package io.tillgate.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where tenant files are and how they are applied at start-up. */
@ConfigMapping(prefix = "tillgate.tenants")
public interface TenancySettings {
    /** Every {@code *.yaml} in it is a tenant; applied at start-up. */
    @WithDefault("tenants")
    Path directory();

    /** How soon a change made by another replica is seen. */
    @WithDefault("5s")
    Duration refresh();

    /** First and longest pause between two tries at start-up while Keycloak or the database is away. */
    @WithDefault("1s")
    Duration retryFirst();

    @WithDefault("15s")
    Duration retryLongest();
}
