package io.tillgate.portal.merchant.tills;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Store;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.portal.merchant.tills.TillsList.Filters;
import io.tillgate.portal.merchant.tills.TillsList.Row;
import io.tillgate.portal.merchant.tills.TillsQuery.Doing;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;

/** Whether every till of the shop is working. */
@Path("/portal/{slug}/tills")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class TillsPage {
    /** On one page; who has more finds the others by what is asked for. */
    private static final int SHOWN_MAX = 200;

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

    /** What the list is made of: those that need a person come first, those that are gone last. */
    private record Ground(List<Store> stores, boolean any, List<Terminal> tills) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> list(@RestPath String slug, @BeanParam TillsQuery query) {
        return ground(query)
                .map(ground -> view(query, ground))
                .chain(view ->
                        frames.page(Heading.of("tills", words().title()), frame -> Templates.tills(frame, view)));
    }

    /** What the list shows, as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> export(@RestPath String slug, @BeanParam TillsQuery query) {
        return ground(query).map(ground -> {
            Csv csv =
                    new Csv().row(List.of("number", "name", "store", "state", "last_heard_of", "software", "battery"));
            ground.tills().stream()
                    .map(till -> row(till, ground.stores()))
                    .forEach(row -> csv.row(List.of(
                            row.number(),
                            row.name(),
                            row.store(),
                            row.state().label(),
                            row.seen(),
                            row.software(),
                            row.battery())));
            return csv.file("tills");
        });
    }

    private Uni<Ground> ground(TillsQuery query) {
        shop.merchant();
        return shop.stores()
                .chain(stores -> Everything.of(page -> terminals.list(shop.caller(), page))
                        .map(tills -> new Ground(
                                stores,
                                !tills.isEmpty(),
                                tills.stream()
                                        .filter(query::asksFor)
                                        .sorted(Comparator.comparing(Doing::of).thenComparing(Terminal::number))
                                        .toList())));
    }

    private TillsList view(TillsQuery query, Ground ground) {
        List<Row> rows = ground.tills().stream()
                .limit(SHOWN_MAX)
                .map(till -> row(till, ground.stores()))
                .toList();
        String shown = shop.formats().number(rows.size());
        return new TillsList(
                filters(query, ground.stores()),
                rows,
                ground.any() && query.address().isNarrowed(),
                frames.href("tills/export.csv") + query.address().text(),
                rows.size() == ground.tills().size()
                        ? shop.words().rows_shown(shown)
                        : words().first_of(
                                        shown,
                                        shop.formats().number(ground.tills().size())));
    }

    private Filters filters(TillsQuery query, List<Store> stores) {
        List<Option> places = new ArrayList<>();
        places.add(new Option("", shop.words().all_stores(), query.store() == null));
        stores.forEach(store -> places.add(new Option(
                store.id().toString(), shop.name(store), store.id().toString().equals(query.store()))));
        List<Option> states = new ArrayList<>();
        states.add(new Option("", shop.words().any(), query.doing().isEmpty()));
        for (Doing doing : Doing.values()) {
            states.add(new Option(
                    doing.code(),
                    name(doing),
                    query.doing().filter(doing::equals).isPresent()));
        }
        return new Filters(
                Objects.requireNonNullElse(query.text(), ""), stores.size() < 2 ? List.of() : places, states);
    }

    private String name(Doing doing) {
        return switch (doing) {
            case BLOCKED -> words().s_blocked();
            case OFFLINE -> words().s_offline();
            case CREATED -> words().s_created();
            case ONLINE -> words().s_online();
            case REVOKED -> words().s_revoked();
        };
    }

    private Row row(Terminal till, List<Store> stores) {
        TillWords said = new TillWords(words(), shop.formatsAt(stores, till.storeId()));
        return new Row(
                frames.href("tills/" + till.id()),
                till.number(),
                till.label(),
                shop.name(stores, till.storeId()),
                said.state(till),
                said.seen(till),
                said.software(till),
                said.battery(till));
    }

    private TillsMessages words() {
        return Words.in(TillsMessages.class, shop.locale());
    }
}
