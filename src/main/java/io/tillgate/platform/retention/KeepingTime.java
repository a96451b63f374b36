package io.tillgate.platform.retention;

import io.tillgate.shared.TenantId;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long something is kept.
 *
 * @param words as comments and documents say it: {@code 90 days}, or the key of the tenant file that decides
 * @param of the period for a tenant; none where the tenant has no such rows
 */
public record KeepingTime(String words, Function<TenantId, Optional<Period>> of) {
    public static KeepingTime days(int days) {
        return fixed(Period.ofDays(days));
    }

    public static KeepingTime years(int years) {
        return fixed(Period.ofYears(years));
    }

    /** The tenant decides. */
    public static KeepingTime policy(String key, Function<TenantId, Optional<Period>> of) {
        return new KeepingTime(key, of);
    }

    private static KeepingTime fixed(Period period) {
        return new KeepingTime(words(period), tenant -> Optional.of(period));
    }

    /** What is older is due. Calendar periods: eighteen months before the 31st of August is the last of February. */
    public Optional<Instant> before(TenantId tenant, Instant now) {
        return of.apply(tenant)
                .map(period -> now.atOffset(ZoneOffset.UTC).minus(period).toInstant());
    }

    static String words(Period period) {
        if (period.getYears() > 0) {
            return counted(period.getYears(), "year");
        }
        return period.getMonths() > 0 ? counted(period.getMonths(), "month") : counted(period.getDays(), "day");
    }

    private static String counted(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
