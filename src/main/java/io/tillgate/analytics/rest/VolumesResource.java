package io.tillgate.analytics.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.MerchantVolumes;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The acquirer's merchants by volume. */
@Path("/api/v1/analytics/merchants")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.RISK_ANALYST, Roles.FINANCE, Roles.SUPPORT})
public class VolumesResource {
    private final Analytics analytics;
    private final Asking asking;

    VolumesResource(Analytics analytics, Asking asking) {
        this.analytics = analytics;
        this.asking = asking;
    }

    @GET
    @Operation(summary = "Volume, approvals, fees and tills of each merchant, the largest net takings first")
    public Uni<MerchantVolumes> merchants(
            @Valid @BeanParam AnalyticsQuery query,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return asking.question(query).chain(question -> analytics.merchants(question, limit));
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    @Operation(summary = "The thousand largest as CSV")
    public Uni<Response> export(@Valid @BeanParam AnalyticsQuery query) {
        return asking.question(query)
                .chain(question -> analytics.merchants(question, TakingsTable.ROWS_MAX))
                .map(volumes -> AnalyticsResource.csv("merchants", FiguresCsv.of(volumes)));
    }
}
