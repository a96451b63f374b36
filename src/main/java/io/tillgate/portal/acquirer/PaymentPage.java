package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.payments.HostDuties;
import io.tillgate.payments.HostDuty;
import io.tillgate.payments.PaymentSearch;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.Payments;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.risk.RiskDecisions;
import io.tillgate.risk.RiskDecisions.Decided;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One payment, and what card hosts are still owed. */
@Path("/portal/{slug}/desk/payments")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.RISK_ANALYST, Roles.FINANCE, Roles.SUPPORT})
class PaymentPage {
    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance payment(Frame frame, Desk desk, View view, Mistakes mistakes);

        static native TemplateInstance duties(Frame frame, Desk desk, Owed view);

        private Templates() {}
    }

    /**
     * What the page of one shows.
     *
     * @param others of the same sale
     */
    public record View(
            PaymentView payment,
            String merchant,
            List<HostDuty> duties,
            @Nullable Decided risk,
            List<PaymentView> others) {
        public boolean hasRefunds() {
            return payment.progress().refunded() > 0 || payment.progress().refundPending() > 0;
        }
    }

    public record Owed(List<Tab> tabs, List<HostDuty> rows, Shelf.Pager pager, boolean abandoned, String csv) {}

    private final Payments payments;
    private final PaymentSearch search;
    private final HostDuties duties;
    private final RiskDecisions decisions;
    private final Merchants merchants;
    private final Desks desks;
    private final Forms forms;

    PaymentPage(
            Payments payments,
            PaymentSearch search,
            HostDuties duties,
            RiskDecisions decisions,
            Merchants merchants,
            Desks desks,
            Forms forms) {
        this.payments = payments;
        this.search = search;
        this.duties = duties;
        this.decisions = decisions;
        this.merchants = merchants;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    @Path("{id}")
    public Uni<TemplateInstance> get(@RestPath String slug, @RestPath String id) {
        return page(new PaymentId(Typed.id(id)), Mistakes.NONE);
    }

    @GET
    @Path("duties")
    @RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    public Uni<TemplateInstance> owed(
            @RestPath String slug, @RestQuery @Nullable String state, @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        String wanted = state(state);
        Shelf shelf = Shelf.of(desk.at("payments/duties")).with("state", wanted);
        return duties.list(desk.caller(), wanted, Shelf.page(after))
                .map((Page<HostDuty> page) -> new Owed(
                        Stream.of("abandoned", "owed", "answered")
                                .map(each -> new Tab(
                                        desk.word("duty", each), shelf.address("state", each), each.equals(wanted)))
                                .toList(),
                        page.items(),
                        shelf.pager(page, after),
                        wanted.equals("abandoned"),
                        Shelf.of(desk.at("files/duties.csv"))
                                .with("state", wanted)
                                .address("", "")))
                .chain(view -> desks.page(
                        FindPage.PLACE, desk.words().duties(), (frame, pen) -> Templates.duties(frame, pen, view)));
    }

    static String state(@Nullable String state) {
        return Stream.of("owed", "answered")
                .filter(each -> each.equals(state))
                .findFirst()
                .orElse("abandoned");
    }

    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.ACQUIRER_ADMIN})
    public Uni<Response> retry(@RestPath String slug, @RestPath String id, @RestForm @Nullable String once) {
        PaymentId payment = new PaymentId(Typed.id(id));
        Desk desk = desks.desk();
        return forms.once(
                once,
                () -> duties.retry(desk.caller(), payment)
                        .replaceWith(() -> new Done(
                                "desk/payments/" + payment, desk.words().said_retried())),
                mistakes -> page(payment, mistakes));
    }

    private Uni<TemplateInstance> page(PaymentId id, Mistakes mistakes) {
        Desk desk = desks.desk();
        return payments.find(desk.caller().scope(), desk.caller().tenant(), id)
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such payment")))
                .chain(payment -> view(desk, payment))
                .chain(view -> desks.below(
                        new Desks.Way(FindPage.PLACE, desk.words().nav_find(), "find"),
                        desk.words()
                                .payment_title(
                                        desk.word("kind", view.payment().kind().code()),
                                        desk.money(view.payment().amount())),
                        (frame, pen) -> Templates.payment(frame, pen, view, mistakes)));
    }

    private Uni<View> view(Desk desk, PaymentView payment) {
        var tenant = desk.caller().tenant();
        return merchants
                .names(tenant, List.of(payment.place().merchant()))
                .chain(names -> duties.of(desk.caller(), payment.id())
                        .chain(owed -> risk(desk, payment)
                                .chain(risk -> search.ofSale(desk.caller(), payment.sale())
                                        .map(all -> new View(
                                                payment,
                                                names.getOrDefault(
                                                        payment.place().merchant(), ""),
                                                owed,
                                                risk.isEmpty() ? null : risk.getFirst(),
                                                all.stream()
                                                        .filter(each ->
                                                                !each.id().equals(payment.id()))
                                                        .toList())))));
    }

    /** For those who may know; cash has none. */
    private Uni<List<Decided>> risk(Desk desk, PaymentView payment) {
        return desk.mayAny("risk-analyst acquirer-admin")
                ? decisions
                        .of(desk.caller().tenant(), payment.id())
                        .map(List::of)
                        .onFailure(Refusal.class)
                        .recoverWithItem(List.of())
                : Uni.createFrom().item(List.of());
    }
}
