package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.Merchants;
import io.tillgate.merchants.Portfolio;
import io.tillgate.payments.PaymentSearch;
import io.tillgate.payments.PaymentView;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Frame;
import io.tillgate.settlement.PayoutView;
import io.tillgate.settlement.Payouts;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.Fleet;
import io.tillgate.terminals.Terminal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One box that finds a merchant, a till, a payment or a payout by any number that somebody on the telephone can read out. */
@Path("/portal/{slug}/desk/find")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.FINANCE, Roles.SUPPORT})
class FindPage {
    static final String PLACE = "find";
    private static final int EACH_MAX = 20;
    private static final int TEXT_MAX = 200;
    private static final String WHO_SEE_TILLS = "acquirer-admin support risk-analyst";
    private static final String WHO_SEE_PAYMENTS = WHO_SEE_TILLS + " finance";

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance find(Frame frame, Desk desk, View view);

        private Templates() {}
    }

    /** What was found. */
    public record View(
            String q,
            List<Merchant> merchants,
            List<Terminal> tills,
            List<PaymentView> payments,
            List<PayoutView> payouts,
            Map<MerchantId, String> names) {
        public boolean isNothing() {
            return merchants.isEmpty() && tills.isEmpty() && payments.isEmpty() && payouts.isEmpty();
        }

        public int months() {
            return PaymentSearch.MONTHS_BACK;
        }

        public int days() {
            return PaymentSearch.TILL_DAYS_BACK;
        }

        public int most() {
            return PaymentSearch.FOUND_MAX;
        }

        public String name(MerchantId merchant) {
            return names.getOrDefault(merchant, "");
        }

        public String doing(Terminal till) {
            return Fleet.doing(till).code();
        }
    }

    private final Portfolio portfolio;
    private final Merchants merchants;
    private final Fleet fleet;
    private final PaymentSearch payments;
    private final Payouts payouts;
    private final Desks desks;

    FindPage(
            Portfolio portfolio,
            Merchants merchants,
            Fleet fleet,
            PaymentSearch payments,
            Payouts payouts,
            Desks desks) {
        this.portfolio = portfolio;
        this.merchants = merchants;
        this.fleet = fleet;
        this.payments = payments;
        this.payouts = payouts;
        this.desks = desks;
    }

    @GET
    public Uni<TemplateInstance> find(@RestPath String slug, @RestQuery @Nullable String q) {
        Desk desk = desks.desk();
        String wanted = Typed.text(q);
        Uni<View> found = wanted.isEmpty() || wanted.length() > TEXT_MAX
                ? Uni.createFrom().item(new View(wanted, List.of(), List.of(), List.of(), List.of(), Map.of()))
                : found(desk, wanted);
        return found.chain(
                view -> desks.page(PLACE, desk.words().nav_find(), (frame, pen) -> Templates.find(frame, pen, view)));
    }

    private Uni<View> found(Desk desk, String q) {
        PageRequest few = new PageRequest(EACH_MAX, null);
        return portfolio
                .list(desk.caller(), new Portfolio.Asked(q, null), few)
                .map(Page::items)
                .chain(shops -> tills(desk, q, few)
                        .chain(tills -> payments(desk, q, tills)
                                .chain(paid -> payouts(desk, q)
                                        .chain(out -> merchants
                                                .names(
                                                        desk.caller().tenant(),
                                                        paid.stream()
                                                                .map(each -> each.place()
                                                                        .merchant())
                                                                .toList())
                                                .map(names ->
                                                        new View(q, shops, shown(desk, tills), paid, out, names))))));
    }

    /** Who may not see tills still finds what a till took. */
    private static List<Terminal> shown(Desk desk, List<Terminal> tills) {
        return desk.mayAny(WHO_SEE_TILLS) ? tills : List.of();
    }

    private Uni<List<Terminal>> tills(Desk desk, String q, PageRequest few) {
        return desk.mayAny(WHO_SEE_PAYMENTS)
                ? fleet.list(desk.caller().scope(), new Fleet.Asked(q, null, null), few)
                        .map(Page::items)
                : Uni.createFrom().item(List.of());
    }

    /** By what is printed on a slip; and what the till took whose number was asked. */
    private Uni<List<PaymentView>> payments(Desk desk, String q, List<Terminal> tills) {
        if (!desk.mayAny(WHO_SEE_PAYMENTS)) {
            return Uni.createFrom().item(List.of());
        }
        Optional<Terminal> asked =
                tills.stream().filter(till -> till.number().equals(q)).findFirst();
        return payments.find(desk.caller(), q)
                .chain(found -> asked.filter(till -> found.isEmpty())
                        .map(till -> payments.ofTill(desk.caller(), till.merchantId(), q))
                        .orElseGet(() -> Uni.createFrom().item(found)));
    }

    private Uni<List<PayoutView>> payouts(Desk desk, String q) {
        if (!desk.mayAny("acquirer-admin finance support")) {
            return Uni.createFrom().item(List.of());
        }
        try {
            return payouts.find(desk.caller(), UUID.fromString(q))
                    .map(List::of)
                    .onFailure(Refusal.class)
                    .recoverWithItem(List.of());
        } catch (IllegalArgumentException noId) {
            return payouts.named(desk.caller(), q);
        }
    }
}
