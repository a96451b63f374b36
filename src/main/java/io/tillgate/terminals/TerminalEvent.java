package io.tillgate.terminals;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Something that happened to a terminal. */
public record TerminalEvent(UUID id, String kind, Instant occurredAt, Map<String, Object> detail) {}
