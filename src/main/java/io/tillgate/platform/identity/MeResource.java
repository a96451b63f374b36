package io.tillgate.platform.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who the caller is to this service. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MeResource {
    private final CurrentCaller caller;

    MeResource(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The caller, as the verified token says. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            TenantId tenant,
            String realm,
            String subject,
            String username,
            List<String> roles,
            @Nullable MerchantId merchant) {}

    @GET
    @Operation(summary = "Who you are here, and what you may do")
    public Me me() {
        Caller now = caller.get();
        return new Me(
                now.tenant(),
                now.realm(),
                now.subject(),
                now.username(),
                now.roles().stream().sorted().toList(),
                now.merchant());
    }
}
