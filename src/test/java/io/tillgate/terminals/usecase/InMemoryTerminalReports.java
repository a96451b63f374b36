package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.terminals.TerminalIdentity;
import io.vertx.core.json.JsonObject;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was filed, in order; the commands that answers are taken for are a test's to say. */
final class InMemoryTerminalReports implements TerminalReports {
    final List<JsonObject> states = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    final Set<UUID> commands = new HashSet<>();

    @Override
    public Uni<Void> state(TerminalIdentity terminal, JsonObject reported, Instant now) {
        states.add(reported);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Map<String, Object>> documents(TerminalIdentity terminal) {
        return Uni.createFrom().item(Map.of());
    }

    @Override
    public Uni<Void> event(TerminalIdentity terminal, Event event) {
        events.add(event);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Boolean> answered(TerminalIdentity terminal, Answer answer) {
        boolean known = commands.contains(answer.command());
        if (known) {
            answers.add(answer);
        }
        return Uni.createFrom().item(known);
    }

    @Override
    public Uni<Optional<PublicKey>> sessionKey(TerminalIdentity terminal) {
        return Uni.createFrom().item(Optional.empty());
    }
}
