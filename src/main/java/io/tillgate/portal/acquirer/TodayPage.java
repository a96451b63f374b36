package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.MerchantVolumes;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Question;
import io.tillgate.analytics.Summary;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.platform.identity.Caller;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frame;
import io.tillgate.shared.Money;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.terminals.Fleet;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.List;

/** What the acquirer's day begins with: what needs a person now, and how the day goes. */
@RequestScoped
class TodayPage {
    private static final int MERCHANTS_MAX = 8;
    private static final int DAY_BEGINS = 8;
    private static final int DAY_ENDS = 20;

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance home(Frame frame, Desk desk, View view);

        private Templates() {}
    }

    /** What the page shows. */
    public record View(
            List<Waiting.Item> waiting,
            Summary day,
            Fleet.Counts fleet,
            Chart hours,
            MerchantVolumes merchants,
            String date) {
        public boolean isCalm() {
            return waiting.stream().allMatch(each -> each.count().equals("0"));
        }

        public boolean isUp() {
            long now = day.now().takings().net().value();
            long then = day.before().takings().net().value();
            return then > 0 && now >= then;
        }
    }

    /** A picture and the table it stands on. */
    public record Chart(String about, List<String> heads, List<Row> rows) {}

    public record Row(String name, String label, List<Cell> cells, String href) {}

    public record Cell(String text, String plain) {}

    private final Waiting waiting;
    private final Analytics analytics;
    private final Fleet fleet;
    private final BusinessClock business;
    private final Desks desks;

    TodayPage(Waiting waiting, Analytics analytics, Fleet fleet, BusinessClock business, Desks desks) {
        this.waiting = waiting;
        this.analytics = analytics;
        this.fleet = fleet;
        this.business = business;
        this.desks = desks;
    }

    Uni<TemplateInstance> page() {
        Desk desk = desks.desk();
        Caller caller = desk.caller();
        LocalDate today = business.date(caller.tenant());
        Question question = Question.ofTenant(caller.tenant(), Period.of(today));
        return waiting.of(desk)
                .chain(items -> analytics
                        .summary(question)
                        .chain(day -> fleet.counts(caller.scope())
                                .chain(counts -> analytics
                                        .takings(question, TakingsBy.HOUR)
                                        .chain(hours -> analytics
                                                .merchants(question, MERCHANTS_MAX)
                                                .chain(merchants -> {
                                                    View view = new View(
                                                            items,
                                                            day,
                                                            counts,
                                                            chart(desk, hours),
                                                            merchants,
                                                            desk.formats().longDate(today));
                                                    return desks.page(
                                                            "home",
                                                            desk.words().nav_home(),
                                                            (frame, pen) -> Templates.home(frame, pen, view));
                                                })))));
    }

    /** The hours of a working day, and those outside it in which something was sold. */
    private static Chart chart(Desk desk, TakingsTable table) {
        AcquirerMessages words = desk.words();
        int first = table.rows().size();
        int last = 0;
        for (int i = 0; i < table.rows().size(); i++) {
            if (isShown(table.rows().get(i))) {
                first = Math.min(first, i);
                last = i + 1;
            }
        }
        return new Chart(
                words.by_hour(),
                List.of(words.hour(), words.today(), words.week_before()),
                table.rows().subList(Math.min(first, last), last).stream()
                        .map(row -> new Row(
                                row.key() + ":00",
                                row.key(),
                                List.of(
                                        cell(desk, row.takings().net()),
                                        cell(desk, row.before().net())),
                                ""))
                        .toList());
    }

    private static boolean isShown(TakingsTable.Row row) {
        int hour = Integer.parseInt(row.key());
        return (hour >= DAY_BEGINS && hour < DAY_ENDS)
                || row.takings().payments() + row.before().payments() > 0;
    }

    private static Cell cell(Desk desk, Money amount) {
        return new Cell(desk.money(amount), Formats.plain(amount));
    }
}
