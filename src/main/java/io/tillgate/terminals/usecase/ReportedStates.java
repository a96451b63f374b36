package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.terminals.Acceptance;
import io.tillgate.terminals.TerminalMessageHandler;
import io.tillgate.terminals.TerminalRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code up/state}: what a terminal holds and how it is. The acknowledgement of documents; no answer but the PUBACK. */
@ApplicationScoped
public class ReportedStates implements TerminalMessageHandler {
    private static final int DOCUMENTS_MAX = 20;
    private static final int SOFTWARE_LENGTH_MAX = 60;

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
        check(request.body());
        return reports.state(request.from(), request.body(), clock.instant()).replaceWith(new JsonObject());
    }

    private static void check(JsonObject body) {
        if (body.containsKey("documents")) {
            checkVersions(body.getValue("documents"));
        }
        Members members = new Members(body);
        members.optionalText("software", SOFTWARE_LENGTH_MAX);
        members.optionalPercentage("battery");
        members.optionalInteger("clockOffsetMillis");
    }

    private static void checkVersions(@Nullable Object documents) {
        boolean versions = documents instanceof JsonObject held
                && held.size() <= DOCUMENTS_MAX
                && held.getMap().values().stream().allMatch(Members::isCount);
        if (!versions) {
            throw Members.refused("documents", "must hold versions by kind, at most " + DOCUMENTS_MAX);
        }
    }
}
