package io.tillgate.portal.merchant.apply;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.ApplicationStanding;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.AgreementFile;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.merchant.shop.Fields;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** An application as its owner reads it: a page for each part, a summary, and where it stands once it was handed in. */
@Path("/portal/{slug}/application")
@RolesAllowed(Roles.MERCHANT_OWNER)
class ApplicationPage {
    @CheckedTemplate(basePath = "merchant/apply")
    static class Templates {
        static native TemplateInstance applyStart(Frame frame);

        static native TemplateInstance applyOverview(Frame frame, ApplicationView view);

        static native TemplateInstance applyStep(Frame frame, ApplicationView view);

        static native TemplateInstance applyState(Frame frame, ApplicationView view);

        private Templates() {}
    }

    private final Frames frames;
    private final ApplicationViews views;
    private final OwnApplication own;

    ApplicationPage(Frames frames, ApplicationViews views, OwnApplication own) {
        this.frames = frames;
        this.views = views;
        this.own = own;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> overview(@RestPath String slug) {
        return own.find().chain(this::shown);
    }

    /** @param all whether what is still missing is said, too */
    @GET
    @Path("{step}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> step(
            @RestPath String slug,
            @RestPath String step,
            @QueryParam("all") @Nullable String all,
            @QueryParam("more") @Nullable String more,
            @QueryParam("find") @Nullable String find) {
        ApplicationStep at = at(step);
        return own.find()
                .chain(found -> found.filter(OwnApplication::isEditable)
                        .map(standing -> page(
                                at,
                                views.step(
                                        standing,
                                        at,
                                        new ApplicationViews.Wish(
                                                all != null, more != null, Objects.requireNonNullElse(find, "")))))
                        .orElseGet(() -> shown(found)));
    }

    @GET
    @Path("documents/{document}")
    public Uni<Response> document(@RestPath String slug, @RestPath UUID document) {
        return own.document(document)
                .map(file -> Response.ok(file.bytes(), file.contentType())
                        .header("Content-Disposition", "attachment")
                        .build());
    }

    /** Where the form to accept posts: who reloads its answer, or signs in again there, finds the application. */
    @GET
    @Path("agreement")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> agreement(@RestPath String slug) {
        return own.find().chain(this::shown);
    }

    /** The text to accept, to take away. */
    @GET
    @Path("agreement/text")
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<Response> text(@RestPath String slug, @QueryParam("lang") @Nullable String language) {
        Locale wanted = language == null ? frames.locale() : Locale.of(language);
        return own.get().map(standing -> AgreementFile.of(standing.agreement().in(wanted)));
    }

    /** A part as it was sent, with what is wrong in it. */
    Uni<TemplateInstance> again(ApplicationStep step, Fields sent, Mistakes mistakes) {
        return own.get().chain(standing -> page(step, views.again(standing, step, sent, mistakes)));
    }

    /** A part that nothing was typed into, with what is wrong. */
    Uni<TemplateInstance> page(ApplicationStep step, ApplicationStanding standing, Mistakes mistakes) {
        return page(step, views.again(standing, step, mistakes));
    }

    Uni<TemplateInstance> shown(Optional<ApplicationStanding> found) {
        if (found.isEmpty()) {
            return frames.page(Heading.of("application", views.words().start_title()), Templates::applyStart);
        }
        ApplicationState state = found.get().application().state();
        ApplicationView view = views.overview(found.get());
        return state instanceof ApplicationState.Draft || state instanceof ApplicationState.NeedsInformation
                ? frames.page(
                        Heading.of("application", views.words().title()), frame -> Templates.applyOverview(frame, view))
                : frames.page(
                        Heading.of("application", views.words().title()), frame -> Templates.applyState(frame, view));
    }

    private Uni<TemplateInstance> page(ApplicationStep step, ApplicationView view) {
        return frames.page(
                Heading.of(
                        "application",
                        views.label(step),
                        new Crumb(views.words().title(), "application")),
                frame -> Templates.applyStep(frame, view));
    }

    static ApplicationStep at(String step) {
        return ApplicationStep.of(step)
                .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "an application has no such page"));
    }
}
