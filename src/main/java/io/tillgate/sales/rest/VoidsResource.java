package io.tillgate.sales.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.sales.usecase.UndoSale.Kind;
import io.tillgate.sales.usecase.UndoingFromThePortal;
import io.tillgate.sales.usecase.UndoingFromThePortal.Wish;
import io.tillgate.shared.PaymentId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Cancels a payment of the same business day, wholly; needs {@code Idempotency-Key}. */
@Path("/api/v1/payments/{id}/void")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
public class VoidsResource {
    private final UndoingFromThePortal undoing;
    private final CurrentCaller callers;

    VoidsResource(UndoingFromThePortal undoing, CurrentCaller callers) {
        this.undoing = undoing;
        this.callers = callers;
    }

    @POST
    @APIResponse(
            responseCode = "200",
            description = "Decided, or decided before under this key",
            content = @Content(schema = @Schema(implementation = UndoAnswer.class)))
    @Operation(summary = "Cancel a payment of today; 200 with outcome approved or declined")
    public Uni<Response> cancel(
            @RestPath UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid VoidForm form) {
        Wish wish = new Wish(new PaymentId(id), Kind.VOID, null, List.of(), form.reason());
        return undoing.undo(callers.get(), key, wish)
                .map(answer -> Response.ok(answer.encode()).build());
    }
}
