package io.tillgate.terminals.mqtt;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.SafeContext;
import io.tillgate.platform.telemetry.Correlation;
import io.tillgate.terminals.Acceptance;
import io.tillgate.terminals.TerminalMessageHandler;
import io.tillgate.terminals.TerminalRequest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Brings a message to the one handler of its channel, on a context on which sessions and requests may be opened. */
final class Uplinks {
    private final Vertx vertx;
    private final Map<String, TerminalMessageHandler> handlers = new HashMap<>();

    Uplinks(Vertx vertx, Collection<? extends TerminalMessageHandler> all) {
        this.vertx = vertx;
        for (TerminalMessageHandler handler : all) {
            for (String channel : handler.channels()) {
                if (Channel.of(channel).isEmpty() || handlers.put(channel, handler) != null) {
                    throw new IllegalStateException("channel " + channel + " is unknown or has two handlers");
                }
            }
        }
    }

    boolean hasHandler(Channel channel) {
        return handlers.containsKey(channel.topic());
    }

    /** The handler's answer; it may arrive on any thread. The request's id is the correlation id of all that is done. */
    Uni<JsonObject> handle(TerminalRequest request, Acceptance acceptance) {
        TerminalMessageHandler handler = Objects.requireNonNull(handlers.get(request.channel()));
        return SafeContext.runOnNew(vertx, () -> {
            Correlation.begin(request.id().toString());
            return handler.handle(request, acceptance);
        });
    }
}
