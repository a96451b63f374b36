package io.tillgate.settlement.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.StatementFormat;
import io.tillgate.settlement.Statements;
import io.tillgate.tenancy.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The statement of a payout. Merchants see their own, the acquirer's staff everybody's. */
@Path("/api/v1/payouts/{id}/statement")
@RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.ACQUIRER_ADMIN, Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
public class StatementsResource {
    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv";

    private final Statements statements;
    private final Tenants tenants;
    private final CurrentCaller callers;

    StatementsResource(Statements statements, Tenants tenants, CurrentCaller callers) {
        this.statements = statements;
        this.tenants = tenants;
        this.callers = callers;
    }

    @GET
    @Produces({PDF, CSV})
    @Operation(summary = "The statement of a payout, as PDF or CSV, down to each payment")
    public Uni<Response> statement(
            @RestPath UUID id, @Valid @BeanParam StatementQuery query, @Context HttpHeaders headers) {
        Caller caller = callers.get();
        Locale locale = query.lang().isEmpty()
                ? tenants.settings(caller.tenant()).locale()
                : Locale.forLanguageTag(query.lang());
        return statements
                .ofPayout(caller.scope(), caller.tenant(), id, format(query, headers), locale)
                .map(file -> Response.ok(file.content(), file.mediaType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                        .build());
    }

    /** What the query says, else what is accepted first, else PDF. */
    private static StatementFormat format(StatementQuery query, HttpHeaders headers) {
        if (!query.format().isEmpty()) {
            return StatementFormat.valueOf(query.format().toUpperCase(Locale.ROOT));
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.valueOf(PDF))) {
                return StatementFormat.PDF;
            }
            if (accepted.isCompatible(MediaType.valueOf(CSV))) {
                return StatementFormat.CSV;
            }
        }
        return StatementFormat.PDF;
    }
}
