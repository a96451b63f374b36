package io.tillgate.settlement.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.Statements;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.tenancy.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The months of a merchant account. Merchants see their own, the acquirer's staff everybody's. */
@Path("/api/v1/merchant-accounts/{account}/statements/{month}")
@RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.ACQUIRER_ADMIN, Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
public class MonthlyStatementsResource {
    private final Statements statements;
    private final Tenants tenants;
    private final CurrentCaller callers;

    MonthlyStatementsResource(Statements statements, Tenants tenants, CurrentCaller callers) {
        this.statements = statements;
        this.tenants = tenants;
        this.callers = callers;
    }

    @GET
    @Produces({StatementAnswers.PDF, StatementAnswers.CSV})
    @Operation(summary = "A month of a merchant account, run by run, as PDF or CSV")
    public Uni<Response> month(
            @RestPath UUID account,
            @RestPath @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])") String month,
            @Valid @BeanParam StatementQuery query,
            @Context HttpHeaders headers) {
        Caller caller = callers.get();
        Locale locale =
                StatementAnswers.locale(query, tenants.settings(caller.tenant()).locale());
        MerchantAccountId id = new MerchantAccountId(account);
        return statements
                .ofMonth(caller, id, YearMonth.parse(month), StatementAnswers.format(query, headers), locale)
                .map(StatementAnswers::answer);
    }
}
