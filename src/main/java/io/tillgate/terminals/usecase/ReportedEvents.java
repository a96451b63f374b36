package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.Acceptance;
import io.tillgate.terminals.TerminalMessageHandler;
import io.tillgate.terminals.TerminalProblem;
import io.tillgate.terminals.TerminalRequest;
import io.tillgate.terminals.usecase.TerminalReports.Answer;
import io.tillgate.terminals.usecase.TerminalReports.Event;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code up/evt} (faults, tamper), {@code up/job} (progress), {@code up/lwt} (wills) and {@code up/cmd} (answers, under the
 * id of the command): filed, and acknowledged by PUBACK alone.
 */
@ApplicationScoped
public class ReportedEvents implements TerminalMessageHandler {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    private static final Set<String> OUTCOMES = Set.of("done", "failed");
    private static final Set<String> PROGRESS = Set.of("accepted", "downloading", "installing", "done", "failed");
    private static final int DETAIL_LENGTH_MAX = 2_000;

    private final TerminalReports reports;
    private final Clock clock;

    ReportedEvents(TerminalReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Set<String> channels() {
        return Set.of("evt", "job", "lwt", "cmd");
    }

    @Override
    public Uni<JsonObject> handle(TerminalRequest request, Acceptance acceptance) {
        Uni<Void> filed = switch (request.channel()) {
            case "cmd" -> answer(request);
            case "job" -> progress(request);
            case "lwt" -> event(request, "will");
            default -> event(request, "terminal:" + kind(request.body()));
        };
        return filed.replaceWith(new JsonObject());
    }

    private Uni<Void> answer(TerminalRequest request) {
        Members members = new Members(request.body());
        String outcome = members.word("outcome", OUTCOMES);
        members.optionalText("detail", DETAIL_LENGTH_MAX);
        Answer answer = new Answer(request.id(), outcome.equals("done"), request.body(), clock.instant());
        return reports.answered(request.from(), answer)
                .invoke(known -> {
                    if (!known) {
                        throw new Refusal(
                                TerminalProblem.NO_SUCH_COMMAND, "no command with this id was sent to this terminal");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> progress(TerminalRequest request) {
        Members members = new Members(request.body());
        members.word("progress", PROGRESS);
        members.optionalText("detail", DETAIL_LENGTH_MAX);
        return event(request, "job");
    }

    private Uni<Void> event(TerminalRequest request, String kind) {
        return reports.event(request.from(), new Event(request.id(), kind, request.body(), clock.instant()));
    }

    private static String kind(JsonObject body) {
        if (body.getValue("kind") instanceof String kind && KIND.matcher(kind).matches()) {
            return kind;
        }
        throw new Refusal(TerminalProblem.SCHEMA, "kind must be a word of at most 30 characters");
    }
}
