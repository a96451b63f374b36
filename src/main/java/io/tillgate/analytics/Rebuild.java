package io.tillgate.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Figures of some days, made again from the records.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param next the first day that is not done yet; days are done from the first to the last, each at once
 * @param payments and
 * @param sales that were read so far
 * @param error why it failed, without details; null otherwise
 */
public record Rebuild(
        UUID id,
        String state,
        Period period,
        LocalDate next,
        long payments,
        long sales,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable String error) {}
