package io.tillgate.sales.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.receipt.Copy;
import io.tillgate.sales.receipt.Language;
import io.tillgate.sales.receipt.Receipt;
import io.tillgate.sales.receipt.ReceiptJson;
import io.tillgate.sales.receipt.ReceiptText;
import io.tillgate.sales.store.SaleLists;
import io.tillgate.sales.store.SaleLists.Total;
import io.tillgate.sales.store.SaleStore;
import io.tillgate.sales.usecase.FindingPremises;
import io.tillgate.sales.usecase.Premises;
import io.tillgate.sales.usecase.SaleCsv;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What was sold. Merchants see their own sales, the acquirer's staff everybody's. */
@Path("/api/v1/sales")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.ACQUIRER_ADMIN,
    Roles.RISK_ANALYST,
    Roles.FINANCE,
    Roles.SUPPORT,
    Roles.MERCHANT_OWNER,
    Roles.MERCHANT_MANAGER
})
public class SalesResource {
    private static final int EXPORT_MAX = 10_000;

    private final SaleLists lists;
    private final SaleStore sales;
    private final FindingPremises premises;
    private final CurrentCaller callers;

    SalesResource(SaleLists lists, SaleStore sales, FindingPremises premises, CurrentCaller callers) {
        this.lists = lists;
        this.sales = sales;
        this.premises = premises;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Sales, newest first")
    public Uni<Page<SaleView>> list(@Valid @BeanParam SaleQuery query, @BeanParam PageRequest page) {
        Caller caller = callers.get();
        return lists.page(caller.scope(), caller.tenant(), query.filter(), page).map(found -> found.map(SaleView::row));
    }

    @GET
    @Path("totals")
    @Operation(summary = "What such a list adds up to, one row a currency; only what was paid counts")
    public Uni<List<Total>> totals(@Valid @BeanParam SaleQuery query) {
        Caller caller = callers.get();
        return lists.totals(caller.scope(), caller.tenant(), query.filter());
    }

    /** Narrow the dates for more than the newest 10,000. */
    @GET
    @Path("export")
    @Produces("text/csv")
    @Operation(summary = "The newest 10,000 of such a list as CSV")
    public Uni<Response> export(@Valid @BeanParam SaleQuery query) {
        Caller caller = callers.get();
        return lists.newest(caller.scope(), caller.tenant(), query.filter(), EXPORT_MAX)
                .map(found -> Response.ok(SaleCsv.of(found), "text/csv;charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"sales.csv\"")
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One sale with its lines, payments and what happened when")
    public Uni<SaleView> get(@RestPath UUID id) {
        return sale(id).map(SaleView::whole);
    }

    @GET
    @Path("{id}/receipt")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(summary = "A receipt of one of its payments, as JSON or as text for paper of 32 or 42 columns")
    public Uni<Response> receipt(@RestPath UUID id, @Valid @BeanParam ReceiptQuery query) {
        return sale(id).chain(sale -> premises.find(new Premises.Key(
                        sale.place().tenant(),
                        sale.place().account(),
                        sale.place().store()))
                .map(found -> found.orElseThrow(SalesResource::notFound))
                .map(where -> receipt(sale, where, query)));
    }

    private static Response receipt(Sale sale, Premises where, ReceiptQuery query) {
        UUID request = (query.payment() == null ? sale.first() : sale.payment(new PaymentId(query.payment())))
                .map(SalePayment::requestId)
                .orElseThrow(SalesResource::notFound);
        Receipt receipt = Receipt.of(sale, request, where.heading());
        if (query.format().equals("json")) {
            return Response.ok(ReceiptJson.of(receipt).encode(), MediaType.APPLICATION_JSON)
                    .build();
        }
        Language language = Language.ofTag(query.lang())
                .orElseGet(() -> Language.of(where.tenant().settings().locale()));
        Copy copy = query.copy().equals("merchant") ? Copy.MERCHANT : Copy.CUSTOMER;
        String text = ReceiptText.print(receipt, new ReceiptText.Form(copy, language, query.columns()));
        return Response.ok(text, "text/plain;charset=UTF-8").build();
    }

    private Uni<Sale> sale(UUID id) {
        Caller caller = callers.get();
        return sales.find(caller.scope(), caller.tenant(), new SaleId(id))
                .map(found -> found.orElseThrow(SalesResource::notFound));
    }

    private static Refusal notFound() {
        return new Refusal(CommonProblem.NOT_FOUND, "there is no such sale");
    }
}
