package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.risk.ListEntry;
import io.tillgate.risk.NewListEntry;
import io.tillgate.risk.Risk;
import io.tillgate.risk.RiskDecisions;
import io.tillgate.risk.RiskDecisions.Decided;
import io.tillgate.risk.RiskLists;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RuleTrial;
import io.tillgate.shared.Refusal;
import io.vertx.core.json.JsonObject;
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

/** What decides by itself: decisions, rules with a place to try one, and the lists that rules ask. */
@Path("/portal/{slug}/desk/rules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.RISK_ANALYST, Roles.ACQUIRER_ADMIN})
class RulesPage {
    private static final int RULE_MAX = 1_000;
    private static final int VALUE_MAX = 200;

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance rules(Frame frame, Desk desk, View view);

        static native TemplateInstance decisions(Frame frame, Desk desk, Decisions view);

        static native TemplateInstance lists(Frame frame, Desk desk, Lists view, Mistakes mistakes);

        private Templates() {}
    }

    /** The rules in force, and what one to try came to. */
    public record View(RiskPolicy policy, String when, RuleTrial.@Nullable Outcome outcome, List<String> mistakes) {}

    public record Decisions(List<Tab> tabs, List<Row> rows, Shelf.Pager pager, String csv) {}

    /** @param amount empty where none was recorded */
    public record Row(Decided decided, String merchant, String amount) {}

    /** The lists, and one of them opened. */
    public record Lists(
            List<RiskLists.Listing> all, String open, List<ListEntry> entries, Shelf.Pager pager, String typed) {}

    private final Risk risk;
    private final RuleTrial trial;
    private final RiskDecisions decided;
    private final RiskLists lists;
    private final Merchants merchants;
    private final Desks desks;
    private final Forms forms;

    RulesPage(
            Risk risk,
            RuleTrial trial,
            RiskDecisions decided,
            RiskLists lists,
            Merchants merchants,
            Desks desks,
            Forms forms) {
        this.risk = risk;
        this.trial = trial;
        this.decided = decided;
        this.lists = lists;
        this.merchants = merchants;
        this.desks = desks;
        this.forms = forms;
    }

    /** With {@code when} the expression is tried on the latest decisions; nothing comes into force. */
    @GET
    public Uni<TemplateInstance> rules(@RestPath String slug, @RestQuery @Nullable String when) {
        Desk desk = desks.desk();
        String typed = Typed.text(when);
        RiskPolicy policy = risk.policyOf(desk.caller().tenant());
        return tried(desk, typed)
                .map(outcome -> new View(policy, typed, outcome, List.of()))
                .onFailure(Refusal.class)
                .recoverWithItem(refused -> new View(policy, typed, null, mistakes(refused)))
                .chain(view -> desks.below(
                        way(desk), desk.words().rules(), (frame, pen) -> Templates.rules(frame, pen, view)));
    }

    private Uni<RuleTrial.@Nullable Outcome> tried(Desk desk, String when) {
        return when.isEmpty() || when.length() > RULE_MAX
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().deferred(() -> trial.test(desk.caller().tenant(), when));
    }

    private static List<String> mistakes(Refusal refusal) {
        return refusal.violations().stream().map(each -> each.message()).toList();
    }

    @GET
    @Path("decisions")
    public Uni<TemplateInstance> decisions(
            @RestPath String slug, @RestQuery @Nullable String outcome, @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        String wanted = outcome(outcome);
        Shelf shelf = Shelf.of(desk.at("rules/decisions")).with("outcome", wanted);
        return decided.page(desk.caller().tenant(), wanted.equals("all") ? null : wanted, Shelf.page(after))
                .chain(page -> merchants
                        .names(
                                desk.caller().tenant(),
                                page.items().stream().map(Decided::merchant).toList())
                        .map(names -> new Decisions(
                                Stream.of("refuse", "review", "proceed", "all")
                                        .map(each -> new Tab(
                                                desk.word("risk", each),
                                                shelf.address("outcome", each),
                                                each.equals(wanted)))
                                        .toList(),
                                page.items().stream()
                                        .map(each -> new Row(
                                                each,
                                                names.getOrDefault(each.merchant(), ""),
                                                RiskPage.amount(desk, new JsonObject(each.facts()).getMap())))
                                        .toList(),
                                shelf.pager(page, after),
                                Shelf.of(desk.at("files/decisions.csv"))
                                        .with("outcome", wanted)
                                        .address("", ""))))
                .chain(view -> desks.below(
                        way(desk), desk.words().decisions(), (frame, pen) -> Templates.decisions(frame, pen, view)));
    }

    static String outcome(@Nullable String outcome) {
        return Stream.of("review", "proceed", "all")
                .filter(each -> each.equals(outcome))
                .findFirst()
                .orElse("refuse");
    }

    @GET
    @Path("lists")
    public Uni<TemplateInstance> lists(
            @RestPath String slug, @RestQuery @Nullable String list, @RestQuery @Nullable String after) {
        return listed(Typed.text(list), after, "", Mistakes.NONE);
    }

    @POST
    @Path("lists/{list}/add")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RISK_ANALYST)
    public Uni<Response> add(
            @RestPath String slug,
            @RestPath String list,
            @RestForm @Nullable String once,
            @RestForm @Nullable String value,
            @RestForm @Nullable String note) {
        Desk desk = desks.desk();
        String typed = Typed.text(value);
        if (typed.isEmpty() || typed.length() > VALUE_MAX) {
            return forms.refused(
                    listed(list, null, typed, Mistakes.of(desk.words().not_complete())));
        }
        return forms.once(
                once,
                () -> lists.add(desk.caller(), list, new NewListEntry(typed, Typed.orNull(note), null))
                        .map(entry -> new Done(
                                "desk/rules/lists?list=" + list, desk.words().said_listed(list))),
                mistakes -> listed(list, null, typed, mistakes));
    }

    @POST
    @Path("lists/{list}/entries/{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RISK_ANALYST)
    public Uni<Response> remove(
            @RestPath String slug, @RestPath String list, @RestPath String id, @RestForm @Nullable String once) {
        Desk desk = desks.desk();
        return forms.once(
                once,
                () -> lists.remove(desk.caller(), list, Typed.id(id))
                        .replaceWith(() -> new Done(
                                "desk/rules/lists?list=" + list, desk.words().said_unlisted(list))),
                mistakes -> listed(list, null, "", mistakes));
    }

    private Uni<TemplateInstance> listed(String list, @Nullable String after, String typed, Mistakes mistakes) {
        Desk desk = desks.desk();
        List<RiskLists.Listing> all = lists.lists(desk.caller().tenant());
        String open = all.stream()
                .map(RiskLists.Listing::name)
                .filter(each -> each.equals(list))
                .findFirst()
                .orElseGet(() -> all.isEmpty() ? "" : all.getFirst().name());
        return lists.entries(desk.caller().tenant(), open, new PageRequest(Shelf.ROWS, after))
                .map(page -> new Lists(
                        all,
                        open,
                        page.items(),
                        Shelf.of(desk.at("rules/lists")).with("list", open).pager(page, after),
                        typed))
                .chain(view -> desks.below(
                        way(desk), desk.words().lists(), (frame, pen) -> Templates.lists(frame, pen, view, mistakes)));
    }

    private static Desks.Way way(Desk desk) {
        return new Desks.Way(RiskPage.PLACE, desk.words().nav_risk(), "risk");
    }
}
