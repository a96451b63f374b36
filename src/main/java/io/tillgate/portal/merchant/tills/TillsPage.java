package io.tillgate.portal.merchant.tills;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Store;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.portal.merchant.tills.TillsList.Row;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** Whether every till of the shop is working. */
@Path("/portal/{slug}/tills")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class TillsPage {
    @CheckedTemplate(basePath = "merchant/tills")
    static class Templates {
        static native TemplateInstance tills(Frame frame, TillsList view);

        private Templates() {}
    }

    private final Frames frames;
    private final Shop shop;
    private final Terminals terminals;

    TillsPage(Frames frames, Shop shop, Terminals terminals) {
        this.frames = frames;
        this.shop = shop;
        this.terminals = terminals;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> list(@RestPath String slug) {
        shop.merchant();
        TillsMessages words = Words.in(TillsMessages.class, shop.locale());
        return shop.stores()
                .chain(stores -> terminals
                        .list(shop.caller(), new PageRequest(PageRequest.LIMIT_MAX, null))
                        .map(tills -> view(tills.items(), stores)))
                .chain(view -> frames.page(Heading.of("tills", words.title()), frame -> Templates.tills(frame, view)));
    }

    /** Those that need a person come first, those that are gone last. */
    private TillsList view(List<Terminal> tills, List<Store> stores) {
        return new TillsList(
                tills.stream()
                        .sorted(Comparator.comparingInt(TillsPage::rank).thenComparing(Terminal::number))
                        .map(till -> row(till, stores))
                        .toList(),
                shop.words().rows_shown(shop.formats().number(tills.size())));
    }

    private static int rank(Terminal till) {
        return switch (till.status()) {
            case BLOCKED -> 0;
            case CREATED -> 2;
            case ACTIVE -> TillWords.isOnline(till) ? 3 : 1;
            case REVOKED -> 4;
        };
    }

    private Row row(Terminal till, List<Store> stores) {
        TillWords words =
                new TillWords(Words.in(TillsMessages.class, shop.locale()), shop.formatsAt(stores, till.storeId()));
        return new Row(
                frames.href("tills/" + till.id()),
                till.number(),
                till.label(),
                shop.name(stores, till.storeId()),
                words.state(till),
                words.seen(till),
                words.software(till),
                words.battery(till));
    }
}
