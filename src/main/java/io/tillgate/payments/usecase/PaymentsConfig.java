package io.tillgate.payments.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the payment path. */
@ConfigMapping(prefix = "tillgate.payments")
public interface PaymentsConfig {
    /** Name of this replica, stable over restarts, unique in the deployment. */
    @WithDefault("${HOSTNAME:node}")
    String nodeName();

    /** Beyond the host's own time: how long until another replica may take a payment over. */
    @WithDefault("5s")
    Duration deadlineMargin();

    /** How many times a reversal or advice is sent before a person has to look. */
    @WithDefault("60")
    int dutyAttemptsMax();
}
