package io.tillgate.payments.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.Payments;
import io.tillgate.payments.store.PaymentLists;
import io.tillgate.payments.store.PaymentLists.DutyView;
import io.tillgate.payments.store.PaymentLists.Filter;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Payments as they stand, and what card hosts are still owed. Merchants see their own. */
@Path("/api/v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.ACQUIRER_ADMIN,
    Roles.RISK_ANALYST,
    Roles.FINANCE,
    Roles.SUPPORT,
    Roles.MERCHANT_OWNER,
    Roles.MERCHANT_MANAGER
})
public class PaymentsResource {
    private final Payments payments;
    private final PaymentLists lists;
    private final CurrentCaller callers;

    PaymentsResource(Payments payments, PaymentLists lists, CurrentCaller callers) {
        this.payments = payments;
        this.lists = lists;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Payments, newest first")
    public Uni<Page<PaymentView>> list(
            @QueryParam("state") @Pattern(regexp = "armed|approved|declined|not-taken|voided|reversed") @Nullable
                    String state,
            @QueryParam("kind") @Pattern(regexp = "sale|refund|void|test") @Nullable String kind,
            @QueryParam("saleId") @Nullable UUID sale,
            @QueryParam("request")
                    @Parameter(description = "the terminal's request id, which is also the correlation id")
                    @Nullable
                    UUID request,
            @BeanParam PageRequest page) {
        return lists.payments(callers.get(), new Filter(state, kind, sale, request), page);
    }

    /** A payment with what the card host is, or was, owed for it. */
    public record Detail(PaymentView payment, List<DutyView> duties) {}

    @GET
    @Path("{id}")
    @Operation(summary = "One payment")
    public Uni<Detail> get(@RestPath UUID id) {
        Caller caller = callers.get();
        PaymentId payment = new PaymentId(id);
        return payments.find(caller.scope(), caller.tenant(), payment)
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such payment")))
                .chain(found -> lists.duties(caller, payment).map(duties -> new Detail(found, duties)));
    }

    @GET
    @Path("duties")
    @RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    @Operation(summary = "What card hosts are owed; abandoned ones need a person")
    public Uni<Page<DutyView>> duties(
            @QueryParam("state") @Pattern(regexp = "owed|answered|abandoned") @Nullable String state,
            @BeanParam PageRequest page) {
        return lists.duties(callers.get(), state, page);
    }

    @POST
    @Path("duties/{id}/retry")
    @RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    @Operation(summary = "Try an owed or abandoned duty again, now")
    public Uni<Void> retry(@RestPath UUID id) {
        return lists.retry(callers.get(), new PaymentId(id));
    }
}
