package io.tillgate.platform.audit;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditTrail.Asked;
import io.tillgate.platform.audit.AuditTrail.AuditView;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The audit trail: the acquirer's staff see their tenant's, a merchant's owner the own merchant's. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.MERCHANT_OWNER, Roles.OPERATOR})
public class AuditResource {
    private final AuditTrail trail;
    private final CurrentCaller callers;

    AuditResource(AuditTrail trail, CurrentCaller callers) {
        this.trail = trail;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Audit records, newest first; of one subject with type and id")
    public Uni<Page<AuditView>> page(
            @QueryParam("type") @Size(max = 60) @Nullable String type,
            @QueryParam("id") @Size(max = 100) @Nullable String id,
            @BeanParam PageRequest page) {
        Caller caller = callers.get();
        return trail.page(caller.scope(), caller.tenant(), new Asked(type, id, null, null, null, null), page);
    }
}
