package io.tillgate.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One value on a list.
 *
 * @param value as it was added; null where the list holds card tokens, of which only a hash is kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListEntry(
        UUID id,
        String list,
        @Nullable String value,
        @Nullable String note,
        String addedBy,
        Instant addedAt,
        @Nullable Instant expiresAt) {}
