package io.tillgate.portal.merchant.tills;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Confirm;
import io.tillgate.portal.frame.Confirms;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.SendCommand;
import io.tillgate.terminals.Terminal;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One till: what it is doing, what happened to it, and what may be asked of it. */
@Path("/portal/{slug}/tills")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class TillPage {
    @CheckedTemplate(basePath = "merchant/tills")
    static class Templates {
        static native TemplateInstance till(Frame frame, TillDetail view);

        private Templates() {}
    }

    /** What may be asked of a till, each asked once before it happens. */
    enum Act {
        BLOCK,
        UNBLOCK,
        RESTART,
        RETIRE;

        static Act of(String word) {
            for (Act act : values()) {
                if (act.word().equals(word)) {
                    return act;
                }
            }
            throw new Refusal(CommonProblem.NOT_FOUND, "there is no such thing to ask of a till");
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Frames frames;
    private final Forms forms;
    private final Confirms confirms;
    private final Shop shop;
    private final Terminals terminals;
    private final TillDetails details;

    TillPage(Frames frames, Forms forms, Confirms confirms, Shop shop, Terminals terminals, TillDetails details) {
        this.frames = frames;
        this.forms = forms;
        this.confirms = confirms;
        this.shop = shop;
        this.terminals = terminals;
        this.details = details;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> till(@RestPath String slug, @RestPath UUID id) {
        return find(id).chain(till -> details.of(till)
                .chain(view -> frames.page(
                        Heading.of("tills", words().till(till.number()), new Crumb(words().title(), "tills")),
                        frame -> Templates.till(frame, view))));
    }

    @GET
    @Path("{id}/{act: block|unblock|restart|retire}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> ask(@RestPath String slug, @RestPath UUID id, @RestPath String act) {
        return confirm(id, Act.of(act), Mistakes.NONE);
    }

    @POST
    @Path("{id}/{act: block|unblock|restart|retire}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> act(
            @RestPath String slug, @RestPath UUID id, @RestPath String act, @RestForm @Nullable String once) {
        Act asked = Act.of(act);
        return forms.once(
                once,
                () -> find(id).chain(till -> carryOut(till, asked).replaceWith(() -> done(till, asked))),
                mistakes -> confirm(id, asked, mistakes));
    }

    private Uni<?> carryOut(Terminal till, Act act) {
        return switch (act) {
            case BLOCK -> command(till, SendCommand.Kind.BLOCK);
            case UNBLOCK -> command(till, SendCommand.Kind.UNBLOCK);
            case RESTART -> command(till, SendCommand.Kind.REBOOT);
            case RETIRE -> terminals.revoke(shop.caller(), till.id());
        };
    }

    private Uni<?> command(Terminal till, SendCommand.Kind kind) {
        return terminals.command(
                shop.caller(), new SendCommand(till.id(), kind, new JsonObject(), SendCommand.VALIDITY_MAX));
    }

    private Done done(Terminal till, Act act) {
        String said = switch (act) {
            case BLOCK -> words().blocked_done(till.number());
            case UNBLOCK -> words().unblocked_done(till.number());
            case RESTART -> words().restart_done(till.number());
            case RETIRE -> words().retired_done(till.number());
        };
        return new Done("tills/" + till.id(), said);
    }

    private Uni<TemplateInstance> confirm(UUID id, Act act, Mistakes mistakes) {
        return find(id).chain(till -> {
            String title = switch (act) {
                case BLOCK -> words().block();
                case UNBLOCK -> words().unblock();
                case RESTART -> words().restart();
                case RETIRE -> words().retire();
            };
            String will = switch (act) {
                case BLOCK -> words().block_will();
                case UNBLOCK -> words().unblock_will();
                case RESTART -> words().restart_will();
                case RETIRE -> words().retire_will();
            };
            String back = "tills/" + till.id();
            Confirm view = new Confirm(
                    title,
                    till.number() + " " + till.label(),
                    List.of(will),
                    title,
                    shop.words().cancel(),
                    frames.href(back + "/" + act.word()),
                    frames.href(back),
                    act == Act.BLOCK || act == Act.RETIRE,
                    mistakes);
            return confirms.page(
                    Heading.of(
                            "tills",
                            title,
                            new Crumb(words().title(), "tills"),
                            new Crumb(words().till(till.number()), back)),
                    view);
        });
    }

    private Uni<Terminal> find(UUID id) {
        shop.merchant();
        return terminals.find(shop.caller(), new TerminalId(id));
    }

    private TillsMessages words() {
        return Words.in(TillsMessages.class, shop.locale());
    }
}
