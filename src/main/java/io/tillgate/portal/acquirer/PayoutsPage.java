package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.settlement.PaymentFileView;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.Settlements;
import io.tillgate.shared.MerchantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What leaves today: what waits for two people, what the bank has, what came back. */
@Path("/portal/{slug}/desk/payouts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
class PayoutsPage {
    static final String PLACE = "payouts";

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance payouts(Frame frame, Desk desk, View view, Mistakes mistakes);

        private Templates() {}
    }

    /**
     * What the page shows.
     *
     * @param batches one for each run of which something waits for a person
     * @param totals of all that the list is narrowed to, one for each currency
     */
    public record View(
            Asked asked,
            List<Payouts.Total> totals,
            List<Batch> batches,
            List<Tab> tabs,
            List<PayoutView> rows,
            Shelf.Pager pager,
            String csv,
            List<PaymentFileView> files,
            int breaks) {}

    /** @param merchantName empty where the list is of all */
    public record Asked(String state, String merchant, String merchantName, String from, String to) {
        public boolean isNarrowed() {
            return !merchant.isEmpty() || !from.isEmpty() || !to.isEmpty();
        }
    }

    private final Payouts payouts;
    private final Settlements settlements;
    private final Merchants merchants;
    private final Desks desks;
    private final Forms forms;

    PayoutsPage(Payouts payouts, Settlements settlements, Merchants merchants, Desks desks, Forms forms) {
        this.payouts = payouts;
        this.settlements = settlements;
        this.merchants = merchants;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestPath String slug, @BeanParam PayoutsQuery query, @RestQuery @Nullable String after) {
        return page(query, after, Mistakes.NONE);
    }

    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> csv(@RestPath String slug, @BeanParam PayoutsQuery query) {
        Desk desk = desks.desk();
        return Everything.of(page -> payouts.list(desk.caller(), query.filter(), page))
                .map(all -> {
                    Csv csv = new Csv()
                            .row(List.of(
                                    "id",
                                    "business date",
                                    "merchant",
                                    "merchant number",
                                    "amount",
                                    "currency",
                                    "state",
                                    "changed"));
                    all.forEach(each -> csv.row(Arrays.asList(
                            each.id(),
                            each.businessDate(),
                            each.merchantName(),
                            each.merchantNumber(),
                            io.tillgate.portal.frame.Formats.plain(each.amount()),
                            each.amount().currency().getCurrencyCode(),
                            each.state(),
                            each.changedAt())));
                    return csv.file("payouts");
                });
    }

    /** The first of two people agrees to all of a run. */
    @POST
    @Path("sign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.FINANCE)
    public Uni<Response> sign(@RestPath String slug, @RestForm @Nullable String once, @RestForm @Nullable String run) {
        UUID settled = Typed.id(Typed.text(run));
        Desk desk = desks.desk();
        return forms.once(
                once,
                () -> payouts.sign(desk.caller(), once, new PayoutSelection.OfRun(settled))
                        .map(done -> new Done("desk/payouts", desk.words().said_signed(desk.number(done.payouts())))),
                mistakes -> page(new PayoutsQuery(), null, mistakes));
    }

    /** The second person lets it go: the bank can fetch it from now on. */
    @POST
    @Path("release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.FINANCE)
    public Uni<Response> release(
            @RestPath String slug, @RestForm @Nullable String once, @RestForm @Nullable String run) {
        UUID settled = Typed.id(Typed.text(run));
        Desk desk = desks.desk();
        return forms.once(
                once,
                () -> payouts.release(desk.caller(), once, new PayoutSelection.OfRun(settled))
                        .map(done -> new Done(
                                "desk/payouts",
                                desk.words()
                                        .said_released(
                                                desk.number(done.payouts()),
                                                String.join(
                                                        ", ",
                                                        done.files().stream()
                                                                .map(PaymentFileView::messageId)
                                                                .toList())))),
                mistakes -> page(new PayoutsQuery(), null, mistakes));
    }

    /** Ends the business day now, whatever the clock says. */
    @POST
    @Path("cut-off")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    public Uni<Response> cutOff(@RestPath String slug, @RestForm @Nullable String once) {
        Desk desk = desks.desk();
        return forms.once(
                once,
                () -> settlements
                        .cutOff(desk.caller(), once)
                        .map(run -> new Done(
                                "desk/runs/" + run.id(),
                                desk.words().said_cut(desk.date(run.businessDate()), desk.number(run.cycle())))),
                mistakes -> page(new PayoutsQuery(), null, mistakes));
    }

    private Uni<TemplateInstance> page(PayoutsQuery query, @Nullable String after, Mistakes mistakes) {
        Desk desk = desks.desk();
        return payouts.list(desk.caller(), query.filter(), Shelf.page(after))
                .chain(page -> payouts.totals(desk.caller(), query.filter())
                        .chain(totals -> Everything.of(
                                        each -> payouts.list(desk.caller(), PayoutsQuery.waiting(), each))
                                .map(Batch::of)
                                .chain(batches -> asked(desk, query)
                                        .chain(asked -> rest(desk)
                                                .map(rest -> view(
                                                        desk,
                                                        query,
                                                        after,
                                                        page,
                                                        new Found(asked, totals, batches, rest)))))))
                .chain(view -> desks.page(
                        PLACE,
                        desk.words().nav_payouts(),
                        (frame, pen) -> Templates.payouts(frame, pen, view, mistakes)));
    }

    private record Found(Asked asked, List<Payouts.Total> totals, List<Batch> batches, Rest rest) {}

    private record Rest(List<PaymentFileView> files, int breaks) {}

    private Uni<Asked> asked(Desk desk, PayoutsQuery query) {
        MerchantId merchant = query.merchant();
        return merchants
                .names(desk.caller().tenant(), merchant == null ? List.of() : List.of(merchant))
                .map(names -> new Asked(
                        query.group(),
                        merchant == null ? "" : merchant.toString(),
                        merchant == null ? "" : names.getOrDefault(merchant, ""),
                        PayoutsQuery.text(query.from),
                        PayoutsQuery.text(query.to)));
    }

    /** For those who may know: the last files and what does not match. */
    private Uni<Rest> rest(Desk desk) {
        if (!desk.mayAny("finance acquirer-admin")) {
            return Uni.createFrom().item(new Rest(List.of(), 0));
        }
        return payouts.files(desk.caller(), null, new PageRequest(10, null))
                .chain(files -> settlements
                        .breaks(desk.caller(), "open", new PageRequest(PageRequest.LIMIT_MAX, null))
                        .map(breaks -> new Rest(files.items(), breaks.items().size())));
    }

    private static View view(
            Desk desk, PayoutsQuery query, @Nullable String after, Page<PayoutView> page, Found found) {
        Shelf shelf = query.shelf(desk.at("payouts"));
        return new View(
                found.asked(),
                found.totals(),
                found.batches(),
                Stream.of("waiting", "bank", "back", "held", "paid", "cancelled", "all")
                        .map(each -> new Tab(
                                desk.word("payout-group", each),
                                shelf.address("state", each),
                                each.equals(query.group())))
                        .toList(),
                page.items(),
                shelf.pager(page, after),
                query.shelf(desk.at("payouts/export.csv")).address("", ""),
                found.rest().files(),
                found.rest().breaks());
    }
}
