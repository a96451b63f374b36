package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.terminals.TerminalIdentity;
import io.vertx.core.json.JsonObject;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What terminals tell about themselves. */
public interface TerminalReports {
    /** Replaces what it said before. */
    Uni<Void> state(TerminalIdentity terminal, JsonObject reported, Instant now);

    /** The versions it last said it holds, by kind. */
    Uni<Map<String, Object>> documents(TerminalIdentity terminal);

    Uni<Void> event(TerminalIdentity terminal, Event event);

    /**
     * Files an answer with its command; the first one stays.
     *
     * @return whether this terminal was sent such a command
     */
    Uni<Boolean> answered(TerminalIdentity terminal, Answer answer);

    /** The public key of the certificate that its present session uses. */
    Uni<Optional<PublicKey>> sessionKey(TerminalIdentity terminal);

    /** @param id of the message, so that one sent twice is one event */
    record Event(UUID id, String kind, JsonObject detail, Instant now) {}

    record Answer(UUID command, boolean done, JsonObject body, Instant now) {}
}
