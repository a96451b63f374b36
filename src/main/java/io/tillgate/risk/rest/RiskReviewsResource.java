package io.tillgate.risk.rest;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.risk.Review;
import io.tillgate.risk.RiskReviews;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The queue of payments that went on and have to be looked at. */
@Path("/api/v1/risk/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.RISK_ANALYST, Roles.ACQUIRER_ADMIN})
public class RiskReviewsResource {
    private final RiskReviews reviews;
    private final CurrentCaller caller;

    RiskReviewsResource(RiskReviews reviews, CurrentCaller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    /** What an analyst found. {@code outcome} is {@code accepted} or {@code fraud}. */
    public record Finding(
            @NotNull Review.Status outcome,
            @Size(min = 1, max = 1000) @Nullable String note) {}

    @GET
    @Operation(summary = "Reviews of one status (open, accepted, fraud), oldest first")
    public Uni<Page<Review>> queue(
            @QueryParam("status") @DefaultValue("open") String status, @BeanParam PageRequest page) {
        return reviews.queue(caller.get().tenant(), status(status), page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One review with its evidence")
    public Uni<Review> get(@PathParam("id") UUID id) {
        return reviews.get(caller.get().tenant(), id);
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(Roles.RISK_ANALYST)
    @Operation(summary = "Closes an open review")
    public Uni<Review> decide(@PathParam("id") UUID id, @Valid @NotNull Finding finding) {
        return reviews.decide(caller.get(), id, finding.outcome(), finding.note());
    }

    private static Review.Status status(String code) {
        try {
            return Review.Status.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw new Refusal(CommonProblem.VALIDATION, "status is open, accepted or fraud");
        }
    }
}
