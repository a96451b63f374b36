package io.tillgate.settlement.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of settlement. */
@ConfigMapping(prefix = "tillgate.settlement")
public interface SettlementConfig {
    /** The smallest payout, in minor units; less is carried into the next run. */
    @WithDefault("100")
    long payoutMinimum();

    /** How much a card host may keep of what it owes and call it its cost, in hundredths of a percent. */
    @WithDefault("500")
    int hostCostMax();

    /** How long a cut-off waits until all that was committed before it is sealed. */
    @WithDefault("20s")
    Duration sealerPatience();
}
