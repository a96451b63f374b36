package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.OnboardingProblem;
import io.tillgate.onboarding.domain.ApplicationCommand;
import io.tillgate.onboarding.domain.ApplicationDecision;
import io.tillgate.onboarding.store.PostgresApplicationStore;
import io.tillgate.platform.audit.Audit;
import io.tillgate.platform.audit.AuditEntry;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.audit.AuditEntry.Subject;
import io.tillgate.platform.persistence.Records;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** Decides a command on a locked application and writes what follows: state, merchant, audit record, letter. */
@ApplicationScoped
class MovingApplications {
    private final PostgresApplicationStore applications;
    private final BecomingAMerchant becoming;
    private final ApplicationLetters letters;
    private final Audit audit;
    private final BusinessClock clock;

    MovingApplications(
            PostgresApplicationStore applications,
            BecomingAMerchant becoming,
            ApplicationLetters letters,
            Audit audit,
            BusinessClock clock) {
        this.applications = applications;
        this.becoming = becoming;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param action name in the audit trail
     * @param along what else changes in the application if the command is accepted
     */
    record Move(Actor actor, String action, ApplicationCommand command, UnaryOperator<Application> along) {
        Move(Actor actor, String action, ApplicationCommand command) {
            this(actor, action, command, UnaryOperator.identity());
        }
    }

    LocalDate today(TenantId tenant) {
        return LocalDate.ofInstant(clock.now(tenant), ZoneOffset.UTC);
    }

    /** Whether something changed, and the application as it is now. */
    record Moved(Known known, boolean changed) {}

    Uni<Moved> move(Records tx, Known known, Move move) {
        return switch (ApplicationDecision.decide(
                known.application().state(),
                move.command(),
                known.facts(today(known.application().tenant())))) {
            case ApplicationDecision.Rejected rejected -> Uni.createFrom().failure(refusal(rejected));
            case ApplicationDecision.Unchanged ignored -> Uni.createFrom().item(new Moved(known, false));
            case ApplicationDecision.Accepted accepted ->
                arrive(tx, known, move, accepted.next()).map(after -> new Moved(after, true));
        };
    }

    private Uni<Known> arrive(Records tx, Known known, Move move, ApplicationState next) {
        Application before = known.application();
        Application wanted = move.along().apply(before).in(next, clock.now(before.tenant()));
        boolean moved = !next.equals(before.state());
        return withMerchant(tx, known, move.actor(), wanted)
                .chain(complete -> applications.update(tx, complete))
                .map(known::with)
                .call(after -> audit.record(tx, entry(move, before, after.application())))
                .call(after ->
                        moved ? letters.tell(tx, after) : Uni.createFrom().voidItem());
    }

    private Uni<Application> withMerchant(Records tx, Known known, Actor actor, Application wanted) {
        return wanted.state() instanceof ApplicationState.Approved approved
                ? becoming.become(tx, actor, known, approved.approval()).map(made -> wanted.became(made.merchant()))
                : Uni.createFrom().item(wanted);
    }

    static AuditEntry entry(Move move, Application before, Application after) {
        return new AuditEntry(
                after.tenant(),
                after.merchant(),
                move.actor(),
                move.action(),
                new Subject("application", after.id().toString()),
                json(before),
                json(after));
    }

    /** Personal data stays out: the trail is kept longer than the form. */
    private static JsonObject json(Application application) {
        return new JsonObject()
                .put("state", application.state().word())
                .put("submission", application.state().submissions())
                .put("acceptedVersion", application.acceptedVersion())
                .put(
                        "merchant",
                        application.merchant() == null
                                ? null
                                : application.merchant().toString());
    }

    private static Refusal refusal(ApplicationDecision.Rejected rejected) {
        return new Refusal(rejected.problem(), detail(rejected.problem()), rejected.violations());
    }

    private static String detail(OnboardingProblem problem) {
        return switch (problem) {
            case ALREADY_APPLIED -> "you have an application already";
            case UNDER_REVIEW -> "the application is being reviewed and cannot be changed now";
            case NOT_SUBMITTED -> "the application waits for the applicant";
            case ALREADY_DECIDED -> "the application was decided or withdrawn before";
            case OWN_APPLICATION -> "somebody else has to review your application";
            case INCOMPLETE -> "some things are missing or wrong";
            case UNKNOWN_FEE_PLAN -> "there is no fee plan of this name";
            case AGREEMENT_OUTDATED -> "another version of the agreement is in force: read it again";
            case AGREEMENT_CHANGED -> "the text changed: read it again";
            case TOO_MANY_DOCUMENTS -> "an application holds no more documents";
        };
    }
}
