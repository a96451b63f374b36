package io.tillgate.portal.acquirer;

import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.ChangeAsked;
import io.tillgate.merchants.Changes;
import io.tillgate.payments.HostDuties;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.risk.Review;
import io.tillgate.risk.RiskDecisions;
import io.tillgate.risk.RiskLists;
import io.tillgate.risk.RiskReviews;
import io.tillgate.tenancy.Staff;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the desk's smaller lists show, as files for spreadsheets, narrowed as the list is. */
@Path("/portal/{slug}/desk/files")
@Produces("text/csv")
@RolesAllowed(Roles.ACQUIRER_ADMIN)
class ListFiles {
    private final RiskReviews reviews;
    private final RiskDecisions decisions;
    private final RiskLists lists;
    private final Changes changes;
    private final HostDuties duties;
    private final Staff staff;
    private final Desks desks;

    ListFiles(
            RiskReviews reviews,
            RiskDecisions decisions,
            RiskLists lists,
            Changes changes,
            HostDuties duties,
            Staff staff,
            Desks desks) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.lists = lists;
        this.changes = changes;
        this.duties = duties;
        this.staff = staff;
        this.desks = desks;
    }

    @GET
    @Path("reviews.csv")
    @RolesAllowed({Roles.RISK_ANALYST, Roles.ACQUIRER_ADMIN})
    public Uni<Response> reviews(@RestPath String slug, @RestQuery @Nullable String state) {
        Review.Status status = RiskPage.status(state);
        return Everything.of(page -> reviews.queue(caller().tenant(), status, page))
                .map(all -> Csv.file(
                        "reviews",
                        List.of(
                                "id",
                                "payment",
                                "merchant",
                                "till",
                                "state",
                                "score",
                                "reason",
                                "opened",
                                "decided",
                                "by"),
                        all,
                        each -> Arrays.asList(
                                each.id(),
                                each.payment(),
                                each.merchant(),
                                each.terminal(),
                                each.status().code(),
                                each.score(),
                                each.reason(),
                                each.openedAt(),
                                each.decidedAt(),
                                each.decidedBy())));
    }

    @GET
    @Path("decisions.csv")
    @RolesAllowed({Roles.RISK_ANALYST, Roles.ACQUIRER_ADMIN})
    public Uni<Response> decisions(@RestPath String slug, @RestQuery @Nullable String outcome) {
        String wanted = RulesPage.outcome(outcome);
        return Everything.of(page -> decisions.page(caller().tenant(), wanted.equals("all") ? null : wanted, page))
                .map(all -> Csv.file(
                        "decisions",
                        List.of(
                                "at",
                                "payment",
                                "merchant",
                                "till",
                                "outcome",
                                "score",
                                "reason",
                                "facts",
                                "counters",
                                "rules"),
                        all,
                        each -> Arrays.asList(
                                each.decidedAt(),
                                each.payment(),
                                each.merchant(),
                                each.terminal(),
                                each.outcome(),
                                each.score(),
                                each.reason(),
                                each.facts(),
                                each.counters(),
                                each.fired())));
    }

    @GET
    @Path("list.csv")
    @RolesAllowed({Roles.RISK_ANALYST, Roles.ACQUIRER_ADMIN})
    public Uni<Response> list(@RestPath String slug, @RestQuery @Nullable String list) {
        String wanted = Typed.text(list);
        return Everything.of(page -> lists.entries(caller().tenant(), wanted, page))
                .map(all -> Csv.file(
                        "list",
                        List.of("list", "value", "note", "added by", "added", "expires"),
                        all,
                        each -> Arrays.asList(
                                each.list(),
                                each.value(),
                                each.note(),
                                each.addedBy(),
                                each.addedAt(),
                                each.expiresAt())));
    }

    @GET
    @Path("changes.csv")
    @RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    public Uni<Response> changes(@RestPath String slug, @RestQuery @Nullable String state) {
        String wanted = ChangesPage.state(state);
        return Everything.of(page -> changes.list(caller(), wanted, null, page))
                .map(all -> Csv.file(
                        "changes",
                        List.of(
                                "id",
                                "merchant",
                                "kind",
                                "state",
                                "reason",
                                "proposed by",
                                "proposed",
                                "decided by",
                                "decided"),
                        all,
                        each -> Arrays.asList(
                                each.id(),
                                each.merchant(),
                                kind(each),
                                each.state(),
                                each.reason(),
                                each.proposed().name(),
                                each.proposed().at(),
                                each.decided() == null ? null : each.decided().name(),
                                each.decided() == null ? null : each.decided().at())));
    }

    @GET
    @Path("duties.csv")
    @RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    public Uni<Response> duties(@RestPath String slug, @RestQuery @Nullable String state) {
        String wanted = PaymentPage.state(state);
        return Everything.of(page -> duties.list(caller(), wanted, page))
                .map(all -> Csv.file(
                        "reversals",
                        List.of("payment", "kind", "reason", "state", "attempts", "response", "created", "ended"),
                        all,
                        each -> Arrays.asList(
                                each.payment(),
                                each.kind(),
                                each.reason(),
                                each.state(),
                                each.attempts(),
                                each.responseCode(),
                                each.createdAt(),
                                each.endedAt())));
    }

    @GET
    @Path("staff.csv")
    public Uni<Response> staff(@RestPath String slug) {
        return staff.list(caller().tenant(), null)
                .map(all -> Csv.file(
                        "staff",
                        List.of("username", "email", "roles", "active"),
                        all,
                        each -> Arrays.asList(
                                each.username(),
                                each.email(),
                                String.join(" ", each.roles().stream().sorted().toList()),
                                each.active())));
    }

    private Caller caller() {
        return desks.desk().caller();
    }

    private static String kind(ChangeAsked asked) {
        return switch (asked.change()) {
            case Change.ToBankAccount ignored -> "bank-account";
            case Change.ToFeePlan ignored -> "fee-plan";
            case Change.ToNewAccount ignored -> "new-account";
        };
    }
}
