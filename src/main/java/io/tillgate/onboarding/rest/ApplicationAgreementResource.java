package io.tillgate.onboarding.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.AcceptedAgreement;
import io.tillgate.onboarding.AgreementText;
import io.tillgate.onboarding.usecase.Known;
import io.tillgate.onboarding.usecase.ReadingApplications;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The agreement's text, byte for byte; {@code Repr-Digest} (RFC 9530) is the fingerprint that an acceptance may name. */
@Path("/api/v1/applications/{id}/agreement")
@Produces(MediaType.TEXT_PLAIN)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.SUPPORT, Roles.MERCHANT_OWNER})
public class ApplicationAgreementResource {
    private final ReadingApplications reading;
    private final CurrentCaller callers;

    ApplicationAgreementResource(ReadingApplications reading, CurrentCaller callers) {
        this.reading = reading;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The text to accept now, in the applicant's language or the one asked for")
    public Uni<RestResponse<Buffer>> text(
            @RestPath UUID id, @QueryParam("lang") @Pattern(regexp = "en|zh") @Nullable String language) {
        return known(id)
                .map(known -> answer(known.agreement(
                        language == null ? known.application().applicant().language() : Locale.of(language))));
    }

    @GET
    @Path("accepted")
    @Operation(summary = "The text that was accepted last, as it was then")
    public Uni<RestResponse<Buffer>> accepted(@RestPath UUID id) {
        return known(id).map(known -> {
            AcceptedAgreement last = known.accepted();
            if (last == null || last.text() == null) {
                throw new Refusal(CommonProblem.NOT_FOUND, "no text was accepted yet");
            }
            return answer(last.text());
        });
    }

    private Uni<Known> known(UUID id) {
        return reading.get(callers.get(), new ApplicationId(id)).map(ReadingApplications.Standing::known);
    }

    private static RestResponse<Buffer> answer(AgreementText text) {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(text.sha256()));
        return ResponseBuilder.ok(Buffer.buffer(text.bytes()))
                .type("text/plain;charset=UTF-8")
                .header("Content-Language", text.language().getLanguage())
                .header("Content-Disposition", "attachment; filename=\"" + text.fileName() + "\"")
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
