package io.tillgate.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.platform.retention.TableRetention.Dropped;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.When;
import io.tillgate.shared.TenantId;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepingForATimeTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final DueRows ROWS = DueRows.deleted("t", "id", "r.at");

    @Test
    void a_time_in_years_goes_by_the_calendar() {
        assertThat(KeepingTime.years(10).before(TENANT, Instant.parse("2036-02-29T12:00:00Z")))
                .contains(Instant.parse("2026-02-28T12:00:00Z"));
    }

    @Test
    void a_policy_asks_the_tenant_and_leaves_one_alone_that_has_none() {
        KeepingTime policy = KeepingTime.policy(
                "retention.audit",
                tenant -> tenant.equals(TENANT) ? Optional.of(Period.ofMonths(18)) : Optional.empty());

        assertThat(policy.before(TENANT, Instant.parse("2027-06-30T00:00:00Z")))
                .contains(Instant.parse("2025-12-30T00:00:00Z"));
        assertThat(policy.before(new TenantId(UUID.randomUUID()), Instant.now()))
                .isEmpty();
    }

    @Test
    void what_a_comment_has_to_say_follows_from_the_time() {
        assertThat(new Erased("t", "", When.nightly(KeepingTime.days(90), "it happened"), ROWS).says())
                .isEqualTo("erased 90 days after it happened");
        assertThat(new Erased("t", "dead ones", When.everyRound(KeepingTime.days(1), "they ended"), ROWS).says())
                .isEqualTo("dead ones erased 1 day after they ended");
        assertThat(new Dropped("t", Period.ofYears(10)).says()).isEqualTo("dropped by whole months after 10 years");
    }

    @Test
    void the_age_of_what_is_left_is_asked_of_one_tenants_due_rows() {
        assertThat(DueRows.deleted("t", "a, b", "r.at", "r.dead").oldest("t"))
                .isEqualTo("select min(r.at)::timestamptz as oldest from t r where r.tenant_id = $1"
                        + " and (r.at < $2::timestamptz and r.dead)");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T22:59:00Z, Europe/Amsterdam, false",
        "2026-07-01T23:00:00Z, Europe/Amsterdam, true",
        "2026-07-02T02:59:00Z, Europe/Amsterdam, true",
        "2026-07-02T03:00:00Z, Europe/Amsterdam, false",
        "2026-07-01T17:00:00Z, Asia/Shanghai, true",
        "2026-07-02T03:00:00Z, Asia/Shanghai, false"
    })
    void a_tenants_night_is_from_one_to_five_by_its_own_clock(Instant now, ZoneId zone, boolean night) {
        assertThat(NightPolicy.isNight(now, zone)).isEqualTo(night);
    }
}
