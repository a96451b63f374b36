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
import io.tillgate.settlement.AccountSettlement;
import io.tillgate.settlement.BreakProposal;
import io.tillgate.settlement.BreakProposal.Owner;
import io.tillgate.settlement.BreakView;
import io.tillgate.settlement.FundingView;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.Settlements;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Settlement runs, what card hosts paid for them, and where the bank and the book differ. */
@Path("/portal/{slug}/desk/runs")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
class RunsPage {
    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance runs(Frame frame, Desk desk, Runs view);

        static native TemplateInstance run(Frame frame, Desk desk, One view, Mistakes mistakes);

        static native TemplateInstance breaks(Frame frame, Desk desk, Breaks view, Mistakes mistakes);

        private Templates() {}
    }

    public record Runs(List<RunView> rows, Shelf.Pager pager) {}

    public record One(
            RunView run,
            List<FundingView> fundings,
            List<AccountSettlement> accounts,
            Shelf.Pager pager,
            CreditForm.Again sent) {
        /** What was typed for this one; empty where it was not sent. */
        public CreditForm.Again again(FundingView fund) {
            return sent.fund().equals(fund.id().toString()) ? sent : CreditForm.Again.NONE;
        }
    }

    public record Breaks(List<Tab> tabs, List<BreakView> rows, Shelf.Pager pager, boolean open) {
        /** Whose money in suspense can be. */
        public List<String> owners() {
            return Stream.of(Owner.values())
                    .filter(owner -> owner != Owner.NOTHING)
                    .map(Owner::code)
                    .toList();
        }
    }

    private final Settlements settlements;
    private final Desks desks;
    private final Forms forms;

    RunsPage(Settlements settlements, Desks desks, Forms forms) {
        this.settlements = settlements;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> list(@RestPath String slug, @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        return settlements
                .runs(desk.caller(), Shelf.page(after))
                .map((Page<RunView> page) ->
                        new Runs(page.items(), Shelf.of(desk.at("runs")).pager(page, after)))
                .chain(view ->
                        desks.below(way(desk), desk.words().runs(), (frame, pen) -> Templates.runs(frame, pen, view)));
    }

    @GET
    @Path("{id}")
    public Uni<TemplateInstance> get(@RestPath String slug, @RestPath String id, @RestQuery @Nullable String after) {
        return page(Typed.id(id), after, CreditForm.Again.NONE, Mistakes.NONE);
    }

    @POST
    @Path("{id}/funding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.FINANCE)
    public Uni<Response> received(
            @RestPath String slug, @RestPath String id, @RestForm @Nullable String once, @BeanParam CreditForm typed) {
        UUID run = Typed.id(id);
        Desk desk = desks.desk();
        return forms.once(
                once,
                () -> {
                    HostCredit credit = typed.credit();
                    return settlements
                            .received(desk.caller(), once, run, credit)
                            .map(done -> new Done(
                                    "desk/runs/" + run, desk.words().said_funded(desk.money(credit.amount()))));
                },
                mistakes -> page(run, null, typed.again(), mistakes));
    }

    @GET
    @Path("breaks")
    public Uni<TemplateInstance> breaks(
            @RestPath String slug, @RestQuery @Nullable String state, @RestQuery @Nullable String after) {
        return breaks(state, after, Mistakes.NONE);
    }

    /** What was typed about whose a difference is; the framework fills it. */
    public static final class Owned {
        @RestForm
        @Nullable
        String belongs;

        @RestForm
        @Nullable
        String to;

        @RestForm
        @Nullable
        String resolution;

        /** Null where it is not right. */
        @Nullable
        BreakProposal proposal() {
            String why = Typed.text(resolution);
            try {
                return why.isEmpty() || why.length() > Typed.LENGTH_MAX
                        ? null
                        : new BreakProposal(Owner.ofCode(Typed.text(belongs)), Typed.orNull(to), why);
            } catch (IllegalArgumentException noSuchOwner) {
                return null;
            }
        }
    }

    @POST
    @Path("breaks/{id}/resolve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> resolve(
            @RestPath String slug, @RestPath String id, @RestForm @Nullable String once, @BeanParam Owned typed) {
        Desk desk = desks.desk();
        BreakProposal proposal = typed.proposal();
        if (proposal == null) {
            return forms.refused(breaks("open", null, Mistakes.of(desk.words().say_why())));
        }
        return onBreak(
                once,
                () -> settlements
                        .propose(desk.caller(), Typed.id(id), proposal)
                        .map(done -> desk.words().said_break_proposed(desk.number(done.number()))));
    }

    @POST
    @Path("breaks/{id}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> confirm(@RestPath String slug, @RestPath String id, @RestForm @Nullable String once) {
        Desk desk = desks.desk();
        return onBreak(
                once,
                () -> settlements
                        .confirm(desk.caller(), Typed.id(id))
                        .map(done -> desk.words().said_resolved(desk.number(done.number()))));
    }

    @POST
    @Path("breaks/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> withdraw(@RestPath String slug, @RestPath String id, @RestForm @Nullable String once) {
        Desk desk = desks.desk();
        return onBreak(
                once,
                () -> settlements
                        .withdraw(desk.caller(), Typed.id(id))
                        .map(done -> desk.words().said_break_withdrawn(desk.number(done.number()))));
    }

    private Uni<Response> onBreak(@Nullable String once, Supplier<Uni<String>> act) {
        return forms.once(
                once,
                () -> act.get().map(said -> new Done("desk/runs/breaks", said)),
                mistakes -> breaks("open", null, mistakes));
    }

    private Uni<TemplateInstance> breaks(@Nullable String state, @Nullable String after, Mistakes mistakes) {
        Desk desk = desks.desk();
        String wanted = "resolved".equals(state) ? "resolved" : "open";
        Shelf shelf = Shelf.of(desk.at("runs/breaks")).with("state", wanted);
        return settlements
                .breaks(desk.caller(), wanted, Shelf.page(after))
                .map((Page<BreakView> page) -> new Breaks(
                        Stream.of("open", "resolved")
                                .map(each -> new Tab(
                                        desk.word("break-state", each),
                                        shelf.address("state", each),
                                        each.equals(wanted)))
                                .toList(),
                        page.items(),
                        shelf.pager(page, after),
                        wanted.equals("open")))
                .chain(view -> desks.below(
                        way(desk),
                        desk.words().breaks(),
                        (frame, pen) -> Templates.breaks(frame, pen, view, mistakes)));
    }

    private Uni<TemplateInstance> page(UUID id, @Nullable String after, CreditForm.Again again, Mistakes mistakes) {
        Desk desk = desks.desk();
        return settlements
                .run(desk.caller(), id)
                .chain(run -> settlements
                        .fundings(desk.caller(), id)
                        .chain(fundings -> settlements
                                .accounts(desk.caller(), id, Shelf.page(after))
                                .map((Page<AccountSettlement> page) -> new One(
                                        run,
                                        fundings,
                                        page.items(),
                                        Shelf.of(desk.at("runs", id)).pager(page, after),
                                        again))
                                .chain(view -> desks.below(
                                        new Desks.Way(
                                                PayoutsPage.PLACE, desk.words().runs(), "runs"),
                                        desk.words().run_title(desk.date(run.businessDate()), desk.number(run.cycle())),
                                        (frame, pen) -> Templates.run(frame, pen, view, mistakes)))));
    }

    private static Desks.Way way(Desk desk) {
        return new Desks.Way(PayoutsPage.PLACE, desk.words().nav_payouts(), "payouts");
    }
}
