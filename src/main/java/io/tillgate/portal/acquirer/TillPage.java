package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.Fleet;
import io.tillgate.terminals.SendCommand;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.TerminalCommand;
import io.tillgate.terminals.TerminalEvent;
import io.tillgate.terminals.Terminals;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One till: how it is doing, what happened to it in order, and what can be done about it from here. */
@Path("/portal/{slug}/desk/till/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.RISK_ANALYST})
class TillPage {
    private static final Duration VALIDITY = Duration.ofDays(1);
    private static final String REVOKE = "revoke";

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance till(Frame frame, Desk desk, View view, Mistakes mistakes);

        private Templates() {}
    }

    /** What the page shows. */
    public record View(
            Terminal till, String doing, String merchant, String store, List<Happened> events, Shelf.Pager pager) {
        public boolean mayBeCommanded() {
            return till.status() != Terminal.Status.REVOKED;
        }

        public boolean isBlocked() {
            return till.status() == Terminal.Status.BLOCKED;
        }
    }

    /**
     * Something that happened to it, or that it was told to do.
     *
     * @param what a code
     * @param state of a command
     */
    public record Happened(String kind, String what, Instant at, Map<String, Object> detail, String state) {}

    private final Terminals terminals;
    private final Merchants merchants;
    private final Desks desks;
    private final Forms forms;

    TillPage(Terminals terminals, Merchants merchants, Desks desks, Forms forms) {
        this.terminals = terminals;
        this.merchants = merchants;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> get(@RestPath String slug, @RestPath String id, @RestQuery @Nullable String after) {
        return page(new TerminalId(Typed.id(id)), after, Mistakes.NONE);
    }

    @POST
    @Path("command")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
    public Uni<Response> command(
            @RestPath String slug,
            @RestPath String id,
            @RestForm @Nullable String once,
            @RestForm @Nullable String kind) {
        TerminalId till = new TerminalId(Typed.id(id));
        Desk desk = desks.desk();
        Done done = new Done("desk/till/" + till, desk.word("command-said", Typed.text(kind)));
        if (REVOKE.equals(kind)) {
            return forms.once(
                    once,
                    () -> terminals.revoke(desk.caller(), till).replaceWith(done),
                    mistakes -> page(till, null, mistakes));
        }
        return forms.once(
                once,
                () -> terminals
                        .command(desk.caller(), new SendCommand(till, wanted(kind), new JsonObject(), VALIDITY))
                        .replaceWith(done),
                mistakes -> page(till, null, mistakes));
    }

    private static SendCommand.Kind wanted(@Nullable String kind) {
        return Stream.of(
                        SendCommand.Kind.REBOOT,
                        SendCommand.Kind.UPLOAD_LOG,
                        SendCommand.Kind.BLOCK,
                        SendCommand.Kind.UNBLOCK)
                .filter(each -> each.word().equals(kind))
                .findFirst()
                .orElseThrow(() -> new io.tillgate.shared.Refusal(
                        io.tillgate.shared.CommonProblem.VALIDATION, "there is no such command"));
    }

    private Uni<TemplateInstance> page(TerminalId id, @Nullable String after, Mistakes mistakes) {
        Desk desk = desks.desk();
        return terminals
                .find(desk.caller(), id)
                .chain(till -> merchants
                        .names(desk.caller().tenant(), List.of(till.merchantId()))
                        .chain(names -> merchants
                                .store(desk.caller().tenant(), till.storeId())
                                .chain(store -> happened(desk, id, after).chain(found -> {
                                    View view = new View(
                                            till,
                                            Fleet.doing(till).code(),
                                            names.getOrDefault(till.merchantId(), ""),
                                            store.map(each -> each.details()
                                                            .name()
                                                            .en())
                                                    .orElse(""),
                                            found.items(),
                                            Shelf.of(desk.at("till", id)).pager(found, after));
                                    return desks.below(
                                            new Desks.Way(
                                                    TillsPage.PLACE,
                                                    desk.words().nav_tills(),
                                                    "tills"),
                                            till.label(),
                                            (frame, pen) -> Templates.till(frame, pen, view, mistakes));
                                }))));
    }

    /** Events of one page; on the first also the commands of the same time. */
    private Uni<Page<Happened>> happened(Desk desk, TerminalId id, @Nullable String after) {
        return terminals
                .events(desk.caller(), id, Shelf.page(after))
                .chain(events -> terminals
                        .commands(desk.caller(), id, new PageRequest(Shelf.ROWS, null))
                        .map(commands -> new Page<>(
                                Stream.concat(
                                                events.items().stream().map(TillPage::event),
                                                after == null || after.isEmpty()
                                                        ? commands.items().stream()
                                                                .map(TillPage::command)
                                                        : Stream.empty())
                                        .sorted(Comparator.comparing(Happened::at)
                                                .reversed())
                                        .toList(),
                                events.next())));
    }

    private static Happened event(TerminalEvent event) {
        return new Happened("event", event.kind(), event.occurredAt(), event.detail(), "");
    }

    private static Happened command(TerminalCommand command) {
        return new Happened(
                "command",
                command.kind(),
                command.requestedAt(),
                command.answer() == null ? Map.of() : command.answer(),
                command.status());
    }
}
