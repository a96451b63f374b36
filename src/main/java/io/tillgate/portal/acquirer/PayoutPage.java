package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.BankMessageBox;
import io.tillgate.settlement.BankSaid;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.SettlementItem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One payout: what adds up to it, who let it go, what the bank said, and what can still be done. */
@Path("/portal/{slug}/desk/payout/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
class PayoutPage {
    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance payout(Frame frame, Desk desk, View view, Mistakes mistakes);

        private Templates() {}
    }

    /** What the page shows. */
    public record View(
            PayoutView payout,
            AccountSettlement sum,
            List<SettlementItem> items,
            Shelf.Pager pager,
            List<BankSaid> said) {
        /** Before the bank has fetched it; whether it has, one row decides when it is tried. */
        public boolean mayBeCancelled() {
            return List.of("held", "drafted", "signed", "released").contains(payout.state());
        }

        public boolean mayBePaidAgain() {
            return List.of("rejected", "returned").contains(payout.state());
        }
    }

    private final Payouts payouts;
    private final BankMessageBox box;
    private final Desks desks;
    private final Forms forms;

    PayoutPage(Payouts payouts, BankMessageBox box, Desks desks, Forms forms) {
        this.payouts = payouts;
        this.box = box;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> get(@RestPath String slug, @RestPath String id, @RestQuery @Nullable String after) {
        return page(Typed.id(id), after, Mistakes.NONE);
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.FINANCE)
    public Uni<Response> cancel(
            @RestPath String slug,
            @RestPath String id,
            @RestForm @Nullable String once,
            @RestForm @Nullable String reason) {
        Desk desk = desks.desk();
        return act(
                id,
                once,
                reason,
                desk.words().said_cancelled(),
                (caller, why) -> payouts.cancel(caller, once, Typed.id(id), why));
    }

    @POST
    @Path("retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.FINANCE)
    public Uni<Response> retry(
            @RestPath String slug,
            @RestPath String id,
            @RestForm @Nullable String once,
            @RestForm @Nullable String reason) {
        Desk desk = desks.desk();
        return act(
                id,
                once,
                reason,
                desk.words().said_again(),
                (caller, why) -> payouts.retry(caller, once, Typed.id(id), why));
    }

    private interface Act {
        Uni<PayoutView> by(Caller caller, String reason);
    }

    private Uni<Response> act(String id, @Nullable String once, @Nullable String reason, String said, Act act) {
        UUID payout = Typed.id(id);
        Desk desk = desks.desk();
        String why = Typed.text(reason);
        if (why.isEmpty() || why.length() > Typed.LENGTH_MAX) {
            return forms.refused(page(payout, null, Mistakes.of(desk.words().say_why())));
        }
        return forms.once(
                once,
                () -> act.by(desk.caller(), why).replaceWith(() -> new Done("desk/payout/" + payout, said)),
                mistakes -> page(payout, null, mistakes));
    }

    private Uni<TemplateInstance> page(UUID id, @Nullable String after, Mistakes mistakes) {
        Desk desk = desks.desk();
        return payouts.detail(desk.caller(), id)
                .chain(detail -> said(desk, detail.payout())
                        .chain(said -> payouts.items(desk.caller(), id, Shelf.page(after))
                                .map((Page<SettlementItem> items) -> new View(
                                        detail.payout(),
                                        detail.settlement(),
                                        items.items(),
                                        Shelf.of(desk.at("payout", id)).pager(items, after),
                                        said)))
                        .chain(view -> desks.below(
                                new Desks.Way(PayoutsPage.PLACE, desk.words().nav_payouts(), "payouts"),
                                desk.words()
                                        .payout_title(
                                                desk.money(view.payout().amount()),
                                                view.payout().merchantName()),
                                (frame, pen) -> Templates.payout(frame, pen, view, mistakes))));
    }

    /** Of all its attempts, for those who read the bank's messages. */
    private Uni<List<BankSaid>> said(Desk desk, PayoutView payout) {
        return desk.mayAny("finance acquirer-admin")
                ? box.about(
                        desk.caller().tenant(),
                        payout.attempts().stream()
                                .map(each -> each.endToEndId())
                                .toList())
                : Uni.createFrom().item(List.of());
    }
}
