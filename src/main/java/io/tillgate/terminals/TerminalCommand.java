package io.tillgate.terminals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A command and what came of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TerminalCommand(
        UUID id,
        String kind,
        String status,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable Map<String, Object> answer) {}
