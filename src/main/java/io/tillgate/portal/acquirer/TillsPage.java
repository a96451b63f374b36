package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Frame;
import io.tillgate.shared.MerchantId;
import io.tillgate.terminals.Fleet;
import io.tillgate.terminals.Terminal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** All tills of all merchants, by state and by any number. */
@Path("/portal/{slug}/desk/tills")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.SUPPORT, Roles.RISK_ANALYST})
class TillsPage {
    static final String PLACE = "tills";

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance tills(Frame frame, Desk desk, View view);

        private Templates() {}
    }

    /**
     * What the list shows.
     *
     * @param merchant narrowed to; empty for all
     */
    public record View(
            String state,
            String q,
            String merchant,
            String merchantName,
            Fleet.Counts counts,
            List<Tab> tabs,
            List<Row> rows,
            Shelf.Pager pager,
            String csv) {}

    public record Row(Terminal till, String doing, String merchant) {}

    private final Fleet fleet;
    private final Merchants merchants;
    private final Desks desks;

    TillsPage(Fleet fleet, Merchants merchants, Desks desks) {
        this.fleet = fleet;
        this.merchants = merchants;
        this.desks = desks;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestPath String slug,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String merchant,
            @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        Fleet.Asked asked = asked(state, q, merchant);
        return fleet.list(desk.caller().scope(), asked, Shelf.page(after))
                .chain(page -> fleet.counts(desk.caller().scope())
                        .chain(counts -> merchants
                                .names(desk.caller().tenant(), whose(page.items(), asked))
                                .chain(names -> desks.page(
                                        PLACE,
                                        desk.words().nav_tills(),
                                        (frame, pen) -> Templates.tills(
                                                frame,
                                                pen,
                                                view(pen, asked, after, new Found(page, counts, names)))))));
    }

    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> csv(
            @RestPath String slug,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String merchant) {
        Desk desk = desks.desk();
        Fleet.Asked asked = asked(state, q, merchant);
        return Everything.of(page -> fleet.list(desk.caller().scope(), asked, page))
                .map(all -> {
                    Csv csv = new Csv()
                            .row(List.of(
                                    "till number",
                                    "label",
                                    "merchant number",
                                    "state",
                                    "last seen",
                                    "software",
                                    "created"));
                    all.forEach(each -> csv.row(Arrays.asList(
                            each.number(),
                            each.label(),
                            each.merchantNumber(),
                            Fleet.doing(each).code(),
                            each.reportedAt(),
                            each.reported() == null ? null : each.reported().get("software"),
                            each.createdAt())));
                    return csv.file("tills");
                });
    }

    private record Found(Page<Terminal> page, Fleet.Counts counts, Map<MerchantId, String> names) {}

    private static Fleet.Asked asked(@Nullable String state, @Nullable String q, @Nullable String merchant) {
        return new Fleet.Asked(
                Typed.orNull(q),
                Stream.of(Fleet.Doing.values())
                        .filter(each -> each.code().equals(state))
                        .findFirst()
                        .orElse(null),
                merchant == null || merchant.isBlank() ? null : new MerchantId(Typed.id(merchant)));
    }

    private static List<MerchantId> whose(List<Terminal> tills, Fleet.Asked asked) {
        MerchantId wanted = asked.merchant();
        return wanted == null ? tills.stream().map(Terminal::merchantId).toList() : List.of(wanted);
    }

    private static View view(Desk desk, Fleet.Asked asked, @Nullable String after, Found found) {
        Fleet.Doing doing = asked.doing();
        String state = doing == null ? "" : doing.code();
        MerchantId merchant = asked.merchant();
        String whose = merchant == null ? "" : merchant.toString();
        Shelf shelf = Shelf.of(desk.at("tills"))
                .with("state", state)
                .with("q", asked.search())
                .with("merchant", whose);
        return new View(
                state,
                Typed.text(asked.search()),
                whose,
                merchant == null ? "" : found.names().getOrDefault(merchant, ""),
                found.counts(),
                Stream.of("", "online", "offline", "blocked", "waiting", "revoked")
                        .map(each -> new Tab(
                                desk.word("till", each.isEmpty() ? "all" : each) + number(desk, found.counts(), each),
                                shelf.address("state", each),
                                each.equals(state)))
                        .toList(),
                found.page().items().stream()
                        .map(each -> new Row(
                                each, Fleet.doing(each).code(), found.names().getOrDefault(each.merchantId(), "")))
                        .toList(),
                shelf.pager(found.page(), after),
                Shelf.of(desk.at("tills/export.csv"))
                        .with("state", state)
                        .with("q", asked.search())
                        .with("merchant", whose)
                        .address("", ""));
    }

    private static String number(Desk desk, Fleet.Counts counts, String state) {
        long count = switch (state) {
            case "online" -> counts.online();
            case "offline" -> counts.offline();
            case "blocked" -> counts.blocked();
            case "waiting" -> counts.waiting();
            case "revoked" -> counts.revoked();
            default -> counts.all();
        };
        return " " + desk.number(count);
    }
}
