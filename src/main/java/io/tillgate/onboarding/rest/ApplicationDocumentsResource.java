package io.tillgate.onboarding.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.rest.ApplicationView.DocumentView;
import io.tillgate.onboarding.usecase.KeepingDocuments;
import io.tillgate.onboarding.usecase.KeepingDocuments.Upload;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.ApplicationId;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Documents of an application: PDF, PNG or JPEG, at most 10 MiB each. */
@Path("/api/v1/applications/{id}/documents")
public class ApplicationDocumentsResource {
    private final KeepingDocuments keeping;
    private final CurrentCaller callers;

    ApplicationDocumentsResource(KeepingDocuments keeping, CurrentCaller callers) {
        this.keeping = keeping;
        this.callers = callers;
    }

    /** The body is the file itself, {@code Content-Type} says what it is, {@code ?name=} what it is called. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Adds a document: the body is the file")
    public Uni<RestResponse<DocumentView>> add(
            @RestPath UUID id,
            @QueryParam("name") @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}/\\\\]+") String name,
            @HeaderParam("Content-Type") @NotBlank String contentType,
            byte[] body) {
        return keeping.add(callers.get(), new ApplicationId(id), new Upload(name, bare(contentType), body))
                .map(made -> ResponseBuilder.<DocumentView>created(
                                URI.create("/api/v1/applications/" + id + "/documents/" + made.id()))
                        .entity(DocumentView.of(made))
                        .build());
    }

    @GET
    @Path("{document}")
    @Produces({"application/pdf", "image/png", "image/jpeg"})
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.SUPPORT, Roles.MERCHANT_OWNER})
    @Operation(summary = "A document as it came")
    public Uni<RestResponse<Buffer>> open(@RestPath UUID id, @RestPath UUID document) {
        return keeping.open(callers.get(), new ApplicationId(id), document)
                .map(opened -> ResponseBuilder.ok(Buffer.buffer(opened.bytes()))
                        .type(opened.contentType())
                        .header("Content-Disposition", "attachment")
                        .header("X-Content-Type-Options", "nosniff")
                        .build());
    }

    private static String bare(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters)).strip();
    }
}
