package io.tillgate.settlement.bank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the bank's messages. */
@ConfigMapping(prefix = "tillgate.bank")
public interface BankConfig {
    /** How long money that came back waits for the booking of its payout; then it is somebody's work. */
    @WithDefault("3d")
    Duration returnPatience();
}
