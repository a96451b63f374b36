package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.Applications;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.shared.ApplicationId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The queue of applications, the oldest first, and inviting somebody to apply. */
@Path("/portal/{slug}/desk/applications")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.SUPPORT})
class ApplicationsPage {
    static final String PLACE = "applications";
    static final String WAITING = "submitted";
    private static final Set<String> STATES = Set.of(
            "all", WAITING, "needs-information", "awaiting-agreement", "approved", "refused", "withdrawn", "draft");

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance applications(Frame frame, Desk desk, View view);

        static native TemplateInstance invite(Frame frame, Desk desk, Invitation typed, Mistakes mistakes);

        private Templates() {}
    }

    /** What the queue shows. */
    public record View(String state, String q, List<Tab> tabs, List<Row> rows, Shelf.Pager pager, String csv) {}

    public record Tab(String label, String href, boolean current) {}

    /**
     * @param looks how many checks want a person
     * @param since when it came into its state
     */
    public record Row(Application application, int looks, Instant since) {}

    /** What was typed about somebody to invite. */
    public record Invitation(String email, String name, String language) {
        static final Invitation NONE = new Invitation("", "", "en");
    }

    private final Applications applications;
    private final Desks desks;
    private final Forms forms;

    ApplicationsPage(Applications applications, Desks desks, Forms forms) {
        this.applications = applications;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestPath String slug,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        String wanted = state == null || !STATES.contains(state) ? WAITING : state;
        return found(wanted, q, after)
                .chain(page -> applications
                        .looks(
                                desk.caller().tenant(),
                                page.items().stream().map(Application::id).toList())
                        .chain(looks -> desks.page(
                                PLACE,
                                desk.words().nav_applications(),
                                (frame, pen) ->
                                        Templates.applications(frame, pen, view(pen, wanted, q, after, page, looks)))));
    }

    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> csv(@RestPath String slug, @RestQuery @Nullable String state, @RestQuery @Nullable String q) {
        Desk desk = desks.desk();
        String wanted = state == null || !STATES.contains(state) ? WAITING : state;
        return Everything.of(page -> applications.list(desk.caller(), asked(wanted), q, page))
                .map(all -> {
                    Csv csv = new Csv().row(List.of("id", "business", "state", "since", "submissions", "created"));
                    all.forEach(each -> csv.row(java.util.Arrays.asList(
                            each.id(),
                            each.businessName(),
                            each.state().word(),
                            since(each),
                            each.state().submissions(),
                            each.createdAt())));
                    return csv.file("applications");
                });
    }

    @GET
    @Path("invite")
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.SUPPORT})
    public Uni<TemplateInstance> invite(@RestPath String slug) {
        return invitation(Invitation.NONE, Mistakes.NONE);
    }

    @POST
    @Path("invite")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.SUPPORT})
    public Uni<Response> invited(
            @RestPath String slug,
            @RestForm @Nullable String once,
            @RestForm @Nullable String email,
            @RestForm @Nullable String name,
            @RestForm @Nullable String language) {
        Desk desk = desks.desk();
        Invitation typed = new Invitation(Typed.text(email), Typed.text(name), "zh".equals(language) ? "zh" : "en");
        Mistakes missing = Typed.mistakes(
                desk,
                Map.of(
                        "email",
                        typed.email().contains("@"),
                        "name",
                        !typed.name().isEmpty()));
        if (missing.any()) {
            return forms.refused(invitation(typed, missing));
        }
        return forms.once(
                once,
                () -> applications
                        .invite(desk.caller(), typed.email(), typed.name(), Locale.forLanguageTag(typed.language()))
                        .replaceWith(
                                () -> new Done("desk/applications", desk.words().invited(typed.name(), typed.email()))),
                mistakes -> invitation(typed, mistakes));
    }

    private Uni<TemplateInstance> invitation(Invitation typed, Mistakes mistakes) {
        AcquirerMessages words = desks.desk().words();
        return desks.below(
                new Desks.Way(PLACE, words.nav_applications(), "applications"),
                words.invite_title(),
                (frame, desk) -> Templates.invite(frame, desk, typed, mistakes));
    }

    private Uni<Page<Application>> found(String state, @Nullable String q, @Nullable String after) {
        return applications.list(desks.desk().caller(), asked(state), q, Shelf.page(after));
    }

    private static @Nullable String asked(String state) {
        return state.equals("all") ? null : state;
    }

    private static View view(
            Desk desk,
            String state,
            @Nullable String q,
            @Nullable String after,
            Page<Application> page,
            Map<ApplicationId, Integer> looks) {
        Shelf shelf = Shelf.of(desk.at("applications")).with("state", state).with("q", q);
        return new View(
                state,
                Typed.text(q),
                List.of(WAITING, "needs-information", "awaiting-agreement", "approved", "refused", "all").stream()
                        .map(each -> new Tab(
                                desk.word("application", each), shelf.address("state", each), each.equals(state)))
                        .toList(),
                page.items().stream()
                        .map(each -> new Row(each, looks.getOrDefault(each.id(), 0), since(each)))
                        .toList(),
                shelf.pager(page, after),
                Shelf.of(desk.at("applications/export.csv"))
                        .with("state", state)
                        .with("q", q)
                        .address("", ""));
    }

    /** Since when it is as it is. */
    static Instant since(Application application) {
        return switch (application.state()) {
            case ApplicationState.Draft ignored -> application.createdAt();
            case ApplicationState.Submitted submitted -> submitted.at();
            case ApplicationState.NeedsInformation asked -> asked.by().at();
            case ApplicationState.AwaitingAgreement approved ->
                approved.approval().by().at();
            case ApplicationState.Approved approved -> approved.approval().by().at();
            case ApplicationState.Refused refused -> refused.by().at();
            case ApplicationState.Withdrawn withdrawn -> withdrawn.at();
        };
    }
}
