package io.tillgate.portal.merchant.reports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.Customers;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Question;
import io.tillgate.merchants.Store;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Csv;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.reports.ReportView.Filters;
import io.tillgate.portal.merchant.reports.ReportView.People;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.tenancy.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Takings told apart, what was sold, and who came back; each as a chart, a table and a file. */
@Path("/portal/{slug}")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class ReportsPage {
    private static final int ROWS_MAX = 1_000;

    @CheckedTemplate(basePath = "merchant/reports")
    static class Templates {
        static native TemplateInstance reports(Frame frame, ReportView view);

        static native TemplateInstance customers(Frame frame, People view);

        private Templates() {}
    }

    private final Frames frames;
    private final Shop shop;
    private final Analytics analytics;
    private final BusinessClock clock;
    private final ReportTables tables;
    private final PeopleReport people;
    private final ReportFiles files;
    private final ApprovalReport approval;

    ReportsPage(
            Frames frames,
            Shop shop,
            Analytics analytics,
            BusinessClock clock,
            ReportTables tables,
            PeopleReport people,
            ReportFiles files,
            ApprovalReport approval) {
        this.frames = frames;
        this.shop = shop;
        this.analytics = analytics;
        this.clock = clock;
        this.tables = tables;
        this.people = people;
        this.files = files;
        this.approval = approval;
    }

    @GET
    @Path("reports")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> reports(@RestPath String slug, @BeanParam ReportQuery asked) {
        return report(asked.settled(clock.date(shop.caller().tenant())))
                .chain(view ->
                        frames.page(Heading.of("reports", words().title()), frame -> Templates.reports(frame, view)));
    }

    /** The report's table as a file, as spreadsheets read it. */
    @GET
    @Path("reports/export.csv")
    @Produces("text/csv")
    public Uni<Response> export(@RestPath String slug, @BeanParam ReportQuery query) {
        Period days = query.days(clock.date(shop.caller().tenant()), Period.DAYS_MAX);
        return csv(query, days).map(csv -> csv.file(query.chosenBy() + "-" + days.from() + "-" + days.to()));
    }

    @GET
    @Path("customers")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> customers(@RestPath String slug, @BeanParam ReportQuery asked) {
        ReportQuery query = asked.settled(clock.date(shop.caller().tenant()));
        Period days = query.days(clock.date(shop.caller().tenant()), Customers.DAYS_MAX);
        return shop.stores()
                .chain(stores -> analytics
                        .customers(question(query, days, stores))
                        .map(found -> people.of(found, filters(query, days, stores))))
                .chain(view -> frames.page(
                        Heading.of("customers", words().customers()), frame -> Templates.customers(frame, view)));
    }

    private Uni<ReportView> report(ReportQuery query) {
        Period days = query.days(clock.date(shop.caller().tenant()), Period.DAYS_MAX);
        return shop.stores().chain(stores -> {
            Question question = question(query, days, stores);
            Filters filters = filters(query, days, stores);
            return query.chosenBy().equals(ReportQuery.APPROVAL)
                    ? analytics.approvals(question).map(found -> approval.of(found, filters, query))
                    : takings(query, question, filters, stores);
        });
    }

    private Uni<ReportView> takings(ReportQuery query, Question question, Filters filters, List<Store> stores) {
        return analytics
                .summary(question)
                .chain(summary -> query.chosenBy().equals(ReportQuery.PRODUCTS)
                        ? analytics
                                .products(question, ROWS_MAX)
                                .map(found -> tables.products(found, summary, filters, query))
                        : analytics
                                .takings(question, query.takingsBy())
                                .map(found -> tables.takings(found, summary, filters, query, stores)));
    }

    private Uni<Csv> csv(ReportQuery query, Period days) {
        return shop.stores().chain(stores -> {
            Question question = question(query, days, stores);
            return switch (query.chosenBy()) {
                case ReportQuery.PRODUCTS ->
                    analytics.products(question, ROWS_MAX).map(files::of);
                case ReportQuery.APPROVAL -> analytics.approvals(question).map(files::of);
                default -> analytics.takings(question, query.takingsBy()).map(found -> files.of(found, stores));
            };
        });
    }

    /** Only a store of this shop's; anything else is all of them. */
    private Question question(ReportQuery query, Period days, List<Store> stores) {
        UUID wanted = query.storeId();
        return Question.ofMerchant(shop.caller().tenant(), shop.merchant(), days)
                .at(stores.stream()
                        .map(Store::id)
                        .filter(id -> id.value().equals(wanted))
                        .findFirst()
                        .orElse(null));
    }

    private Filters filters(ReportQuery query, Period days, List<Store> stores) {
        List<Option> periods = new ArrayList<>();
        ReportQuery.PERIODS.forEach(
                each -> periods.add(new Option(each, tables.name(each), each.equals(query.chosenPeriod()))));
        periods.add(new Option("", words().by_hand(), query.chosenPeriod().isEmpty()));
        List<Option> places = new ArrayList<>();
        places.add(new Option("", shop.words().all_stores(), query.storeId() == null));
        stores.forEach(store -> places.add(new Option(
                store.id().toString(), shop.name(store), store.id().value().equals(query.storeId()))));
        return new Filters(
                query.chosenBy(),
                query.chosenPeriod(),
                periods,
                days.from().toString(),
                days.to().toString(),
                places);
    }

    private ReportMessages words() {
        return Words.in(ReportMessages.class, shop.locale());
    }
}
