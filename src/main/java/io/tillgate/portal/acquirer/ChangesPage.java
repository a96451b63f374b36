package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.ChangeAsked;
import io.tillgate.merchants.Changes;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.shared.MerchantId;
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
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Changes that take two people: what waits for the second, and what was decided. */
@Path("/portal/{slug}/desk/changes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.FINANCE})
class ChangesPage {
    static final String PLACE = "changes";
    private static final String PROPOSED = "proposed";

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance changes(Frame frame, Desk desk, View view, Mistakes mistakes);

        private Templates() {}
    }

    /** What the list shows. */
    public record View(List<Tab> tabs, List<Row> rows, Shelf.Pager pager, boolean open, String csv) {}

    /** @param what in one line */
    public record Row(ChangeAsked change, String merchant, String what) {}

    private final Changes changes;
    private final Merchants merchants;
    private final Desks desks;
    private final Forms forms;

    ChangesPage(Changes changes, Merchants merchants, Desks desks, Forms forms) {
        this.changes = changes;
        this.merchants = merchants;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestPath String slug, @RestQuery @Nullable String state, @RestQuery @Nullable String after) {
        return page(state, after, Mistakes.NONE);
    }

    @POST
    @Path("{id}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> confirm(@RestPath String slug, @RestPath String id, @RestForm @Nullable String once) {
        UUID change = Typed.id(id);
        Desk desk = desks.desk();
        return forms.once(
                once,
                () -> changes.confirm(desk.caller(), change)
                        .map(done -> new Done("desk/changes", desk.words().said_confirmed())),
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
        UUID change = Typed.id(id);
        Desk desk = desks.desk();
        String why = Typed.text(reason);
        if (why.isEmpty() || why.length() > Typed.LENGTH_MAX) {
            return forms.refused(page(PROPOSED, null, Mistakes.of(desk.words().say_why())));
        }
        return forms.once(
                once,
                () -> changes.reject(desk.caller(), change, why)
                        .map(done -> new Done("desk/changes", desk.words().said_rejected())),
                mistakes -> page(PROPOSED, null, mistakes));
    }

    private Uni<TemplateInstance> page(@Nullable String state, @Nullable String after, Mistakes mistakes) {
        Desk desk = desks.desk();
        String wanted = state(state);
        return changes.list(desk.caller(), wanted, null, Shelf.page(after))
                .chain(page -> merchants
                        .names(
                                desk.caller().tenant(),
                                page.items().stream().map(ChangeAsked::merchant).toList())
                        .chain(names -> desks.page(
                                PLACE,
                                desk.words().nav_changes(),
                                (frame, pen) -> Templates.changes(
                                        frame, pen, view(pen, wanted, after, page, names), mistakes))));
    }

    static String state(@Nullable String state) {
        return Stream.of("confirmed", "rejected")
                .filter(each -> each.equals(state))
                .findFirst()
                .orElse(PROPOSED);
    }

    private static View view(
            Desk desk, String state, @Nullable String after, Page<ChangeAsked> page, Map<MerchantId, String> names) {
        Shelf shelf = Shelf.of(desk.at("changes")).with("state", state);
        return new View(
                Stream.of(PROPOSED, "confirmed", "rejected")
                        .map(each -> new Tab(
                                desk.word("change-state", each), shelf.address("state", each), each.equals(state)))
                        .toList(),
                page.items().stream()
                        .map(each -> new Row(each, names.getOrDefault(each.merchant(), ""), what(desk, each)))
                        .toList(),
                shelf.pager(page, after),
                state.equals(PROPOSED),
                Shelf.of(desk.at("files/changes.csv")).with("state", state).address("", ""));
    }

    private static String what(Desk desk, ChangeAsked asked) {
        AcquirerMessages words = desk.words();
        return switch (asked.change()) {
            case Change.ToBankAccount bank -> words.change_bank(bank.account().holder(), whole(bank.account()));
            case Change.ToFeePlan plan -> words.change_plan(plan.plan());
            case Change.ToNewAccount fresh ->
                words.change_account(
                        fresh.wanted().currency().getCurrencyCode(),
                        fresh.wanted().feePlan());
        };
    }

    /** Who confirms compares it with a letter or a statement, so the number is whole. */
    private static String whole(BankAccount account) {
        return switch (account) {
            case BankAccount.ByIban iban -> iban.iban().value();
            case BankAccount.ByCnaps cnaps -> cnaps.bank().value() + " " + cnaps.accountNumber();
        };
    }
}
