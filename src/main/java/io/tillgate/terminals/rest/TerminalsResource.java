package io.tillgate.terminals.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.http.Versions;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.CreateTerminal;
import io.tillgate.terminals.NewTerminal;
import io.tillgate.terminals.SendCommand;
import io.tillgate.terminals.SendCommand.Kind;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.TerminalCommand;
import io.tillgate.terminals.TerminalEvent;
import io.tillgate.terminals.Terminals;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Terminals over HTTP. Merchant roles see and change their own merchant's; the acquirer's staff see all of the tenant. */
@Path("/api/v1/terminals")
public class TerminalsResource {
    private static final int VALIDITY_SECONDS_DEFAULT = 3_600;

    private final Terminals terminals;
    private final CurrentCaller caller;

    TerminalsResource(Terminals terminals, CurrentCaller caller) {
        this.terminals = terminals;
        this.caller = caller;
    }

    /** What a new terminal needs. */
    public record NewTerminalBody(
            @NotNull StoreId storeId,
            @NotNull MerchantAccountId merchantAccountId,
            @NotBlank @Size(max = 80) String label) {}

    /** A command; an hour to be carried out unless it says otherwise. */
    public record CommandBody(
            @NotNull Kind kind,
            @Nullable Map<String, Object> parameters,
            @Nullable @Min(1) @Max(604_800) Integer validSeconds) {}

    @POST
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Adds a terminal; its activation code is shown this once")
    public Uni<RestResponse<NewTerminal>> create(@NotNull @Valid NewTerminalBody body) {
        var command = new CreateTerminal(body.storeId(), body.merchantAccountId(), body.label());
        return terminals
                .create(caller.get(), command)
                .map(created -> ResponseBuilder.<NewTerminal>created(URI.create(
                                "/api/v1/terminals/" + created.terminal().id()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(created)
                        .build());
    }

    @GET
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.RISK_ANALYST
    })
    @Operation(summary = "Terminals, newest first")
    public Uni<Page<Terminal>> list(@BeanParam PageRequest page) {
        return terminals.list(caller.get(), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.RISK_ANALYST
    })
    @Operation(summary = "One terminal with its connection and the documents it holds")
    public Uni<RestResponse<Terminal>> find(@PathParam("id") TerminalId id) {
        return terminals.find(caller.get(), id).map(terminal -> Versions.tagged(terminal, terminal.version()));
    }

    @POST
    @Path("/{id}/activation-code")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
    @Operation(summary = "Replaces the activation code; the new one is shown this once")
    public Uni<RestResponse<NewTerminal.Activation>> newActivationCode(@PathParam("id") TerminalId id) {
        return terminals
                .newActivationCode(caller.get(), id)
                .map(NewTerminal::activation)
                .map(activation -> ResponseBuilder.ok(activation)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @POST
    @Path("/{id}/revoke")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
    @Operation(summary = "Takes the certificates of a terminal back and closes its connection")
    public Uni<Terminal> revoke(@PathParam("id") TerminalId id) {
        return terminals.revoke(caller.get(), id);
    }

    @POST
    @Path("/{id}/commands")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
    @ResponseStatus(RestResponse.StatusCode.ACCEPTED)
    @Operation(summary = "Sends a command to a terminal")
    public Uni<RestResponse<TerminalCommand>> command(
            @PathParam("id") TerminalId id, @NotNull @Valid CommandBody body) {
        Map<String, Object> parameters = body.parameters();
        Integer seconds = body.validSeconds();
        var command = new SendCommand(
                id,
                body.kind(),
                new JsonObject(parameters == null ? new HashMap<>() : parameters),
                Duration.ofSeconds(seconds == null ? VALIDITY_SECONDS_DEFAULT : seconds));
        return terminals
                .command(caller.get(), command)
                .map(sent -> RestResponse.status(RestResponse.Status.ACCEPTED, sent));
    }

    @GET
    @Path("/{id}/commands")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
    @Operation(summary = "Commands sent to a terminal, newest first, with their answers")
    public Uni<Page<TerminalCommand>> commands(@PathParam("id") TerminalId id, @BeanParam PageRequest page) {
        return terminals.commands(caller.get(), id, page);
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
    @Operation(summary = "What happened to a terminal, newest first")
    public Uni<Page<TerminalEvent>> events(@PathParam("id") TerminalId id, @BeanParam PageRequest page) {
        return terminals.events(caller.get(), id, page);
    }
}
