package io.tillgate.portal.acquirer;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Formats;
import io.tillgate.settlement.Adjustments;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.Settlements;
import io.tillgate.shared.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Runs, what they came to, differences, adjustments and what a payout is made of, as files for spreadsheets. */
@Path("/portal/{slug}/desk/money")
@Produces("text/csv")
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
class MoneyFiles {
    private final Settlements settlements;
    private final Payouts payouts;
    private final Adjustments adjustments;
    private final Desks desks;

    MoneyFiles(Settlements settlements, Payouts payouts, Adjustments adjustments, Desks desks) {
        this.settlements = settlements;
        this.payouts = payouts;
        this.adjustments = adjustments;
        this.desks = desks;
    }

    /** One line for each currency of a run. */
    private record Total(RunView run, RunView.Totals totals) {}

    @GET
    @Path("runs.csv")
    public Uni<Response> runs(@RestPath String slug) {
        return Everything.of(page -> settlements.runs(caller(), page))
                .map(all -> Csv.file(
                        "settlements",
                        List.of(
                                "id",
                                "business date",
                                "cycle",
                                "cut",
                                "currency",
                                "sales",
                                "refunds",
                                "voids",
                                "fees",
                                "chargebacks",
                                "reserves",
                                "adjustments",
                                "carried in",
                                "net",
                                "paid out",
                                "carried out",
                                "payouts"),
                        all.stream()
                                .flatMap(run -> run.totals().stream().map(totals -> new Total(run, totals)))
                                .toList(),
                        each -> Arrays.asList(
                                each.run().id(),
                                each.run().businessDate(),
                                each.run().cycle(),
                                each.run().cutAt(),
                                each.totals().net().currency().getCurrencyCode(),
                                plain(each.totals().sales()),
                                plain(each.totals().refunds()),
                                plain(each.totals().voids()),
                                plain(each.totals().fees()),
                                plain(each.totals().chargebacks()),
                                plain(each.totals().reserves()),
                                plain(each.totals().adjustments()),
                                plain(each.totals().carriedIn()),
                                plain(each.totals().net()),
                                plain(each.totals().paidOut()),
                                plain(each.totals().carriedOut()),
                                each.totals().payouts())));
    }

    @GET
    @Path("runs/{id}.csv")
    public Uni<Response> accounts(@RestPath String slug, @RestPath String id) {
        UUID run = Typed.id(id);
        return Everything.of(page -> settlements.accounts(caller(), run, page))
                .map(all -> Csv.file(
                        "settlement",
                        List.of(
                                "merchant",
                                "merchant number",
                                "currency",
                                "sales",
                                "refunds",
                                "voids",
                                "fees",
                                "chargebacks",
                                "reserves",
                                "adjustments",
                                "carried in",
                                "net",
                                "carried out",
                                "outcome",
                                "payout"),
                        all,
                        each -> Arrays.asList(
                                each.merchantName(),
                                each.merchantNumber(),
                                each.net().currency().getCurrencyCode(),
                                plain(each.sales().amount()),
                                plain(each.refunds().amount()),
                                plain(each.voids().amount()),
                                plain(each.fees()),
                                plain(each.chargebacks()),
                                plain(each.reserves()),
                                plain(each.adjustments()),
                                plain(each.carriedIn()),
                                plain(each.net()),
                                plain(each.carriedOut()),
                                each.outcome(),
                                each.payout())));
    }

    @GET
    @Path("breaks.csv")
    public Uni<Response> breaks(@RestPath String slug, @RestQuery @Nullable String state) {
        String wanted = "resolved".equals(state) ? "resolved" : "open";
        return Everything.of(page -> settlements.breaks(caller(), wanted, page))
                .map(all -> Csv.file(
                        "differences",
                        List.of(
                                "number",
                                "kind",
                                "detail",
                                "amount",
                                "currency",
                                "bank reference",
                                "end-to-end id",
                                "payout",
                                "state",
                                "created",
                                "resolved by",
                                "resolved",
                                "resolution"),
                        all,
                        each -> Arrays.asList(
                                each.number(),
                                each.kind(),
                                each.detail(),
                                plain(each.amount()),
                                each.amount() == null
                                        ? null
                                        : each.amount().currency().getCurrencyCode(),
                                each.bankReference(),
                                each.endToEndId(),
                                each.payout(),
                                each.state(),
                                each.createdAt(),
                                each.resolvedBy(),
                                each.resolvedAt(),
                                each.resolution())));
    }

    @GET
    @Path("adjustments.csv")
    public Uni<Response> adjustments(@RestPath String slug, @RestQuery @Nullable String state) {
        String wanted = AdjustmentsPage.state(state);
        return Everything.of(page -> adjustments.list(caller(), wanted, page))
                .map(all -> Csv.file(
                        "adjustments",
                        List.of(
                                "id",
                                "merchant",
                                "merchant number",
                                "amount",
                                "currency",
                                "reason",
                                "note",
                                "state",
                                "proposed by",
                                "proposed",
                                "decided by",
                                "decided",
                                "decision",
                                "booked"),
                        all,
                        each -> Arrays.asList(
                                each.id(),
                                each.merchantName(),
                                each.merchantNumber(),
                                plain(each.amount()),
                                each.amount().currency().getCurrencyCode(),
                                each.reason(),
                                each.note(),
                                each.state(),
                                each.proposedBy(),
                                each.proposedAt(),
                                each.decidedBy(),
                                each.decidedAt(),
                                each.decisionReason(),
                                each.bookedOn())));
    }

    /** What a payout is made of, payment by payment. */
    @GET
    @Path("payouts/{id}.csv")
    @RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
    public Uni<Response> items(@RestPath String slug, @RestPath String id) {
        UUID payout = Typed.id(id);
        return Everything.of(page -> payouts.items(caller(), payout, page))
                .map(all -> Csv.file(
                        "payout",
                        List.of("booked", "kind", "payment", "till", "card", "currency", "gross", "fee", "net"),
                        all,
                        each -> Arrays.asList(
                                each.bookedAt(),
                                each.kind(),
                                each.payment() == null ? null : each.payment().id(),
                                each.payment() == null ? null : each.payment().terminalNumber(),
                                each.payment() == null ? null : each.payment().cardMasked(),
                                each.net().currency().getCurrencyCode(),
                                plain(each.gross()),
                                plain(each.fee()),
                                plain(each.net()))));
    }

    private Caller caller() {
        return desks.desk().caller();
    }

    private static @Nullable String plain(@Nullable Money amount) {
        return amount == null ? null : Formats.plain(amount);
    }
}
