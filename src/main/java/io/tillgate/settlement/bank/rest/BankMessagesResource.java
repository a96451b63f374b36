package io.tillgate.settlement.bank.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.BankMessageBox;
import io.tillgate.settlement.BankMessageBox.Filter;
import io.tillgate.settlement.BankMessageView;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What banks sent, for the acquirer's finance. */
@Path("/api/v1/bank-messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
public class BankMessagesResource {
    private final BankMessageBox box;
    private final CurrentCaller caller;

    BankMessagesResource(BankMessageBox box, CurrentCaller caller) {
        this.box = box;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Messages of the bank, newest first; with kind, and with state taken, refused or failed")
    public Uni<Page<BankMessageView>> page(
            @QueryParam("kind") @Pattern(regexp = "status-report|statement|notification") @Nullable String kind,
            @QueryParam("state") @Pattern(regexp = "taken|refused|failed") @Nullable String state,
            @BeanParam PageRequest page) {
        return box.page(caller.get().tenant(), Filter.of(kind, state), page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One message of the bank, with what it was answered")
    public Uni<BankMessageView> one(@PathParam("id") UUID id) {
        return box.one(caller.get().tenant(), id);
    }

    @GET
    @Path("/{id}/content")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The XML of a message as it came")
    public Uni<RestResponse<Buffer>> content(@PathParam("id") UUID id) {
        return box.content(caller.get().tenant(), id)
                .map(xml -> ResponseBuilder.ok(Buffer.buffer(xml))
                        .header("Content-Disposition", "attachment; filename=\"message.xml\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .build());
    }
}
