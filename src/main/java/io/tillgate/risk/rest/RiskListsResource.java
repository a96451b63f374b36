package io.tillgate.risk.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.risk.ListEntry;
import io.tillgate.risk.NewListEntry;
import io.tillgate.risk.RiskLists;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Block, allow and watch lists, and those of the tenant's policy. */
@Path("/api/v1/risk/lists")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RISK_ANALYST, Roles.ACQUIRER_ADMIN})
public class RiskListsResource {
    private final RiskLists lists;
    private final CurrentCaller caller;

    RiskListsResource(RiskLists lists, CurrentCaller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The lists that rules can ask for")
    public Page<RiskLists.Listing> lists(@BeanParam PageRequest page) {
        return Page.within(lists.lists(caller.get().tenant()), page, RiskLists.Listing::name);
    }

    @GET
    @Path("/{list}/entries")
    @Operation(summary = "Values that analysts put on a list")
    public Uni<Page<ListEntry>> entries(@PathParam("list") String list, @BeanParam PageRequest page) {
        return lists.entries(caller.get().tenant(), list, page);
    }

    @POST
    @Path("/{list}/entries")
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @RolesAllowed(Roles.RISK_ANALYST)
    @Operation(summary = "Puts a value on a list; again renews its note and expiry")
    public Uni<RestResponse<ListEntry>> add(@PathParam("list") String list, @Valid @NotNull NewListEntry entry) {
        return lists.add(caller.get(), list, entry)
                .map(added -> RestResponse.ResponseBuilder.<ListEntry>created(
                                URI.create("/api/v1/risk/lists/" + list + "/entries/" + added.id()))
                        .entity(added)
                        .build());
    }

    @GET
    @Path("/{list}/entries/{id}")
    @Operation(summary = "One value that an analyst put on a list")
    public Uni<ListEntry> entry(@PathParam("list") String list, @PathParam("id") UUID id) {
        return lists.entry(caller.get().tenant(), list, id);
    }

    @DELETE
    @Path("/{list}/entries/{id}")
    @RolesAllowed(Roles.RISK_ANALYST)
    @Operation(summary = "Takes a value off a list")
    public Uni<Void> remove(@PathParam("list") String list, @PathParam("id") UUID id) {
        return lists.remove(caller.get(), list, id);
    }
}
