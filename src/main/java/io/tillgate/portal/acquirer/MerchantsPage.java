package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchant;
import io.tillgate.merchants.Portfolio;
import io.tillgate.merchants.Standing;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.acquirer.ApplicationsPage.Tab;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Frame;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The acquirer's merchants: found by name, registration or merchant number. */
@Path("/portal/{slug}/desk/merchants")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.FINANCE, Roles.SUPPORT})
class MerchantsPage {
    static final String PLACE = "merchants";

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance merchants(Frame frame, Desk desk, View view);

        private Templates() {}
    }

    /** What the list shows. */
    public record View(String state, String q, List<Tab> tabs, List<Merchant> rows, Shelf.Pager pager, String csv) {}

    private final Portfolio portfolio;
    private final Desks desks;

    MerchantsPage(Portfolio portfolio, Desks desks) {
        this.portfolio = portfolio;
        this.desks = desks;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestPath String slug,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        return portfolio
                .list(desk.caller(), asked(q, state), Shelf.page(after))
                .chain(page -> desks.page(
                        PLACE,
                        desk.words().nav_merchants(),
                        (frame, pen) -> Templates.merchants(frame, pen, view(pen, status(state), q, after, page))));
    }

    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> csv(@RestPath String slug, @RestQuery @Nullable String state, @RestQuery @Nullable String q) {
        Desk desk = desks.desk();
        return Everything.of(page -> portfolio.list(desk.caller(), asked(q, state), page))
                .map(all -> {
                    Csv csv = new Csv()
                            .row(List.of(
                                    "id", "trading name", "legal name", "registration", "country", "state", "since"));
                    all.forEach(each -> csv.row(Arrays.asList(
                            each.id(),
                            each.business().tradingName(),
                            each.business().legalName(),
                            each.business().registrationNumber(),
                            each.business().country(),
                            code(each.standing().status()),
                            each.createdAt())));
                    return csv.file("merchants");
                });
    }

    private static Portfolio.Asked asked(@Nullable String q, @Nullable String state) {
        return new Portfolio.Asked(Typed.orNull(q), status(state));
    }

    private static Standing.@Nullable Status status(@Nullable String state) {
        return Stream.of(Standing.Status.values())
                .filter(each -> code(each).equals(state))
                .findFirst()
                .orElse(null);
    }

    static String code(Standing.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static View view(
            Desk desk,
            Standing.@Nullable Status status,
            @Nullable String q,
            @Nullable String after,
            Page<Merchant> page) {
        String state = status == null ? "" : code(status);
        Shelf shelf = Shelf.of(desk.at("merchants")).with("state", state).with("q", q);
        return new View(
                state,
                Typed.text(q),
                Stream.of("", "active", "limited", "suspended")
                        .map(each -> new Tab(
                                desk.word("standing", each.isEmpty() ? "all" : each),
                                shelf.address("state", each),
                                each.equals(state)))
                        .toList(),
                page.items(),
                shelf.pager(page, after),
                Shelf.of(desk.at("merchants/export.csv"))
                        .with("state", state)
                        .with("q", q)
                        .address("", ""));
    }
}
