package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationStanding;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.Applications;
import io.tillgate.onboarding.CheckResult.Evidence;
import io.tillgate.onboarding.KeptCheck;
import io.tillgate.platform.audit.AuditTrail;
import io.tillgate.platform.audit.AuditTrail.AuditView;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.portal.frame.AgreementFile;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.shared.ApplicationId;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One application: what it says, what machines found, the decision, and what happened to it. */
@Path("/portal/{slug}/desk/application/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.SUPPORT})
class ApplicationPage {
    private static final int HISTORY_MAX = 100;

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance application(Frame frame, Desk desk, View view, Verdict typed, Mistakes mistakes);

        private Templates() {}
    }

    /** A check, its evidence and what they say, in the reader's language. */
    public record Check(KeptCheck kept, String said, List<Found> evidence) {
        public Check {
            evidence = List.copyOf(evidence);
        }
    }

    public record Found(Evidence kept, String said) {}

    /**
     * What the page shows.
     *
     * @param checks those that want a person first
     * @param next the address of the next one that waits; empty on the last
     */
    public record View(
            ApplicationStanding standing,
            List<Check> checks,
            List<AuditView> history,
            String category,
            String next,
            boolean decidable) {
        public Application application() {
            return standing.application();
        }

        public String agreementFile(Desk desk) {
            return desk.at("application", application().id().toString()) + "/agreement";
        }

        public List<String> parts() {
            return Verdict.PARTS;
        }

        public List<String> reasons() {
            return Verdict.REASONS;
        }

        public long looks() {
            return checks.stream()
                    .filter(each -> each.kept().outcome().equals("look"))
                    .count();
        }

        public ApplicationState.@Nullable NeedsInformation asked() {
            return application().state() instanceof ApplicationState.NeedsInformation asked ? asked : null;
        }

        public ApplicationState.@Nullable Refused refused() {
            return application().state() instanceof ApplicationState.Refused refused ? refused : null;
        }
    }

    private final Applications applications;
    private final AuditTrail trail;
    private final Desks desks;
    private final Forms forms;

    ApplicationPage(Applications applications, AuditTrail trail, Desks desks, Forms forms) {
        this.applications = applications;
        this.trail = trail;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> get(@RestPath String slug, @RestPath String id) {
        return page(new ApplicationId(Typed.id(id)), Verdict.NONE, Mistakes.NONE);
    }

    /** Pictures are shown in the page, the rest opens beside it. */
    @GET
    @Path("documents/{document}")
    @Produces({"application/pdf", "image/png", "image/jpeg"})
    public Uni<Response> document(@RestPath String slug, @RestPath String id, @RestPath String document) {
        return applications
                .document(desks.desk().caller(), new ApplicationId(Typed.id(id)), Typed.id(document))
                .map(opened -> Response.ok(Buffer.buffer(opened.bytes()))
                        .type(opened.contentType())
                        .header("Content-Disposition", "inline")
                        .build());
    }

    /** What was accepted, to take away. */
    @GET
    @Path("agreement")
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<Response> agreement(@RestPath String slug, @RestPath String id) {
        return applications
                .get(desks.desk().caller(), new ApplicationId(Typed.id(id)))
                .map(standing -> AgreementFile.of(standing.agreement().accepted()));
    }

    @POST
    @Path("decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.UNDERWRITER, Roles.ACQUIRER_ADMIN})
    public Uni<Response> decide(
            @RestPath String slug, @RestPath String id, @RestForm @Nullable String once, @BeanParam Verdict.Sent sent) {
        ApplicationId application = new ApplicationId(Typed.id(id));
        Desk desk = desks.desk();
        Verdict verdict = sent.verdict();
        Mistakes wrong = verdict.mistakes(desk);
        if (wrong.any()) {
            return forms.refused(page(application, verdict, wrong));
        }
        return forms.once(
                once,
                () -> decided(desk.caller(), application, verdict)
                        .chain(after -> next(desk, application)
                                .map(next -> new Done(
                                        next.isEmpty() ? "desk/applications" : "desk/application/" + next,
                                        said(desk, after)))),
                mistakes -> page(application, verdict, mistakes));
    }

    private Uni<Application> decided(Caller caller, ApplicationId id, Verdict verdict) {
        return switch (verdict.decision()) {
            case Verdict.APPROVE -> applications.approve(caller, id, Typed.orNull(verdict.feePlan()));
            case Verdict.REFUSE -> applications.refuse(caller, id, verdict.reasons(), Typed.orNull(verdict.note()));
            default -> applications.requestInformation(caller, id, verdict.items());
        };
    }

    private static String said(Desk desk, Application after) {
        String name = after.businessName() == null ? desk.shortId(after.id()) : after.businessName();
        return switch (after.state()) {
            case ApplicationState.Approved ignored -> desk.words().said_approved(name);
            case ApplicationState.AwaitingAgreement ignored -> desk.words().said_awaiting(name);
            case ApplicationState.Refused ignored -> desk.words().said_refused(name);
            default -> desk.words().said_asked(name);
        };
    }

    /** The id of the oldest other one that waits; empty when there is none. */
    private Uni<String> next(Desk desk, ApplicationId but) {
        return applications
                .list(desk.caller(), ApplicationsPage.WAITING, null, new PageRequest(2, null))
                .map(page -> page.items().stream()
                        .map(Application::id)
                        .filter(each -> !each.equals(but))
                        .findFirst()
                        .map(ApplicationId::toString)
                        .orElse(""));
    }

    private Uni<TemplateInstance> page(ApplicationId id, Verdict typed, Mistakes mistakes) {
        Desk desk = desks.desk();
        return applications
                .get(desk.caller(), id)
                .chain(standing -> history(desk, id)
                        .chain(history -> next(desk, id).chain(next -> {
                            View view = view(desk, standing, history, next);
                            String name = standing.application().businessName();
                            return desks.below(
                                    new Desks.Way(
                                            ApplicationsPage.PLACE, desk.words().nav_applications(), "applications"),
                                    name == null ? desk.words().unnamed() : name,
                                    (frame, pen) -> Templates.application(frame, pen, view, typed, mistakes));
                        })));
    }

    private Uni<List<AuditView>> history(Desk desk, ApplicationId id) {
        return trail.page(
                        Scope.tenant(desk.caller().tenant()),
                        desk.caller().tenant(),
                        AuditTrail.Asked.about("application", id.toString()),
                        new PageRequest(HISTORY_MAX, null))
                .map(page -> page.items());
    }

    private static View view(Desk desk, ApplicationStanding standing, List<AuditView> history, String next) {
        var trading = standing.form().trading();
        String code = trading == null ? null : trading.categoryCode();
        String category = code == null ? "" : code;
        return new View(
                standing,
                checks(standing, new CheckWords(desk, category)),
                history,
                desk.category(code),
                next.isEmpty() ? "" : desk.at("application", next),
                standing.application().state() instanceof ApplicationState.Submitted
                        && desk.mayAny(Roles.UNDERWRITER + " " + Roles.ACQUIRER_ADMIN));
    }

    private static List<Check> checks(ApplicationStanding standing, CheckWords words) {
        return standing.checks().stream()
                .sorted(Comparator.comparing(each -> !each.outcome().equals("look")))
                .map(each -> new Check(
                        each,
                        words.of(each),
                        each.evidence().stream()
                                .map(found -> new Found(found, words.of(found)))
                                .toList()))
                .toList();
    }
}
