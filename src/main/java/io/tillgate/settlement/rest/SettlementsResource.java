package io.tillgate.settlement.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.FundingView;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.SettlementItem;
import io.tillgate.settlement.Settlements;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Settlement runs. Merchants see their own part of each. */
@Path("/api/v1/settlements")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
public class SettlementsResource {
    private final Settlements settlements;
    private final CurrentCaller callers;

    SettlementsResource(Settlements settlements, CurrentCaller callers) {
        this.settlements = settlements;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Settlement runs, newest first")
    public Uni<Page<RunView>> list(@BeanParam PageRequest page) {
        return settlements.runs(callers.get(), page);
    }

    @POST
    @RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    @Operation(
            summary =
                    "Cuts off now: settles what was booked since the last run. Answers the run that is being made, if one is")
    public Uni<RunView> cutOff(@HeaderParam("Idempotency-Key") @Nullable String key) {
        return settlements.cutOff(callers.get(), key);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One settlement run with its totals")
    public Uni<RunView> get(@RestPath UUID id) {
        return settlements.run(callers.get(), id);
    }

    @GET
    @Path("{id}/accounts")
    @Operation(summary = "What a run came to for each merchant account, line by line")
    public Uni<Page<AccountSettlement>> accounts(@RestPath UUID id, @BeanParam PageRequest page) {
        return settlements.accounts(callers.get(), id, page);
    }

    @GET
    @Path("{id}/items")
    @Operation(summary = "The payments, refunds and corrections of a run, in the order of the journal")
    public Uni<Page<SettlementItem>> items(
            @RestPath UUID id, @QueryParam("account") @Nullable UUID account, @BeanParam PageRequest page) {
        return settlements.items(callers.get(), id, account == null ? null : new MerchantAccountId(account), page);
    }

    /** What card hosts owe for a run, one item a currency. */
    public record Fundings(List<FundingView> items) {}

    @GET
    @Path("{id}/funding")
    @RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    @Operation(summary = "What card hosts owe for a run, and what they paid")
    public Uni<Fundings> fundings(@RestPath UUID id) {
        return settlements.fundings(callers.get(), id).map(Fundings::new);
    }

    /**
     * Money that came from a card host.
     *
     * @param received what reached the bank account; negative when the host took money
     * @param bankReference the bank's own, of the booking
     * @param settlementDate as booked
     */
    public record Receipt(
            @NotNull Money received,
            @NotNull @Pattern(regexp = "[!-~]{1,100}") String bankReference,
            @NotNull LocalDate settlementDate) {}

    @POST
    @Path("{id}/funding")
    @RolesAllowed(Roles.FINANCE)
    @Operation(
            summary =
                    "Books the money that a card host paid for a run; what is missing, within the agreed share, is its cost")
    public Uni<FundingView> received(
            @RestPath UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Receipt receipt) {
        HostCredit credit = new HostCredit(receipt.received(), receipt.bankReference(), receipt.settlementDate(), null);
        return settlements.received(callers.get(), key, id, credit);
    }
}
