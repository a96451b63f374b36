package io.tillgate.onboarding.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.store.PostgresApplicationStore.Filter;
import io.tillgate.onboarding.usecase.FillingInApplications;
import io.tillgate.onboarding.usecase.InvitingApplicants;
import io.tillgate.onboarding.usecase.InvitingApplicants.Invitation;
import io.tillgate.onboarding.usecase.ReadingApplications;
import io.tillgate.onboarding.usecase.ReadingApplications.Standing;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.ApplicationId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Applications: the applicant's own, and the queue of the acquirer's staff. */
@Path("/api/v1/applications")
public class ApplicationsResource {
    private final FillingInApplications filling;
    private final ReadingApplications reading;
    private final InvitingApplicants inviting;
    private final CurrentCaller callers;

    ApplicationsResource(
            FillingInApplications filling,
            ReadingApplications reading,
            InvitingApplicants inviting,
            CurrentCaller callers) {
        this.filling = filling;
        this.reading = reading;
        this.inviting = inviting;
        this.callers = callers;
    }

    /** Whom to invite; {@code language} is {@code en} or {@code zh}. */
    public record InvitationForm(
            @NotNull @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String name,
            @Pattern(regexp = "en|zh") @Nullable String language) {}

    /** Starts a draft, empty or already filled in part. One open application a person. */
    @POST
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Starts an application, empty or filled in part; one open a person")
    public Uni<RestResponse<ApplicationView>> start(@Nullable ApplicationForm form) {
        Caller caller = callers.get();
        return filling.start(caller, form == null ? ApplicationForm.EMPTY : form)
                .chain(made -> reading.get(caller, made.id()))
                .map(standing -> Versions.created(
                        place(standing),
                        ApplicationView.of(standing),
                        application(standing).version()));
    }

    /** Staff: everybody's, {@code ?state=} and {@code ?q=} part of the business name. Applicants: their own. */
    @GET
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.SUPPORT, Roles.MERCHANT_OWNER})
    @Operation(summary = "Applications: everybody's for staff, the own for applicants")
    public Uni<Page<ApplicationSummary>> list(
            @QueryParam("state")
                    @Pattern(regexp = "draft|submitted|needs-information|awaiting-agreement|approved|refused|withdrawn")
                    @Nullable
                    String state,
            @QueryParam("q") @Size(max = 200) @Nullable String search,
            @BeanParam PageRequest page) {
        return reading.list(callers.get(), new Filter(state, null, search), page)
                .map(found -> found.map(ApplicationSummary::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.SUPPORT, Roles.MERCHANT_OWNER})
    @Operation(summary = "One application with its documents, checks and verdict")
    public Uni<RestResponse<ApplicationView>> get(@RestPath UUID id) {
        return reading.get(callers.get(), new ApplicationId(id)).map(ApplicationsResource::answer);
    }

    /** Replaces the whole form while it is a draft or needs information; needs {@code If-Match}. */
    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @Operation(summary = "Replaces the form while it is a draft or needs information")
    public Uni<RestResponse<ApplicationView>> save(
            @RestPath UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull ApplicationForm form) {
        Caller caller = callers.get();
        return filling.save(caller, new ApplicationId(id), ifMatch, form)
                .map(Application::id)
                .chain(saved -> reading.get(caller, saved))
                .map(ApplicationsResource::answer);
    }

    /** Lets the person in as an owner of no merchant yet, and sends a letter that says where and how to sign in. */
    @POST
    @Path("invitations")
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.SUPPORT})
    @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
    @Operation(summary = "Lets somebody in who is to apply, and sends a letter that says how")
    public Uni<RestResponse<Void>> invite(@NotNull @Valid InvitationForm form) {
        Locale language = "zh".equals(form.language()) ? Locale.CHINESE : Locale.ENGLISH;
        return inviting.invite(callers.get(), new Invitation(form.email(), form.name(), language))
                .map(done -> RestResponse.accepted());
    }

    static RestResponse<ApplicationView> answer(Standing standing) {
        return ResponseBuilder.ok(ApplicationView.of(standing))
                .header("ETag", Versions.etag(application(standing).version()))
                .header("Content-Location", place(standing))
                .build();
    }

    private static String place(Standing standing) {
        return "/api/v1/applications/" + application(standing).id();
    }

    private static Application application(Standing standing) {
        return standing.known().application();
    }
}
