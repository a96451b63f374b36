package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Words;
import io.tillgate.settlement.BankEntryView;
import io.tillgate.settlement.BankMessageBox;
import io.tillgate.settlement.BankMessageBox.Filter;
import io.tillgate.settlement.BankMessageView;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the bank sent: what it was, what it did to payouts, and what the bank was answered. */
@Path("/portal/{slug}/desk/bank-messages")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.FINANCE, Roles.ACQUIRER_ADMIN})
class BankPage {
    private static final List<String> KINDS = List.of("status-report", "notification", "statement");
    private static final List<String> STATES = List.of("all", "differences", "refused", "failed");
    private static final int TEXT_MAX = 100;
    private static final String SERVICE = "service-account-";

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance bankmessages(Frame frame, Desk desk, View view);

        static native TemplateInstance bankmessage(Frame frame, Desk desk, One view);

        private Templates() {}
    }

    /** What the list shows. */
    public record View(Asked asked, List<Tab> tabs, List<String> kinds, List<Row> rows, Shelf.Pager pager, String csv) {
        public boolean isNarrowed() {
            return !asked.q().isEmpty()
                    || !asked.kind().isEmpty()
                    || !asked.state().equals("all");
        }
    }

    /** What the list is narrowed to, as text. */
    public record Asked(String state, String kind, String q) {
        static Asked of(@Nullable String state, @Nullable String kind, @Nullable String q) {
            String text = Typed.text(q);
            return new Asked(
                    STATES.stream()
                            .filter(each -> each.equals(state))
                            .findFirst()
                            .orElse("all"),
                    KINDS.stream().filter(each -> each.equals(kind)).findFirst().orElse(""),
                    text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text);
        }

        Filter filter() {
            return new Filter(
                    kind.isEmpty() ? null : kind,
                    state.equals("refused") || state.equals("failed") ? state : null,
                    state.equals("differences"),
                    q.isEmpty() ? null : q);
        }

        Shelf shelf(String path) {
            return Shelf.of(path)
                    .with("state", state.equals("all") ? "" : state)
                    .with("kind", kind)
                    .with("q", q);
        }
    }

    /** @param outcome {@code refused}, {@code failed}, {@code differences}, {@code done}, or {@code nothing} where it changed nothing */
    public record Row(BankMessageView message, String outcome, String from) {
        static Row of(BankMessageView message) {
            return new Row(message, outcome(message), from(message));
        }

        private static String outcome(BankMessageView message) {
            if (!message.state().equals("taken")) {
                return message.state();
            }
            if (message.breaks() > 0) {
                return "differences";
            }
            return message.changed() > 0 ? "done" : "nothing";
        }

        /** A program's name without what its account is called. */
        private static String from(BankMessageView message) {
            String by = message.receivedBy();
            return by.startsWith(SERVICE) ? by.substring(SERVICE.length()) : by;
        }
    }

    /**
     * One message.
     *
     * @param answer as the bank got it
     */
    public record One(Row row, List<BankEntryView> entries, Shelf.Pager pager, String answer) {
        public BankMessageView message() {
            return row.message();
        }

        public boolean isTaken() {
            return message().state().equals("taken");
        }

        /** What came to what, the payouts that changed first. */
        public List<Count> counts() {
            return message().counts().entrySet().stream()
                    .map(each -> new Count(each.getKey(), each.getValue()))
                    .toList();
        }
    }

    public record Count(String what, int many) {}

    private final BankMessageBox box;
    private final Desks desks;

    BankPage(BankMessageBox box, Desks desks) {
        this.box = box;
        this.desks = desks;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestPath String slug,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        Asked asked = Asked.of(state, kind, q);
        return box.page(desk.caller().tenant(), asked.filter(), Shelf.page(after))
                .map(page -> view(desk, asked, after, page))
                .chain(view -> desks.below(
                        way(desk), words(desk).title(), (frame, pen) -> Templates.bankmessages(frame, pen, view)));
    }

    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> csv(
            @RestPath String slug,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String q) {
        Desk desk = desks.desk();
        Asked asked = Asked.of(state, kind, q);
        return Everything.of(page -> box.page(desk.caller().tenant(), asked.filter(), page))
                .map(all -> {
                    Csv csv = new Csv()
                            .row(List.of(
                                    "received",
                                    "kind",
                                    "message",
                                    "message id",
                                    "from",
                                    "state",
                                    "told",
                                    "changed",
                                    "differences",
                                    "refusal"));
                    all.forEach(each -> csv.row(Arrays.asList(
                            each.receivedAt(),
                            each.kind(),
                            each.message(),
                            each.messageId(),
                            each.receivedBy(),
                            each.state(),
                            each.told(),
                            each.changed(),
                            each.breaks(),
                            each.refusal())));
                    return csv.file("bank-messages");
                });
    }

    @GET
    @Path("{id}")
    public Uni<TemplateInstance> get(@RestPath String slug, @RestPath String id, @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        UUID message = Typed.id(id);
        PageRequest page = Shelf.page(after);
        return box.one(desk.caller().tenant(), message)
                .chain(found -> box.entries(desk.caller().tenant(), message, page)
                        .map(entries -> one(desk, found, after, entries)))
                .chain(view -> desks.below(
                        new Desks.Way(PayoutsPage.PLACE, words(desk).title(), "bank-messages"),
                        words(desk)
                                .one(
                                        desk.word("bank-kind", view.message().kind()),
                                        desk.moment(view.message().receivedAt())),
                        (frame, pen) -> Templates.bankmessage(frame, pen, view)));
    }

    /** As it came, for those who look for what the bank's own people mean. */
    @GET
    @Path("{id}/message.xml")
    @Produces(MediaType.APPLICATION_XML)
    public Uni<Response> content(@RestPath String slug, @RestPath String id) {
        UUID message = Typed.id(id);
        return box.content(desks.desk().caller().tenant(), message)
                .map(xml -> Response.ok(Buffer.buffer(xml))
                        .header("Content-Disposition", "attachment; filename=\"bank-message-" + message + ".xml\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .build());
    }

    private static View view(Desk desk, Asked asked, @Nullable String after, Page<BankMessageView> page) {
        Shelf shelf = asked.shelf(desk.at("bank-messages"));
        return new View(
                asked,
                STATES.stream()
                        .map(each -> new Tab(
                                desk.word("bank-tab", each),
                                shelf.address("state", each.equals("all") ? "" : each),
                                each.equals(asked.state())))
                        .toList(),
                KINDS,
                page.items().stream().map(Row::of).toList(),
                shelf.pager(page, after),
                asked.shelf(desk.at("bank-messages/export.csv")).address("", ""));
    }

    private static One one(Desk desk, BankMessageView message, @Nullable String after, Page<BankEntryView> entries) {
        return new One(
                Row.of(message),
                entries.items(),
                Shelf.of(desk.at("bank-messages", message.id())).pager(entries, after),
                new JsonObject(message.answer()).encodePrettily());
    }

    private static BankmailMessages words(Desk desk) {
        return Words.in(BankmailMessages.class, desk.locale());
    }

    private static Desks.Way way(Desk desk) {
        return new Desks.Way(PayoutsPage.PLACE, desk.words().nav_payouts(), "payouts");
    }
}
