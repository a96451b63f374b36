package io.tillgate.onboarding.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.AgreementRead;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.usecase.ReadingApplications;
import io.tillgate.onboarding.usecase.ReviewingApplications;
import io.tillgate.onboarding.usecase.SubmittingApplications;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.ApplicationId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What moves an application on. Each may be repeated: what had its effect before changes nothing. */
@Path("/api/v1/applications/{id}")
public class ApplicationStepsResource {
    private final SubmittingApplications submitting;
    private final ReviewingApplications reviewing;
    private final ReadingApplications reading;
    private final CurrentCaller callers;

    ApplicationStepsResource(
            SubmittingApplications submitting,
            ReviewingApplications reviewing,
            ReadingApplications reading,
            CurrentCaller callers) {
        this.submitting = submitting;
        this.reviewing = reviewing;
        this.reading = reading;
        this.callers = callers;
    }

    /**
     * What was read. With {@code sha256} a text that changed since is refused; {@code language} is {@code en} or {@code zh},
     * without it the applicant's.
     */
    public record AgreementForm(
            @NotBlank @Size(max = 60) String version,
            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String sha256,
            @Pattern(regexp = "en|zh") @Nullable String language) {
        AgreementRead read() {
            return new AgreementRead(version, sha256, language == null ? null : Locale.of(language));
        }
    }

    /** Everything missing or wrong comes back at once, each with a JSON pointer. */
    @POST
    @Path("submit")
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @Operation(summary = "Hands an application in; everything missing comes back at once")
    public Uni<RestResponse<ApplicationView>> submit(@RestPath UUID id) {
        Caller caller = callers.get();
        return answer(caller, submitting.submit(caller, new ApplicationId(id)));
    }

    @POST
    @Path("withdraw")
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @Operation(summary = "Takes an application back")
    public Uni<RestResponse<ApplicationView>> withdraw(@RestPath UUID id) {
        Caller caller = callers.get();
        return answer(caller, submitting.withdraw(caller, new ApplicationId(id)));
    }

    @POST
    @Path("agreement")
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @Operation(summary = "Accepts the agreement that was read; its text is kept with the application")
    public Uni<RestResponse<ApplicationView>> accept(@RestPath UUID id, @NotNull @Valid AgreementForm form) {
        Caller caller = callers.get();
        return answer(caller, submitting.accept(caller, new ApplicationId(id), form.read()));
    }

    @POST
    @Path("review")
    @RolesAllowed({Roles.UNDERWRITER, Roles.ACQUIRER_ADMIN})
    @Operation(summary = "Approves, refuses, or asks for something to be put right")
    public Uni<RestResponse<ApplicationView>> review(@RestPath UUID id, @NotNull @Valid ReviewForm form) {
        Caller caller = callers.get();
        ApplicationId application = new ApplicationId(id);
        return answer(
                caller,
                switch (form.decision()) {
                    case "approve" -> reviewing.approve(caller, application, form.feePlan());
                    case "refuse" -> reviewing.refuse(caller, application, form.reasonsOrRefusal(), form.note());
                    default -> reviewing.requestInformation(caller, application, form.itemsOrRefusal());
                });
    }

    private Uni<RestResponse<ApplicationView>> answer(Caller caller, Uni<Application> step) {
        return step.chain(after -> reading.get(caller, after.id())).map(ApplicationsResource::answer);
    }
}
