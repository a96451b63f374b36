package io.tillgate.sales.usecase;

import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.SalesConfig;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Which times a stored sale may tell: it dates the sale, its business day and its receipt, so it is believed only so far. */
@ApplicationScoped
public class StoredTimePolicy {
    private final SalesConfig config;
    private final Clock clock;

    StoredTimePolicy(SalesConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Refuses a time too far ahead of the platform's clock, or too long ago. */
    public void require(Instant madeAt) {
        Instant now = clock.instant();
        if (madeAt.isAfter(now.plus(config.clockAheadMax()))) {
            throw new Refusal(
                    SaleProblem.SALE_IN_FUTURE, "/ts is after the server's time, which is " + now + ": set your clock");
        }
        if (madeAt.isBefore(now.minus(config.storedSaleAgeMax()))) {
            throw new Refusal(
                    SaleProblem.SALE_TOO_OLD,
                    "/ts is more than " + config.storedSaleAgeMax().toHours() + " hours ago: call your acquirer");
        }
    }
}
