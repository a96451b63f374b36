package io.tillgate.settlement.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.settlement.NextPayout;
import io.tillgate.settlement.PaymentFileView;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.ReleaseAnswer;
import io.tillgate.settlement.SettlementItem;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Payouts, their release by two people, and the files they travel in. Merchants see their own. */
@Path("/api/v1/payouts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
public class PayoutsResource {
    private final Payouts payouts;
    private final CurrentCaller callers;

    PayoutsResource(Payouts payouts, CurrentCaller callers) {
        this.payouts = payouts;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Payouts, newest first")
    public Uni<Page<PayoutView>> list(@Valid @BeanParam PayoutFilter filter, @BeanParam PageRequest page) {
        return payouts.list(callers.get(), filter.toFilter(), page);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One payout with its attempts and the lines that add up to it")
    public Uni<Payouts.Detail> get(@RestPath UUID id) {
        return payouts.detail(callers.get(), id);
    }

    @GET
    @Path("{id}/items")
    @Operation(summary = "The payments, refunds and corrections that a payout pays")
    public Uni<Page<SettlementItem>> items(@RestPath UUID id, @BeanParam PageRequest page) {
        return payouts.items(callers.get(), id, page);
    }

    /** One item a merchant account. */
    public record Building(List<NextPayout> items) {}

    @GET
    @Path("next")
    @Operation(summary = "What a merchant would be paid if the day were cut off now")
    public Uni<Building> next(@QueryParam("merchant") @Nullable UUID merchant) {
        return payouts.next(callers.get(), merchant == null ? null : new MerchantId(merchant))
                .map(Building::new);
    }

    /** One item a state and currency. */
    public record AllWaiting(List<Payouts.Waiting> items) {}

    @GET
    @Path("waiting")
    @Operation(summary = "How many payouts are on their way, by state, and what they come to")
    public Uni<AllWaiting> waiting() {
        return payouts.waiting(callers.get()).map(AllWaiting::new);
    }

    @GET
    @Path("files")
    @RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    @Operation(summary = "Payment files, newest first")
    public Uni<Page<PaymentFileView>> files(
            @QueryParam("state") @Pattern(regexp = "ready|fetched|cancelled") @Nullable String state,
            @BeanParam PageRequest page) {
        return payouts.files(callers.get(), state, page);
    }

    /**
     * Which payouts: those of a run that wait for this act, or exactly the named ones.
     *
     * @param payouts at most 500
     */
    public record Selection(
            @Nullable UUID run,

            @Nullable @Size(min = 1, max = PayoutSelection.These.MAX)
            List<@NotNull UUID> payouts) {
        PayoutSelection toSelection() {
            if (run != null && payouts == null) {
                return new PayoutSelection.OfRun(run);
            }
            if (run == null && payouts != null) {
                return new PayoutSelection.These(payouts);
            }
            throw new Refusal(CommonProblem.VALIDATION, "send either run or payouts");
        }
    }

    @POST
    @Path("sign")
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "The first of two people agrees to the release of payouts")
    public Uni<ReleaseAnswer> sign(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Selection selection) {
        return payouts.sign(callers.get(), key, selection.toSelection());
    }

    @POST
    @Path("release")
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "The second of two people releases signed payouts into a payment file")
    public Uni<ReleaseAnswer> release(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Selection selection) {
        return payouts.release(callers.get(), key, selection.toSelection());
    }

    /** Why. */
    public record Because(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @Path("{id}/cancel")
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Takes a payout back before the bank has it; its amount is part of the next run")
    public Uni<PayoutView> cancel(
            @RestPath UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Because because) {
        return payouts.cancel(callers.get(), key, id, because.reason());
    }

    @POST
    @Path("{id}/retry")
    @RolesAllowed(Roles.FINANCE)
    @Operation(summary = "Pays a rejected or returned payout again, as a new attempt that takes two people again")
    public Uni<PayoutView> retry(
            @RestPath UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Because because) {
        return payouts.retry(callers.get(), key, id, because.reason());
    }
}
