package io.tillgate.analytics.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Home;
import io.tillgate.analytics.Measured;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Products;
import io.tillgate.analytics.Question;
import io.tillgate.analytics.Summary;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.analytics.TakingsTable;
import io.tillgate.analytics.domain.Keyed;
import io.tillgate.analytics.domain.Parts;
import io.tillgate.analytics.domain.Tables;
import io.tillgate.analytics.store.Asked;
import io.tillgate.analytics.store.Figures;
import io.tillgate.analytics.store.Figures.DayAndMethod;
import io.tillgate.analytics.store.Figures.Sold;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takings, summaries, products and the first page. */
@ApplicationScoped
public class SummingUp {
    private final Answering answering;

    SummingUp(Answering answering) {
        this.answering = answering;
    }

    public Uni<Summary> summary(Question question) {
        Asked asked = answering.asked(question);
        return answering.in(question, connection -> summary(connection, asked));
    }

    private Uni<Summary> summary(SqlConnection connection, Asked asked) {
        return Uni.combine()
                .all()
                .unis(
                        answering.measured(connection, asked),
                        Figures.takings(connection, asked, TakingsBy.METHOD),
                        Figures.baskets(connection, asked))
                .with((measured, methods, sold) -> summary(measured, methods, sold));
    }

    private static Summary summary(Measured measured, Keyed methods, Sold sold) {
        var currency = measured.currency();
        return new Summary(
                measured,
                measured.period().before(),
                Parts.of(methods.now(), sold.now(), currency),
                Parts.of(methods.before(), sold.before(), currency));
    }

    public Uni<TakingsTable> takings(Question question, TakingsBy by) {
        Asked asked = answering.asked(question);
        return answering.in(question, connection -> takings(connection, asked, by));
    }

    private Uni<TakingsTable> takings(SqlConnection connection, Asked asked, TakingsBy by) {
        return Uni.combine()
                .all()
                .unis(answering.measured(connection, asked), Figures.takings(connection, asked, by))
                .with((measured, keyed) -> Tables.of(measured, by, keyed, cutOff(asked)));
    }

    public Uni<Products> products(Question question, int limit) {
        Asked asked = answering.asked(question);
        return answering.in(
                question,
                connection -> Uni.combine()
                        .all()
                        .unis(answering.measured(connection, asked), Figures.products(connection, asked, limit))
                        .with(SummingUp::products));
    }

    private static Products products(Measured measured, Figures.TopProducts top) {
        return new Products(
                measured, measured.period().before(), top.rows(), new Money(top.total(), measured.currency()));
    }

    /** Eight statements on one connection, sent without waiting for each other. */
    public Uni<Home> home(TenantId tenant, MerchantId merchant, @Nullable StoreId store) {
        Question today = Question.ofMerchant(tenant, merchant, Period.of(answering.today(tenant)))
                .at(store);
        Asked day = answering.asked(today);
        Asked month = answering.asked(today.in(Period.endingWith(today.period().to(), Home.DAYS)));
        return answering.in(
                today,
                connection -> Uni.combine()
                        .all()
                        .unis(
                                summary(connection, day),
                                Figures.takings(connection, day, TakingsBy.HOUR),
                                Figures.takings(connection, day, TakingsBy.TILL),
                                Figures.daysAndMethods(connection, month),
                                Figures.products(connection, month, Home.PRODUCTS))
                        .with((summary, hours, tills, days, products) -> home(
                                new Read(summary, hours, tills, days, products), month, answering.timeOfDay(tenant))));
    }

    /** What a home was read from. */
    private record Read(
            Summary today, Keyed hours, Keyed tills, List<DayAndMethod> days, Figures.TopProducts products) {}

    private Home home(Read read, Asked month, LocalTime now) {
        LocalTime cutOff = cutOff(month);
        Measured today = read.today().measured();
        Measured days = new Measured(
                today.asOf(),
                month.question().period(),
                today.currency(),
                today.zone(),
                today.open(),
                today.otherCurrencies());
        Keyed methods =
                Keyed.of(read.days().stream().map(DayAndMethod::byMethod).toList());
        TakingsTable hours = Tables.of(today, TakingsBy.HOUR, read.hours(), cutOff);
        return new Home(
                read.today(),
                Tables.soFar(hours, now, cutOff),
                hours,
                Tables.of(
                        days,
                        TakingsBy.DAY,
                        Keyed.of(read.days().stream().map(DayAndMethod::group).toList()),
                        cutOff),
                Tables.of(days, TakingsBy.METHOD, methods, cutOff),
                methods.totalNow().rate(),
                products(days, read.products()),
                Tables.of(today, TakingsBy.TILL, read.tills(), cutOff));
    }

    private LocalTime cutOff(Asked asked) {
        return answering.day(asked.question().tenant()).cutOff();
    }
}
