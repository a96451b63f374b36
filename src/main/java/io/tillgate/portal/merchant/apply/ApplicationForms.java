package io.tillgate.portal.merchant.apply;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.AgreementRead;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationStanding;
import io.tillgate.onboarding.Applications;
import io.tillgate.platform.files.FilesProblem;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.merchant.shop.Fields;
import io.tillgate.shared.Refusal;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What an applicant does: begins, fills in part by part, uploads, hands in, accepts the agreement, withdraws. */
@Path("/portal/{slug}/application")
@RolesAllowed(Roles.MERCHANT_OWNER)
class ApplicationForms {
    private static final int NAME_MAX = 200;

    private final Frames frames;
    private final Forms forms;
    private final Applications applications;
    private final OwnApplication own;
    private final ApplicationPage pages;
    private final ApplicationViews views;
    private final Vertx vertx;

    ApplicationForms(
            Frames frames,
            Forms forms,
            Applications applications,
            OwnApplication own,
            ApplicationPage pages,
            ApplicationViews views,
            Vertx vertx) {
        this.frames = frames;
        this.forms = forms;
        this.applications = applications;
        this.own = own;
        this.pages = pages;
        this.views = views;
        this.vertx = vertx;
    }

    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> start(@RestPath String slug, @RestForm @Nullable String once) {
        return forms.once(
                once,
                () -> applications
                        .start(frames.caller(), ApplicationForm.EMPTY)
                        .replaceWith(() ->
                                new Done("application/business", views.words().started())),
                mistakes -> own.find().chain(pages::shown));
    }

    @POST
    @Path("{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> save(@RestPath String slug, @RestPath String step, MultivaluedMap<String, String> form) {
        ApplicationStep at = ApplicationPage.at(step);
        Fields sent = new Fields(form);
        return forms.once(sent.text(Fields.ONCE), () -> save(at, sent), mistakes -> pages.again(at, sent, mistakes));
    }

    /** What a file is, its first bytes say; how large it may be, the store of files. */
    @POST
    @Path("documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> upload(
            @RestPath String slug, @RestForm @Nullable String once, @RestForm("file") @Nullable FileUpload file) {
        return forms.once(
                once,
                () -> upload(file),
                mistakes -> own.get().chain(standing -> pages.page(ApplicationStep.DOCUMENTS, standing, mistakes)));
    }

    @POST
    @Path("submit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> submit(@RestPath String slug, MultivaluedMap<String, String> form) {
        Fields sent = new Fields(form);
        return forms.once(
                sent.text(Fields.ONCE),
                () -> own.get()
                        .chain(standing -> agreed(standing, sent))
                        .chain(application -> applications.submit(frames.caller(), application.id()))
                        .replaceWith(() -> new Done("application", views.words().submitted_said())),
                mistakes -> own.get().chain(standing -> pages.page(ApplicationStep.CHECK, standing, mistakes)));
    }

    @POST
    @Path("agreement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> accept(@RestPath String slug, MultivaluedMap<String, String> form) {
        Fields sent = new Fields(form);
        return forms.once(
                sent.text(Fields.ONCE),
                () -> own.get()
                        .chain(standing -> agreed(standing, sent))
                        .map(after -> new Done("application", views.words().agreed_said())),
                mistakes -> own.find().chain(pages::shown));
    }

    @POST
    @Path("withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> withdraw(@RestPath String slug, @RestForm @Nullable String once) {
        return forms.once(
                once,
                () -> own.get()
                        .chain(standing -> applications.withdraw(
                                frames.caller(), standing.application().id()))
                        .replaceWith(() -> new Done("application", views.words().withdrawn_said())),
                mistakes -> own.find().chain(pages::shown));
    }

    private Uni<Done> save(ApplicationStep at, Fields sent) {
        return own.get().chain(standing -> {
            ApplicationForm form = ApplicationFields.merged(
                    standing.form(), at, sent, standing.agreement().currency());
            Integer version = sent.whole("version");
            sent.check();
            return applications
                    .save(frames.caller(), standing.application().id(), version == null ? 0 : version, form)
                    .chain(saved -> applications.get(frames.caller(), saved.id()))
                    .map(after -> done(at, sent, after));
        });
    }

    /** On to the next part; not where something written here cannot be right. */
    private Done done(ApplicationStep at, Fields sent, ApplicationStanding after) {
        String here = "application/" + at.word();
        if (sent.ticked("more")) {
            return new Done(here + "?more=1", views.words().saved());
        }
        String found = sent.text("find");
        boolean searching = at == ApplicationStep.TRADING && found != null && sent.text("trading.categoryCode") == null;
        boolean stay =
                searching || sent.ticked("remove") || !views.wrong(after, at).isEmpty();
        return new Done(
                stay ? here : "application/" + at.next().word(), views.words().saved());
    }

    private Uni<Done> upload(@Nullable FileUpload file) {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw new Refusal(FilesProblem.FILE_EMPTY, "choose a file");
        }
        String name = file.fileName().replaceAll("[\\p{Cntrl}/\\\\]", "_");
        String shortened = name.substring(Math.max(0, name.length() - NAME_MAX));
        return own.get()
                .chain(standing -> vertx.fileSystem()
                        .readFile(file.uploadedFile().toString())
                        .chain(bytes -> applications.addDocument(
                                frames.caller(),
                                standing.application().id(),
                                shortened,
                                type(file.contentType()),
                                bytes.getBytes())))
                .map(kept -> new Done("application/documents", views.words().uploaded(kept.name())));
    }

    /** Of the text that this form showed, in the language in which it was shown. */
    private Uni<Application> agreed(ApplicationStanding standing, Fields sent) {
        String version = sent.text("agreement");
        if (version == null) {
            return Uni.createFrom().item(standing.application());
        }
        AgreementRead read = new AgreementRead(
                version, sent.needed("agreement.sha256"), Locale.of(sent.needed("agreement.language")));
        sent.check();
        return applications.accept(frames.caller(), standing.application().id(), read);
    }

    private static String type(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }
}
