package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditTrail;
import io.tillgate.platform.audit.AuditTrail.AuditView;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Everything;
import io.tillgate.portal.frame.Frame;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who did what, when: searched and taken along. */
@Path("/portal/{slug}/desk/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.SUPPORT})
class AuditPage {
    static final String PLACE = "audit";
    static final List<String> SUBJECTS = List.of(
            "application",
            "merchant",
            "merchant-account",
            "change-request",
            "store",
            "terminal",
            "payment",
            "payout",
            "settlement",
            "bank-break",
            "adjustment",
            "reserve-terms",
            "risk-review",
            "risk-list",
            "staff",
            "product",
            "price",
            "promotion",
            "coupon",
            "invitation",
            "analytics-rebuild",
            "tenant");

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance audit(Frame frame, Desk desk, View view);

        private Templates() {}
    }

    /** What the list shows. */
    public record View(Shown asked, List<String> subjects, List<AuditView> rows, Shelf.Pager pager, String csv) {}

    /** What the list is narrowed to, as text. */
    public record Shown(String actor, String about, String id, String from, String to) {}

    /** The same as it stands in the address; the framework fills it. */
    public static final class Query {
        @RestQuery
        @Nullable
        String actor;

        @RestQuery
        @Nullable
        String about;

        @RestQuery
        @Nullable
        String id;

        @RestQuery
        @Nullable
        String from;

        @RestQuery
        @Nullable
        String to;

        Shown shown() {
            return new Shown(Typed.text(actor), Typed.text(about), Typed.text(id), Typed.text(from), Typed.text(to));
        }
    }

    private final AuditTrail trail;
    private final Desks desks;

    AuditPage(AuditTrail trail, Desks desks) {
        this.trail = trail;
        this.desks = desks;
    }

    @GET
    public Uni<TemplateInstance> list(
            @RestPath String slug, @BeanParam Query query, @RestQuery @Nullable String after) {
        Desk desk = desks.desk();
        Shown shown = query.shown();
        return page(desk, shown, Shelf.page(after))
                .chain(page -> desks.page(PLACE, desk.words().nav_audit(), (frame, pen) -> {
                    View view = new View(
                            shown,
                            SUBJECTS,
                            page.items(),
                            shelf(pen.at("audit"), shown).pager(page, after),
                            shelf(pen.at("audit/export.csv"), shown).address("", ""));
                    return Templates.audit(frame, pen, view);
                }));
    }

    @GET
    @Path("export.csv")
    @Produces("text/csv")
    public Uni<Response> csv(@RestPath String slug, @BeanParam Query query) {
        Desk desk = desks.desk();
        Shown shown = query.shown();
        return Everything.of(page -> page(desk, shown, page)).map(all -> {
            Csv csv = new Csv()
                    .row(List.of(
                            "at",
                            "actor",
                            "roles",
                            "action",
                            "about",
                            "id",
                            "before",
                            "after",
                            "source",
                            "correlation"));
            all.forEach(each -> csv.row(Arrays.asList(
                    each.at(),
                    each.actor(),
                    String.join(" ", each.roles()),
                    each.action(),
                    each.subjectType(),
                    each.subjectId(),
                    each.before(),
                    each.after(),
                    each.source(),
                    each.correlationId())));
            return csv.file("audit");
        });
    }

    private Uni<Page<AuditView>> page(Desk desk, Shown shown, PageRequest page) {
        LocalDate to = date(shown.to());
        return trail.page(
                desk.caller().scope(),
                desk.caller().tenant(),
                new AuditTrail.Asked(
                        Typed.orNull(shown.about()),
                        Typed.orNull(shown.id()),
                        Typed.orNull(shown.actor()),
                        null,
                        start(desk, date(shown.from())),
                        start(desk, to == null ? null : to.plusDays(1))),
                page);
    }

    private static @Nullable Instant start(Desk desk, @Nullable LocalDate date) {
        return date == null ? null : date.atStartOfDay(desk.formats().zone()).toInstant();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static Shelf shelf(String path, Shown shown) {
        return Shelf.of(path)
                .with("actor", shown.actor())
                .with("about", shown.about())
                .with("id", shown.id())
                .with("from", shown.from())
                .with("to", shown.to());
    }
}
