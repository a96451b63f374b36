package io.tillgate.launcher.replay;

import java.time.Instant;
import java.time.LocalDate;

/** For tests of the launcher: how many sales a replay makes. */
public final class PlannedSales {
    private PlannedSales() {}

    /** Of one tenant, up to a moment of business time. */
    public static long count(String slug, LocalDate today, Instant through) {
        Town town = Town.of(slug).orElseThrow();
        Plan plan = Plan.of(Retail.load(), new Plan.Frame(slug, town.zone(), town.cutOff(), today, through));
        return plan.happenings().stream()
                .filter(Happening.Sold.class::isInstance)
                .count();
    }
}
