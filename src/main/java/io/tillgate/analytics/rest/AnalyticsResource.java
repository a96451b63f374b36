package io.tillgate.analytics.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.Approvals;
import io.tillgate.analytics.Customers;
import io.tillgate.analytics.Products;
import io.tillgate.analytics.Question;
import io.tillgate.analytics.Summary;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.tenancy.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Figures. A merchant's people see their own merchant's, the acquirer's staff those of all together or of one. */
@Path("/api/v1/analytics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.ACQUIRER_ADMIN,
    Roles.RISK_ANALYST,
    Roles.FINANCE,
    Roles.SUPPORT,
    Roles.MERCHANT_OWNER,
    Roles.MERCHANT_MANAGER
})
public class AnalyticsResource {
    private static final String BY = "hour|day|store|till|method|merchant";

    private final Analytics analytics;
    private final CurrentCaller callers;
    private final BusinessClock clock;

    AnalyticsResource(Analytics analytics, CurrentCaller callers, BusinessClock clock) {
        this.analytics = analytics;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Path("summary")
    @Operation(summary = "A period in a few figures, beside the same weekdays before")
    public Uni<Summary> summary(@Valid @BeanParam AnalyticsQuery query) {
        return analytics.summary(question(query));
    }

    @GET
    @Path("takings")
    @Operation(
            summary = "Takings by hour, day, store, till, payment method or merchant, beside the same weekdays before")
    public Uni<TakingsTable> takings(
            @Valid @BeanParam AnalyticsQuery query,
            @QueryParam("by") @DefaultValue("day") @Pattern(regexp = BY) String by) {
        return analytics.takings(question(query), TakingsBy.ofCode(by).orElseThrow());
    }

    @GET
    @Path("takings/export")
    @Produces("text/csv")
    @Operation(summary = "Such a table as CSV")
    public Uni<Response> takingsExport(
            @Valid @BeanParam AnalyticsQuery query,
            @QueryParam("by") @DefaultValue("day") @Pattern(regexp = BY) String by) {
        return takings(query, by).map(table -> csv("takings", FiguresCsv.of(table)));
    }

    @GET
    @Path("products")
    @Operation(summary = "What was sold, the largest amounts first")
    public Uni<Products> products(
            @Valid @BeanParam AnalyticsQuery query,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1_000) int limit) {
        return analytics.products(question(query), limit);
    }

    @GET
    @Path("products/export")
    @Produces("text/csv")
    @Operation(summary = "The thousand products that brought most, as CSV")
    public Uni<Response> productsExport(@Valid @BeanParam AnalyticsQuery query) {
        return analytics
                .products(question(query), TakingsTable.ROWS_MAX)
                .map(products -> csv("products", FiguresCsv.of(products)));
    }

    @GET
    @Path("approvals")
    @Operation(summary = "How many cards were taken, and why the others were not")
    public Uni<Approvals> approvals(@Valid @BeanParam AnalyticsQuery query) {
        return analytics.approvals(question(query));
    }

    @GET
    @Path("customers")
    @Operation(summary = "How many cards paid, and how many came again; at most 92 days")
    public Uni<Customers> customers(@Valid @BeanParam AnalyticsQuery query) {
        return analytics.customers(question(query));
    }

    static Response csv(String name, String text) {
        return Response.ok(text, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private Question question(AnalyticsQuery query) {
        Caller caller = callers.get();
        return query.question(caller, clock.date(caller.tenant()));
    }
}
