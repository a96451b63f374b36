package io.tillgate.onboarding;

import io.tillgate.onboarding.CheckResult.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check of a submission as it was kept: evidence for a reviewer, never a decision.
 *
 * @param kind and {@code outcome} as words of the API
 * @param list name of the sanctions list's edition, for screenings
 */
public record KeptCheck(
        String kind,
        String outcome,
        String path,
        String detail,
        List<Evidence> evidence,
        @Nullable String list,
        @Nullable LocalDate listDate,
        Instant checkedAt) {
    public KeptCheck {
        evidence = List.copyOf(evidence);
    }
}
