package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.Payments;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.risk.Review;
import io.tillgate.risk.Risk;
import io.tillgate.risk.RiskReviews;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.StoreId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Payments that a rule wants a person to look at, and the decision about one. */
@Path("/portal/{slug}/desk/risk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.RISK_ANALYST, Roles.ACQUIRER_ADMIN})
class RiskPage {
    static final String PLACE = "risk";

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance risk(Frame frame, Desk desk, View view);

        static native TemplateInstance review(Frame frame, Desk desk, One view, Mistakes mistakes);

        private Templates() {}
    }

    /** What the queue shows. */
    public record View(List<Tab> tabs, List<Row> rows, Shelf.Pager pager, boolean open, String csv) {}

    /** @param amount empty where none was recorded */
    public record Row(Review review, String merchant, String amount) {}

    /**
     * One review with its payment.
     *
     * @param next the address of the next open one; empty on the last
     */
    public record One(
            Review review,
            String merchant,
            String amount,
            @Nullable PaymentView payment,
            List<Fired> fired,
            Evidence evidence,
            String next) {
        public boolean isOpen() {
            return review.status() == Review.Status.OPEN;
        }
    }

    /** A rule that fired. */
    public record Fired(String rule, String action, String reason, String score) {}

    private final Risk risk;
    private final RiskReviews reviews;
    private final Merchants merchants;
    private final Payments payments;
    private final Desks desks;
    private final Forms forms;

    RiskPage(Risk risk, RiskReviews reviews, Merchants merchants, Payments payments, Desks desks, Forms forms) {
        this.risk = risk;
        this.reviews = reviews;
        this.merchants = merchants;
        this.payments = payments;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> queue(
            @RestPath String slug, @RestQuery @Nullable String state, @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        Review.Status status = status(state);
        return reviews.queue(desk.caller().tenant(), status, Shelf.page(after))
                .chain(page -> merchants
                        .names(
                                desk.caller().tenant(),
                                page.items().stream().map(Review::merchant).toList())
                        .chain(names -> desks.page(
                                PLACE,
                                desk.words().nav_risk(),
                                (frame, pen) -> Templates.risk(frame, pen, view(pen, status, after, page, names)))));
    }

    static Review.Status status(@Nullable String state) {
        return Stream.of(Review.Status.values())
                .filter(each -> each.code().equals(state))
                .findFirst()
                .orElse(Review.Status.OPEN);
    }

    @GET
    @Path("reviews/{id}")
    public Uni<TemplateInstance> review(@RestPath String slug, @RestPath String id) {
        return page(Typed.id(id), Mistakes.NONE);
    }

    @POST
    @Path("reviews/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RISK_ANALYST)
    public Uni<Response> decide(
            @RestPath String slug,
            @RestPath String id,
            @RestForm @Nullable String once,
            @RestForm @Nullable String outcome,
            @RestForm @Nullable String note) {
        UUID review = Typed.id(id);
        Desk desk = desks.desk();
        Optional<Review.Status> status = Stream.of(Review.Status.ACCEPTED, Review.Status.FRAUD)
                .filter(each -> each.code().equals(outcome))
                .findFirst();
        if (status.isEmpty() || Typed.text(note).length() > Typed.LENGTH_MAX) {
            return forms.refused(page(review, Mistakes.of(desk.words().choose_decision())));
        }
        return forms.once(
                once,
                () -> reviews.decide(desk.caller(), review, status.get(), Typed.orNull(note))
                        .chain(done -> next(desk, review))
                        .map(next -> new Done(
                                next.isEmpty() ? "desk/risk" : "desk/risk/reviews/" + next,
                                desk.words()
                                        .said_review(
                                                desk.word("review", status.get().code())))),
                mistakes -> page(review, mistakes));
    }

    private Uni<TemplateInstance> page(UUID id, Mistakes mistakes) {
        Desk desk = desks.desk();
        var tenant = desk.caller().tenant();
        return reviews.get(tenant, id)
                .chain(review -> merchants
                        .names(tenant, List.of(review.merchant()))
                        .chain(names -> payments.find(desk.caller().scope(), tenant, review.payment())
                                .chain(payment -> evidence(desk, review)
                                        .chain(evidence -> next(desk, id)
                                                .map(next -> one(
                                                        desk,
                                                        review,
                                                        names.getOrDefault(review.merchant(), ""),
                                                        payment.orElse(null),
                                                        evidence,
                                                        next))))))
                .chain(view -> desks.below(
                        new Desks.Way(PLACE, desk.words().nav_risk(), "risk"),
                        desk.words().review_title(view.amount(), view.merchant()),
                        (frame, pen) -> Templates.review(frame, pen, view, mistakes)));
    }

    /** What the rules knew, in words; the rules are those in force now. */
    private Uni<Evidence> evidence(Desk desk, Review review) {
        Map<String, Object> facts = facts(review);
        return store(desk, facts.get("store"))
                .map(store -> Evidence.of(
                        desk,
                        risk.policyOf(desk.caller().tenant()),
                        new Evidence.Recorded(facts, map(review, "counters"), map(review, "listed")),
                        store));
    }

    /** Its name; empty where none was recorded or it is gone. */
    private Uni<String> store(Desk desk, @Nullable Object id) {
        if (id == null) {
            return Uni.createFrom().item("");
        }
        return merchants
                .store(desk.caller().tenant(), new StoreId(Typed.id(id.toString())))
                .map(found -> found.map(each -> desk.named(
                                each.details().name().en(),
                                each.details().name().zh()))
                        .orElse(""));
    }

    /** The oldest other one that is open. */
    private Uni<String> next(Desk desk, UUID but) {
        return reviews.queue(
                        desk.caller().tenant(), Review.Status.OPEN, new io.tillgate.platform.http.PageRequest(2, null))
                .map(page -> page.items().stream()
                        .map(Review::id)
                        .filter(each -> !each.equals(but))
                        .findFirst()
                        .map(UUID::toString)
                        .orElse(""));
    }

    private static View view(
            Desk desk, Review.Status status, @Nullable String after, Page<Review> page, Map<MerchantId, String> names) {
        Shelf shelf = Shelf.of(desk.at("risk")).with("state", status.code());
        return new View(
                Stream.of(Review.Status.values())
                        .map(each -> new Tab(
                                desk.word("review", each.code()), shelf.address("state", each.code()), each == status))
                        .toList(),
                page.items().stream()
                        .map(each -> new Row(each, names.getOrDefault(each.merchant(), ""), amount(desk, facts(each))))
                        .toList(),
                shelf.pager(page, after),
                status == Review.Status.OPEN,
                Shelf.of(desk.at("files/reviews.csv"))
                        .with("state", status.code())
                        .address("", ""));
    }

    private static One one(
            Desk desk, Review review, String merchant, @Nullable PaymentView payment, Evidence evidence, String next) {
        return new One(
                review,
                merchant,
                amount(desk, facts(review)),
                payment,
                fired(review),
                evidence,
                next.isEmpty() ? "" : desk.at("risk/reviews", next));
    }

    static String amount(Desk desk, Map<String, Object> facts) {
        return facts.get("amount") instanceof Number value && facts.get("currency") instanceof String currency
                ? desk.money(Money.of(value.longValue(), currency))
                : "";
    }

    private static Map<String, Object> facts(Review review) {
        return map(review, "facts");
    }

    @SuppressWarnings("unchecked") // as it was recorded: names and values
    private static Map<String, Object> map(Review review, String part) {
        return review.evidence().get(part) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    private static List<Fired> fired(Review review) {
        return review.evidence().get("fired") instanceof List<?> list
                ? list.stream()
                        .map(each -> each instanceof io.vertx.core.json.JsonObject json ? json.getMap() : each)
                        .filter(each -> each instanceof Map<?, ?>)
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> new Fired(
                                String.valueOf(each.get("rule")),
                                String.valueOf(each.get("action")),
                                String.valueOf(each.get("reason")),
                                String.valueOf(each.get("score"))))
                        .toList()
                : List.of();
    }
}
