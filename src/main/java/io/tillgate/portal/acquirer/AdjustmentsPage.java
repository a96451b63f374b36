package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.settlement.AdjustmentView;
import io.tillgate.settlement.Adjustments;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** Credits and debits by hand: what waits for the second person, and what was decided. */
@Path("/portal/{slug}/desk/adjustments")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.FINANCE})
class AdjustmentsPage {
    static final String PATH = "adjustments";
    static final String PROPOSED = "proposed";
    private static final List<String> STATES = List.of(PROPOSED, "confirmed", "rejected");

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance adjustments(Frame frame, Desk desk, View view, Mistakes mistakes);

        private Templates() {}
    }

    /**
     * What the list shows.
     *
     * @param again a proposal to be put right; null where none was sent
     */
    public record View(
            String state,
            List<Tab> tabs,
            List<AdjustmentView> rows,
            Shelf.Pager pager,
            AdjustmentForm.@Nullable Again again) {}

    private final Adjustments adjustments;
    private final Merchants merchants;
    private final Desks desks;
    private final Forms forms;

    AdjustmentsPage(Adjustments adjustments, Merchants merchants, Desks desks, Forms forms) {
        this.adjustments = adjustments;
        this.merchants = merchants;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestPath String slug, @RestQuery @Nullable String state, @RestQuery @Nullable String after) {
        return page(new Asked(state(state), after, null), Mistakes.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> propose(
            @RestPath String slug, @RestForm @Nullable String once, @BeanParam AdjustmentForm typed) {
        Desk desk = desks.desk();
        MerchantAccountId id = new MerchantAccountId(Typed.id(Typed.text(typed.account)));
        return forms.once(
                once,
                () -> account(desk, id)
                        .chain(account -> adjustments.propose(desk.caller(), once, typed.proposal(account)))
                        .map(done -> said("said-proposed")),
                mistakes -> account(desk, id)
                        .chain(account -> page(new Asked(PROPOSED, null, typed.again(account)), mistakes)));
    }

    private Uni<MerchantAccount> account(Desk desk, MerchantAccountId id) {
        return merchants
                .account(desk.caller().tenant(), id)
                .map(found -> found.orElseThrow(
                                () -> new Refusal(CommonProblem.NOT_FOUND, "there is no such merchant account"))
                        .account());
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
                mistakes -> page(Asked.WAITING, mistakes));
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
        if (why.isEmpty() || why.length() > AdjustmentForm.REASON_MAX) {
            return forms.refused(page(Asked.WAITING, Mistakes.of(desk.words().say_why())));
        }
        return forms.once(
                once,
                () -> adjustments.reject(desk.caller(), adjustment, why).map(done -> said("said-rejected")),
                mistakes -> page(Asked.WAITING, mistakes));
    }

    private Done said(String what) {
        return new Done("desk/" + PATH, desks.desk().word("adjust", what));
    }

    /**
     * What is shown.
     *
     * @param again a proposal that was not right
     */
    private record Asked(String state, @Nullable String after, AdjustmentForm.@Nullable Again again) {
        static final Asked WAITING = new Asked(PROPOSED, null, null);
    }

    /** What waits, unless something else is asked for. */
    static String state(@Nullable String wanted) {
        return STATES.stream().filter(each -> each.equals(wanted)).findFirst().orElse(PROPOSED);
    }

    private Uni<TemplateInstance> page(Asked asked, Mistakes mistakes) {
        Desk desk = desks.desk();
        Desks.Way way = new Desks.Way(ChangesPage.PLACE, desk.words().nav_changes(), "changes");
        return adjustments
                .list(desk.caller(), asked.state(), Shelf.page(asked.after()))
                .chain(page -> desks.below(
                        way,
                        desk.word("adjust", "title"),
                        (frame, pen) -> Templates.adjustments(frame, pen, view(pen, asked, page), mistakes)));
    }

    private static View view(Desk desk, Asked asked, Page<AdjustmentView> page) {
        Shelf shelf = Shelf.of(desk.at(PATH)).with("state", asked.state());
        return new View(
                asked.state(),
                STATES.stream()
                        .map(each -> new Tab(
                                desk.word("change-state", each),
                                shelf.address("state", each),
                                each.equals(asked.state())))
                        .toList(),
                page.items(),
                shelf.pager(page, asked.after()),
                asked.again());
    }
}
