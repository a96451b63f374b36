package io.tillgate.portal.merchant.stores;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.Stores;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.shop.Fields;
import io.tillgate.portal.merchant.shop.Lands;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.StoreId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The stores of a shop: where they are, at which time, and which tills stand in them. */
@Path("/portal/{slug}/stores")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class StoresPage {
    @CheckedTemplate(basePath = "merchant/stores")
    static class Templates {
        static native TemplateInstance stores(Frame frame, StoreView.Rows view);

        static native TemplateInstance store(Frame frame, StoreView view);

        private Templates() {}
    }

    private final Frames frames;
    private final Forms forms;
    private final Shop shop;
    private final Stores stores;
    private final Terminals terminals;
    private final Tenants tenants;
    private final BusinessClock clock;

    StoresPage(
            Frames frames,
            Forms forms,
            Shop shop,
            Stores stores,
            Terminals terminals,
            Tenants tenants,
            BusinessClock clock) {
        this.frames = frames;
        this.forms = forms;
        this.shop = shop;
        this.stores = stores;
        this.terminals = terminals;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> list(@RestPath String slug, @QueryParam("archived") @Nullable String archived) {
        shop.merchant();
        return shop.stores(true)
                .chain(all -> tills().map(tills -> rows(all, tills, archived != null)))
                .chain(view ->
                        frames.page(Heading.of("stores", words().title()), frame -> Templates.stores(frame, view)));
    }

    @GET
    @Path("new")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> fresh(@RestPath String slug) {
        shop.merchant();
        return page(null, defaults(), Mistakes.NONE);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> add(@RestPath String slug, MultivaluedMap<String, String> form) {
        Fields sent = new Fields(form);
        return forms.once(
                sent.text(Fields.ONCE),
                () -> stores.add(shop.caller(), shop.merchant(), StoreFields.details(sent))
                        .map(made -> new Done("stores", words().added(shop.name(made)))),
                mistakes -> page(null, sent.asTyped(), mistakes));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> one(@RestPath String slug, @RestPath UUID id) {
        return store(id).chain(store -> page(store, StoreFields.values(store.details()), Mistakes.NONE));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> edit(@RestPath String slug, @RestPath UUID id, MultivaluedMap<String, String> form) {
        Fields sent = new Fields(form);
        return forms.once(
                sent.text(Fields.ONCE),
                () -> store(id)
                        .chain(store ->
                                stores.edit(shop.caller(), store.id(), version(sent), StoreFields.details(sent)))
                        .map(after -> new Done("stores", words().saved(shop.name(after)))),
                mistakes -> store(id).chain(store -> page(store, sent.asTyped(), mistakes)));
    }

    @POST
    @Path("{id}/archive")
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> archive(@RestPath String slug, @RestPath UUID id, MultivaluedMap<String, String> form) {
        Fields sent = new Fields(form);
        return forms.once(
                sent.text(Fields.ONCE),
                () -> store(id)
                        .chain(store -> stores.archive(shop.caller(), store.id(), version(sent)))
                        .map(after -> new Done("stores", words().archived_said(shop.name(after)))),
                mistakes -> store(id).chain(store -> page(store, StoreFields.values(store.details()), mistakes)));
    }

    private StoreView.Rows rows(List<Store> all, List<Terminal> tills, boolean archivedToo) {
        return new StoreView.Rows(
                all.stream()
                        .filter(store -> archivedToo || !store.archived())
                        .map(store -> row(store, tills))
                        .toList(),
                archivedToo,
                all.stream().anyMatch(Store::archived),
                "");
    }

    private StoreView.Row row(Store store, List<Terminal> tills) {
        Store.Details details = store.details();
        String name = shop.name(store);
        String other = Objects.requireNonNullElse(
                name.equals(details.name().en())
                        ? details.name().zh()
                        : details.name().en(),
                "");
        long here =
                tills.stream().filter(till -> till.storeId().equals(store.id())).count();
        return new StoreView.Row(
                frames.href("stores/" + store.id()),
                name,
                other.equals(name) ? "" : other,
                details.address().line1() + ", " + details.address().city(),
                words().local_time(
                                shop.formats()
                                        .in(details.timeZone())
                                        .time(clock.now(shop.caller().tenant())),
                                details.timeZone().getId().replace('_', ' ')),
                shop.formats().number(here),
                store.archived());
    }

    private Uni<TemplateInstance> page(@Nullable Store store, Map<String, String> values, Mistakes mistakes) {
        return tills().chain(tills -> {
            StoreView view = view(store, values, mistakes, tills);
            return frames.page(
                    Heading.of("stores", view.title(), new Crumb(words().title(), "stores")),
                    frame -> Templates.store(frame, view));
        });
    }

    private StoreView view(@Nullable Store store, Map<String, String> values, Mistakes mistakes, List<Terminal> tills) {
        return new StoreView(
                frames.href(store == null ? "stores/new" : "stores/" + store.id()),
                store == null ? words().add() : shop.name(store),
                store == null ? "0" : Integer.toString(store.version()),
                values,
                mistakes,
                shop.chinese(),
                store != null && store.archived(),
                store != null && !store.archived() && shop.caller().has(Roles.MERCHANT_OWNER),
                Lands.countries(
                        values.get("address.country"),
                        shop.chinese(),
                        shop.words().choose()),
                Lands.zones(values.getOrDefault("timeZone", "")),
                store == null
                        ? List.of()
                        : tills.stream()
                                .filter(till -> till.storeId().equals(store.id()))
                                .map(till -> till.number() + " " + till.label())
                                .toList());
    }

    private Map<String, String> defaults() {
        var settings = tenants.settings(shop.caller().tenant());
        Map<String, String> values = new HashMap<>();
        values.put("address.country", settings.acquirer().country());
        values.put("timeZone", settings.businessDay().zone().getId());
        return values;
    }

    private Uni<List<Terminal>> tills() {
        return terminals
                .list(shop.caller(), new PageRequest(PageRequest.LIMIT_MAX, null))
                .map(page -> page.items());
    }

    /** Another's looks like none. */
    private Uni<Store> store(UUID id) {
        var merchant = shop.merchant();
        return stores.get(shop.caller(), new StoreId(id)).invoke(store -> {
            if (!store.merchant().equals(merchant)) {
                throw new Refusal(CommonProblem.NOT_FOUND, "there is no such store");
            }
        });
    }

    private static int version(Fields sent) {
        Integer version = sent.whole("version");
        return version == null ? -1 : version;
    }

    private StoreMessages words() {
        return Words.in(StoreMessages.class, shop.locale());
    }
}
