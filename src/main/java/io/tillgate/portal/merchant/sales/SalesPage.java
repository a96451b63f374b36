package io.tillgate.portal.merchant.sales;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Store;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.sales.SalesList.Filters;
import io.tillgate.portal.merchant.sales.SalesList.Row;
import io.tillgate.portal.merchant.sales.SalesList.Total;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleState;
import io.tillgate.sales.Sales;
import io.tillgate.sales.SalesAsked;
import io.tillgate.sales.SalesTotal;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Every sale of the shop: to find one by anything that a receipt shows, and to see what they add up to. */
@Path("/portal/{slug}/sales")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class SalesPage {
    private static final int ROWS = 25;

    @CheckedTemplate(basePath = "merchant/sales")
    static class Templates {
        static native TemplateInstance sales(Frame frame, SalesList view);

        private Templates() {}
    }

    private final Frames frames;
    private final Shop shop;
    private final Sales sales;
    private final Terminals terminals;

    SalesPage(Frames frames, Shop shop, Sales sales, Terminals terminals) {
        this.frames = frames;
        this.shop = shop;
        this.sales = sales;
        this.terminals = terminals;
    }

    /** What the list stands on. */
    private record Ground(List<Store> stores, List<Terminal> tills, SalesAsked asked) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> list(@RestPath String slug, @BeanParam SalesQuery query) {
        return ground(query)
                .chain(ground -> sales.list(shop.caller(), ground.asked(), new PageRequest(ROWS, query.after()))
                        .chain(page -> sales.totals(shop.caller(), ground.asked())
                                .map(totals -> view(query, ground, page, totals))))
                .chain(view ->
                        frames.page(Heading.of("sales", words().title()), frame -> Templates.sales(frame, view)));
    }

    /** What the list shows, as a file. */
    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> export(@RestPath String slug, @BeanParam SalesQuery query) {
        return ground(query)
                .chain(ground -> sales.csv(shop.caller(), ground.asked()))
                .map(csv -> Response.ok(csv, "text/csv;charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"sales.csv\"")
                        .build());
    }

    private Uni<Ground> ground(SalesQuery query) {
        shop.merchant();
        return shop.stores()
                .chain(stores -> shop.currency()
                        .chain(currency -> terminals
                                .list(shop.caller(), new PageRequest(PageRequest.LIMIT_MAX, null))
                                .map(tills ->
                                        new Ground(stores, tills.items(), query.asked(tills.items(), currency)))));
    }

    private SalesList view(SalesQuery query, Ground ground, Page<Sale> page, List<SalesTotal> totals) {
        Formats formats = shop.formats();
        return new SalesList(
                filters(query, ground),
                totals.stream()
                        .map(total -> new Total(
                                formats.number(total.sales()),
                                formats.money(total.taken()),
                                formats.money(total.refunded()),
                                formats.money(total.net())))
                        .toList(),
                page.items().stream().map(sale -> row(sale, ground.stores())).toList(),
                query.address().isNarrowed(),
                query.after() == null
                        ? ""
                        : frames.href("sales") + query.address().text(),
                page.next() == null
                        ? ""
                        : frames.href("sales")
                                + query.address().with("after", page.next()).text(),
                frames.href("sales/export.csv") + query.address().text(),
                shop.words().rows_shown(formats.number(page.items().size())));
    }

    private Row row(Sale sale, List<Store> stores) {
        Formats formats = shop.formatsAt(stores, sale.place().store());
        return new Row(
                frames.href("sales/" + sale.id()),
                formats.date(sale.createdAt()),
                formats.time(sale.createdAt()),
                sale.terms().receiptNumber(),
                shop.name(stores, sale.place().store()),
                sale.place().terminalNumber(),
                SaleStates.of(sale, words()),
                formats.money(sale.terms().total()));
    }

    private Filters filters(SalesQuery query, Ground ground) {
        return new Filters(
                text(query.text()),
                text(query.from()),
                text(query.to()),
                options(
                        query.store(),
                        ground.stores().stream()
                                .map(store -> new Option(store.id().toString(), shop.name(store), false))
                                .toList()),
                options(
                        query.till(),
                        ground.tills().stream()
                                .map(till ->
                                        new Option(till.id().toString(), till.number() + " " + till.label(), false))
                                .toList()),
                options(
                        query.state(),
                        Arrays.stream(SaleState.values())
                                .map(state -> new Option(state.code(), name(state), false))
                                .toList()));
    }

    private List<Option> options(@Nullable String chosen, List<Option> all) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", shop.words().any(), text(chosen).isEmpty()));
        all.forEach(each ->
                options.add(new Option(each.value(), each.label(), each.value().equals(chosen))));
        return List.copyOf(options);
    }

    private String name(SaleState state) {
        return switch (state) {
            case OPEN -> words().state_open();
            case PAID -> words().state_paid();
            case VOIDED -> words().state_voided();
            case REFUNDED -> words().state_refunded();
        };
    }

    private SalesMessages words() {
        return Words.in(SalesMessages.class, shop.locale());
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
