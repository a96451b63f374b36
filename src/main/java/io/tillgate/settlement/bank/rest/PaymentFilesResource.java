package io.tillgate.settlement.bank.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Listener;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.PaymentFileView;
import io.tillgate.settlement.bank.PaymentFiles;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Payment files as the bank finds and fetches them. */
@Path("/bank/v1/payment-files")
@Listener(Listener.Port.ANY)
@RolesAllowed(Roles.BANK)
public class PaymentFilesResource {
    private final PaymentFiles files;
    private final CurrentCaller caller;

    PaymentFilesResource(PaymentFiles files, CurrentCaller caller) {
        this.files = files;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Payment files, newest first: ready to be fetched, or fetched before")
    public Uni<Page<PaymentFileView>> page(
            @QueryParam("status") @DefaultValue("ready") @Pattern(regexp = "ready|fetched") String status,
            @BeanParam PageRequest page) {
        return files.page(caller.get().tenant(), status, page);
    }

    /** The first fetch decides against cancelling; every fetch gets the same bytes. */
    @GET
    @Path("/{messageId}")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "A payment file as pain.001.001.09; from the first fetch on nothing in it can be cancelled")
    public Uni<RestResponse<Buffer>> fetch(@PathParam("messageId") String messageId) {
        return files.fetch(caller.get().tenant(), messageId)
                .map(xml -> ResponseBuilder.ok(Buffer.buffer(xml))
                        .header("Cache-Control", "no-store")
                        .build());
    }
}
