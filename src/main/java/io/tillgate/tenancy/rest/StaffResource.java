package io.tillgate.tenancy.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.MerchantId;
import io.tillgate.tenancy.CreateStaff;
import io.tillgate.tenancy.Staff;
import io.tillgate.tenancy.StaffMember;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The people of the caller's tenant, or of the caller's merchant. */
@Path("/api/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.MERCHANT_OWNER})
class StaffResource {
    private final Staff staff;
    private final CurrentCaller caller;

    StaffResource(Staff staff, CurrentCaller caller) {
        this.staff = staff;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Lets one more person in")
    public Uni<RestResponse<StaffMember>> create(@NotNull @Valid CreateStaff command) {
        Caller now = caller.get();
        return staff.create(now, now.tenant(), command)
                .map(member -> RestResponse.ResponseBuilder.<StaffMember>created(
                                URI.create("/api/v1/staff/" + member.id()))
                        .entity(member)
                        .build());
    }

    /** The acquirer's staff, or with {@code merchant} the people of one merchant; an owner sees the own merchant's. */
    @GET
    @Operation(summary = "The acquirer's staff, or the people of one merchant")
    public Uni<Page<StaffMember>> list(
            @QueryParam("merchant") @Nullable MerchantId merchant, @BeanParam PageRequest page) {
        Caller now = caller.get();
        MerchantId wanted = now.isOfMerchant() ? now.merchant() : merchant;
        if (now.isOfMerchant() && wanted == null) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        return staff.list(now.tenant(), wanted).map(all -> Page.within(all, page, StaffMember::username));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One person whom the caller could let in")
    public Uni<StaffMember> get(@RestPath String id) {
        Caller now = caller.get();
        return staff.get(now, now.tenant(), id);
    }

    /** The person is kept but cannot sign in any more. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Shuts a person out; the record stays")
    public Uni<Void> disable(@RestPath String id) {
        Caller now = caller.get();
        return staff.disable(now, now.tenant(), id);
    }
}
