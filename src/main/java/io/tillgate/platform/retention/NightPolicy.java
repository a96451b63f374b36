package io.tillgate.platform.retention;

import java.time.Instant;
import java.time.ZoneId;

/** When a tenant sleeps: from one to five, by its own clock. */
final class NightPolicy {
    private static final int FROM_HOUR = 1;
    private static final int TO_HOUR = 5;

    private NightPolicy() {}

    static boolean isNight(Instant now, ZoneId zone) {
        int hour = now.atZone(zone).getHour();
        return hour >= FROM_HOUR && hour < TO_HOUR;
    }
}
