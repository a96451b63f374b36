package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.settlement.AdjustmentView;
import io.tillgate.settlement.Adjustments;
import io.tillgate.settlement.ProposeAdjustment;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Credits and debits by hand: what waits for the second person, and what was decided. */
@Path("/portal/{slug}/desk/adjustments")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.FINANCE})
class AdjustmentsPage {
    static final String PATH = "adjustments";
    private static final String PROPOSED = "proposed";
    private static final int REASON_MAX = 200;

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance adjustments(Frame frame, Desk desk, View view, Mistakes mistakes);

        private Templates() {}
    }

    /** What the list shows. */
    public record View(List<Tab> tabs, List<AdjustmentView> rows, Shelf.Pager pager) {}

    private final Adjustments adjustments;
    private final Desks desks;
    private final Forms forms;

    AdjustmentsPage(Adjustments adjustments, Desks desks, Forms forms) {
        this.adjustments = adjustments;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestPath String slug, @RestQuery @Nullable String state, @RestQuery @Nullable String after) {
        return page(state, after, Mistakes.NONE);
    }

    /** What was typed. */
    static final class Wanted {
        @RestForm
        @Nullable
        String account;

        @RestForm
        @Nullable
        String currency;

        @RestForm
        @Nullable
        String amount;

        @RestForm
        @Nullable
        String reason;

        @RestForm
        @Nullable
        String note;

        /** Null where it is not right. */
        @Nullable
        ProposeAdjustment proposal() {
            try {
                Currency unit = Currency.getInstance(Typed.text(currency));
                long minor = new BigDecimal(Typed.text(amount).replace(",", ""))
                        .movePointRight(unit.getDefaultFractionDigits())
                        .longValueExact();
                String why = Typed.text(reason);
                String aside = Typed.orNull(note);
                boolean isRight = minor != 0
                        && !why.isEmpty()
                        && why.length() <= REASON_MAX
                        && (aside == null || aside.length() <= Typed.LENGTH_MAX);
                return isRight
                        ? new ProposeAdjustment(
                                new MerchantAccountId(Typed.id(Typed.text(account))),
                                new Money(minor, unit),
                                why,
                                aside)
                        : null;
            } catch (IllegalArgumentException | ArithmeticException wrong) {
                return null;
            }
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> propose(@RestPath String slug, @RestForm @Nullable String once, @BeanParam Wanted wanted) {
        Desk desk = desks.desk();
        ProposeAdjustment proposal = wanted.proposal();
        if (proposal == null) {
            return forms.refused(page(PROPOSED, null, Mistakes.of(desk.word("adjust", "wrong"))));
        }
        return forms.once(
                once,
                () -> adjustments.propose(desk.caller(), once, proposal).map(done -> said("said-proposed")),
                mistakes -> page(PROPOSED, null, mistakes));
    }

    @POST
    @Path("{id}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> confirm(@RestPath String slug, @RestPath String id, @RestForm @Nullable String once) {
        UUID adjustment = Typed.id(id);
        return forms.once(
                once,
                () -> adjustments
                        .confirm(desks.desk().caller(), once, adjustment)
                        .map(done -> said("said-confirmed")),
                mistakes -> page(PROPOSED, null, mistakes));
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> reject(
            @RestPath String slug,
            @RestPath String id,
            @RestForm @Nullable String once,
            @RestForm @Nullable String reason) {
        UUID adjustment = Typed.id(id);
        Desk desk = desks.desk();
        String why = Typed.text(reason);
        if (why.isEmpty() || why.length() > REASON_MAX) {
            return forms.refused(page(PROPOSED, null, Mistakes.of(desk.words().say_why())));
        }
        return forms.once(
                once,
                () -> adjustments.reject(desk.caller(), adjustment, why).map(done -> said("said-rejected")),
                mistakes -> page(PROPOSED, null, mistakes));
    }

    private Done said(String what) {
        return new Done("desk/" + PATH, desks.desk().word("adjust", what));
    }

    private Uni<TemplateInstance> page(@Nullable String state, @Nullable String after, Mistakes mistakes) {
        Desk desk = desks.desk();
        String wanted = Stream.of("confirmed", "rejected")
                .filter(each -> each.equals(state))
                .findFirst()
                .orElse(PROPOSED);
        Desks.Way way = new Desks.Way(ChangesPage.PLACE, desk.words().nav_changes(), "changes");
        return adjustments
                .list(desk.caller(), wanted, Shelf.page(after))
                .chain(page -> desks.below(
                        way,
                        desk.word("adjust", "title"),
                        (frame, pen) -> Templates.adjustments(frame, pen, view(pen, wanted, after, page), mistakes)));
    }

    private static View view(Desk desk, String state, @Nullable String after, Page<AdjustmentView> page) {
        Shelf shelf = Shelf.of(desk.at(PATH)).with("state", state);
        return new View(
                Stream.of(PROPOSED, "confirmed", "rejected")
                        .map(each -> new Tab(
                                desk.word("change-state", each), shelf.address("state", each), each.equals(state)))
                        .toList(),
                page.items(),
                shelf.pager(page, after));
    }
}
