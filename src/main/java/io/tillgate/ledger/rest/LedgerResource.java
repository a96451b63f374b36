package io.tillgate.ledger.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.AccountView;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.LedgerProof;
import io.tillgate.ledger.PostingView;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the book says. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
public class LedgerResource {
    private final Ledger ledger;
    private final CurrentCaller caller;

    LedgerResource(Ledger ledger, CurrentCaller caller) {
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @Path("/proof")
    @Operation(summary = "Each account's balance against its postings and open items, from one snapshot")
    public Uni<LedgerProof> proof() {
        return ledger.prove(tenant());
    }

    @GET
    @Path("/accounts")
    @Operation(summary = "All accounts with their balances")
    public Uni<Page<AccountView>> accounts(@BeanParam PageRequest page) {
        return ledger.accounts(tenant(), page);
    }

    @GET
    @Path("/accounts/{id}/entries")
    @Operation(summary = "The postings of one account, newest first")
    public Uni<Page<PostingView>> entries(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return ledger.postings(tenant(), id, page);
    }

    /** What a payment came to. */
    public record Booked(List<PostingView> items) {}

    @GET
    @Path("/payments/{id}/postings")
    @Operation(
            summary = "All that was booked for one payment, by rule; 404 when nothing was, as for one that is not here")
    public Uni<Booked> ofPayment(@PathParam("id") UUID id) {
        return ledger.postingsOf(tenant(), JournalSource.payment(id)).map(LedgerResource::booked);
    }

    private static Booked booked(List<PostingView> postings) {
        if (postings.isEmpty()) {
            throw new Refusal(CommonProblem.NOT_FOUND, "nothing was booked for such a payment");
        }
        return new Booked(postings);
    }

    private TenantId tenant() {
        return caller.get().tenant();
    }
}
