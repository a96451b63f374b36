package io.tillgate.analytics.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Rebuild;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Figures made again from the records. */
@Path("/api/v1/analytics/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ACQUIRER_ADMIN)
public class RebuildResource {
    private final Analytics analytics;
    private final CurrentCaller callers;

    RebuildResource(Analytics analytics, CurrentCaller callers) {
        this.analytics = analytics;
        this.callers = callers;
    }

    /** Which days, both included. */
    public record RebuildForm(
            @NotNull LocalDate from, @NotNull LocalDate to) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(summary = "Makes the figures of some days again from the records, in the background")
    public Uni<Rebuild> rebuild(@Valid @NotNull RebuildForm form) {
        return analytics.rebuild(callers.get(), new Period(form.from(), form.to()));
    }

    @GET
    @Operation(summary = "The newest rebuilds and how far they are")
    public Uni<List<Rebuild>> latest() {
        return analytics.rebuilds(callers.get().tenant());
    }
}
