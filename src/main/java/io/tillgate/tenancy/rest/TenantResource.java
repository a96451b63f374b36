package io.tillgate.tenancy.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.tenancy.CreateStaff;
import io.tillgate.tenancy.Staff;
import io.tillgate.tenancy.StaffMember;
import io.tillgate.tenancy.TenancyProblem;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantFileMistake;
import io.tillgate.tenancy.Tenants;
import io.tillgate.tenancy.file.TenantFile;
import io.tillgate.tenancy.file.TenantFile.Reading;
import io.tillgate.tenancy.usecase.ApplyingTenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Tenants, for operators. The body of an apply is a tenant file, as YAML or as JSON. */
@Path("/api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
class TenantResource {
    private static final String YAML = "application/yaml";

    private final Tenants tenants;
    private final ApplyingTenants applying;
    private final Staff staff;
    private final CurrentCaller caller;

    TenantResource(Tenants tenants, ApplyingTenants applying, Staff staff, CurrentCaller caller) {
        this.tenants = tenants;
        this.applying = applying;
        this.staff = staff;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All tenants")
    public Page<TenantView> list(@BeanParam PageRequest page) {
        return Page.within(tenants.all().stream().map(TenantView::of).toList(), page, TenantView::slug);
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "One tenant as it runs")
    public TenantView get(@RestPath String slug) {
        return TenantView.of(existing(slug));
    }

    @POST
    @Consumes({YAML, MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Applies the file of a new tenant")
    public Uni<RestResponse<TenantView>> create(String file) {
        TenantFile accepted = accepted(file);
        String slug = accepted.settings().slug();
        if (tenants.bySlug(slug).isPresent()) {
            throw new Refusal(TenancyProblem.TENANT_EXISTS, "there is a tenant '" + slug + "'; change it with PUT");
        }
        return apply(accepted)
                .map(view -> RestResponse.ResponseBuilder.create(Response.Status.CREATED, view)
                        .location(URI.create("/api/v1/tenants/" + slug))
                        .build());
    }

    @PUT
    @Path("{slug}")
    @Consumes({YAML, MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Operation(summary = "Applies a newer file of a tenant; the same file again changes nothing")
    public Uni<TenantView> put(@RestPath String slug, String file) {
        TenantFile accepted = accepted(file);
        if (!accepted.settings().slug().equals(slug)) {
            throw new Refusal(
                    TenancyProblem.SLUG_MISMATCH,
                    "the file is of '" + accepted.settings().slug() + "', the path names '" + slug + "'");
        }
        return apply(accepted);
    }

    /** The first administrators of a tenant. */
    @POST
    @Path("{slug}/staff")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(summary = "Lets the first administrators of a tenant in")
    public Uni<RestResponse<StaffMember>> createStaff(@RestPath String slug, @NotNull @Valid CreateStaff command) {
        return staff.create(caller.get(), existing(slug).id(), command)
                .map(member -> RestResponse.status(RestResponse.Status.CREATED, member));
    }

    private Uni<TenantView> apply(TenantFile file) {
        return applying.apply(file, Actor.of(caller.get())).map(applied -> TenantView.of(applied.tenant()));
    }

    private TenantFile accepted(String text) {
        return switch (applying.read("body", text)) {
            case Reading.Accepted accepted -> accepted.file();
            case Reading.Mistaken mistaken ->
                throw new Refusal(
                        TenancyProblem.TENANT_FILE,
                        "the file has " + mistaken.mistakes().size() + " mistakes; nothing was changed",
                        mistaken.mistakes().stream()
                                .map(TenantResource::violation)
                                .toList());
        };
    }

    private static Violation violation(TenantFileMistake mistake) {
        String pointer = mistake.path().isEmpty()
                ? ""
                : "/" + mistake.path().replace(".", "/").replace("[", "/").replace("]", "");
        return new Violation(
                pointer, TenancyProblem.TENANT_FILE.code(), "line " + mistake.line() + ": " + mistake.message());
    }

    private Tenant existing(String slug) {
        return tenants.bySlug(slug).orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such tenant"));
    }
}
