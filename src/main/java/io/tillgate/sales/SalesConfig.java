package io.tillgate.sales;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the till. */
@ConfigMapping(prefix = "tillgate.sales")
public interface SalesConfig {
    /** How long a price that was just replaced may still be charged. */
    @WithDefault("15m")
    Duration priceGrace();

    /** How long ago a sale that a terminal stored may have been made. */
    @WithDefault("7d")
    Duration storedSaleAgeMax();

    /** How far a terminal's clock may be ahead when it dates a stored sale. */
    @WithDefault("5m")
    Duration clockAheadMax();

    /** Slugs of tenants whose tills may sell articles that the catalogue does not know, by name and price. */
    Optional<Set<String>> tenantsWithOpenArticles();

    /** How long merchant, account and store are kept in memory; a suspension is felt after this time. */
    @WithDefault("2s")
    Duration premisesKept();

    /** How many stores' particulars are kept in memory. */
    @WithDefault("10000")
    int premisesMax();

    /** How many sales between their two commits are kept in memory; the others are read back. */
    @WithDefault("20000")
    int salesUnderWayMax();
}
