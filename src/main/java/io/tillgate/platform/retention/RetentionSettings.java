package io.tillgate.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How erasing runs. How long things are kept is no setting: see the tables' comments and the tenant file. */
@ConfigMapping(prefix = "tillgate.retention")
public interface RetentionSettings {
    /** How often what is due is looked for; one replica does it. */
    @WithDefault("15m")
    Duration period();

    /** How many rows one transaction erases at most. */
    @WithDefault("2000")
    int batchRows();

    /** How many transactions one round spends on one table of one tenant at most; the rest waits for the next. */
    @WithDefault("500")
    int batchesMax();

    /** How long letters stay in the folder {@code mail}. */
    @WithDefault("30d")
    Duration mailFolder();
}
