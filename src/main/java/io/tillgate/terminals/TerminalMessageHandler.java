package io.tillgate.terminals;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * Implemented by whoever owns the meaning of a channel. Runs on a safe Vert.x context of its own; must not block.
 * A {@link io.tillgate.shared.Refusal} becomes an error on {@code dn/err}; any other failure means that nothing was
 * accepted, and the terminal is told to send the same id again.
 */
public interface TerminalMessageHandler {
    /** Channels without {@code up/}, for example {@code auth}; no two handlers may name the same. */
    Set<String> channels();

    /**
     * Answers one message. The item is the body of the answer on {@code dn/{channel}}; an empty object sends no answer.
     * The gateway does not judge {@link TerminalRequest#isExpiredAt}: a request whose id already has an answer gets it,
     * however late.
     */
    Uni<JsonObject> handle(TerminalRequest request, Acceptance acceptance);
}
