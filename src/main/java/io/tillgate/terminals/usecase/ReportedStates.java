package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.Acceptance;
import io.tillgate.terminals.TerminalMessageHandler;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.TerminalRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/** {@code up/state}: what a terminal holds and how it is. The acknowledgement of documents; no answer but the PUBACK. */
@ApplicationScoped
public class ReportedStates implements TerminalMessageHandler {
    private static final int DOCUMENTS_MAX = 20;

    private final TerminalReports reports;
    private final Clock clock;

    ReportedStates(TerminalReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Set<String> channels() {
        return Set.of("state");
    }

    @Override
    public Uni<JsonObject> handle(TerminalRequest request, Acceptance acceptance) {
        if (request.body().getValue("documents") instanceof JsonObject documents) {
            boolean counted =
                    documents.getMap().values().stream().allMatch(v -> v instanceof Integer || v instanceof Long);
            if (documents.size() > DOCUMENTS_MAX || !counted) {
                throw new Refusal(TerminalProblem.SCHEMA, "documents holds versions by kind, at most " + DOCUMENTS_MAX);
            }
        } else if (request.body().containsKey("documents")) {
            throw new Refusal(TerminalProblem.SCHEMA, "documents must be an object");
        }
        return reports.state(request.from(), request.body(), clock.instant()).replaceWith(new JsonObject());
    }
}
