package io.tillgate.analytics.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.AnalyticsProblem;
import io.tillgate.analytics.Approvals;
import io.tillgate.analytics.Customers;
import io.tillgate.analytics.DeclineCause;
import io.tillgate.analytics.Measured;
import io.tillgate.analytics.MerchantVolumes;
import io.tillgate.analytics.Question;
import io.tillgate.analytics.Summary.Rate;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.analytics.domain.Keyed;
import io.tillgate.analytics.domain.ResponseMeaning;
import io.tillgate.analytics.domain.Tables;
import io.tillgate.analytics.store.Asked;
import io.tillgate.analytics.store.CardVisits;
import io.tillgate.analytics.store.CardVisits.Counted;
import io.tillgate.analytics.store.Figures;
import io.tillgate.analytics.store.Figures.DayAndMethod;
import io.tillgate.analytics.store.Figures.Stopped;
import io.tillgate.analytics.store.Volumes;
import io.tillgate.merchants.Merchants;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Approvals, customers, and the acquirer's merchants. */
@ApplicationScoped
public class CountingPeople {
    private static final int REASONS_MAX = 50;

    private final Answering answering;
    private final Merchants merchants;

    CountingPeople(Answering answering, Merchants merchants) {
        this.answering = answering;
        this.merchants = merchants;
    }

    public Uni<Approvals> approvals(Question question) {
        Asked asked = answering.asked(question);
        return answering.in(
                question,
                connection -> Uni.combine()
                        .all()
                        .unis(
                                answering.measured(connection, asked),
                                Figures.daysAndMethods(connection, asked),
                                Figures.declines(connection, asked, REASONS_MAX))
                        .with(CountingPeople::approvals));
    }

    private static Approvals approvals(Measured measured, List<DayAndMethod> cells, List<Stopped> stopped) {
        Keyed days = Keyed.of(cells.stream().map(DayAndMethod::group).toList());
        Keyed methods = Keyed.of(cells.stream().map(DayAndMethod::byMethod).toList());
        return new Approvals(
                measured,
                measured.period().before(),
                days.totalNow().rate(),
                days.totalBefore().rate(),
                methods.keys().stream()
                        .filter(method -> methods.nowOf(method).tried() > 0)
                        .map(method -> new Approvals.ByMethod(
                                method, methods.nowOf(method).rate()))
                        .toList(),
                measured.period()
                        .from()
                        .datesUntil(measured.period().to().plusDays(1))
                        .map(day -> new Approvals.ByDay(
                                day, days.nowOf(day.toString()).rate()))
                        .toList(),
                stopped.stream().map(each -> decline(each, measured)).toList());
    }

    private static Approvals.Decline decline(Stopped stopped, Measured measured) {
        DeclineCause cause =
                DeclineCause.valueOf(stopped.cause().replace('-', '_').toUpperCase(Locale.ROOT));
        ResponseMeaning meaning = ResponseMeaning.of(cause, stopped.responseCode());
        return new Approvals.Decline(
                cause,
                stopped.responseCode().isEmpty() ? null : stopped.responseCode(),
                meaning.en(),
                meaning.zh(),
                stopped.declined(),
                new Money(stopped.amount(), measured.currency()));
    }

    public Uni<Customers> customers(Question question) {
        if (question.period().days() > Customers.DAYS_MAX) {
            throw new Refusal(
                    AnalyticsProblem.PERIOD_INVALID,
                    "customers are counted over " + Customers.DAYS_MAX + " days at most");
        }
        Asked asked = answering.asked(question);
        return answering.in(
                question,
                connection -> Uni.combine()
                        .all()
                        .unis(answering.measured(connection, asked), CardVisits.count(connection, asked))
                        .with(CountingPeople::customers));
    }

    private static Customers customers(Measured measured, Counted counted) {
        return new Customers(
                measured,
                counted.cards(),
                counted.repeat(),
                counted.known(),
                Rate.of(counted.cards(), counted.repeat()).basisPoints(),
                Rate.of(counted.cards(), counted.known()).basisPoints(),
                counted.visits(),
                new Money(counted.amount(), measured.currency()),
                new Money(counted.repeatAmount(), measured.currency()),
                counted.repeat() == 0 ? null : Math.toIntExact(counted.tenthsBetween()));
    }

    public Uni<MerchantVolumes> merchants(Question question, int limit) {
        Asked asked = answering.asked(question);
        return answering
                .in(
                        question,
                        connection -> Uni.combine()
                                .all()
                                .unis(
                                        answering.measured(connection, asked),
                                        Figures.takings(connection, asked, TakingsBy.MERCHANT),
                                        Figures.takings(connection, asked, TakingsBy.METHOD),
                                        Volumes.tills(connection, asked))
                                .with(ByMerchant::new))
                .chain(read -> names(question, read, limit).map(names -> volumes(read, names, limit)));
    }

    private record ByMerchant(Measured measured, Keyed merchants, Keyed methods, Map<MerchantId, Long> tills) {
        List<MerchantId> largest(int limit) {
            return Tables.of(measured, TakingsBy.MERCHANT, merchants, LocalTime.MIDNIGHT).rows().stream()
                    .limit(limit)
                    .map(row -> new MerchantId(UUID.fromString(row.key())))
                    .toList();
        }
    }

    private Uni<Map<MerchantId, String>> names(Question question, ByMerchant read, int limit) {
        return merchants.names(question.tenant(), read.largest(limit));
    }

    private static MerchantVolumes volumes(ByMerchant read, Map<MerchantId, String> names, int limit) {
        var currency = read.measured().currency();
        List<MerchantVolumes.Row> rows = read.largest(limit).stream()
                .map(merchant -> row(read, merchant, names.get(merchant)))
                .toList();
        var cards = read.methods().now().entrySet().stream()
                .filter(method -> !method.getKey().equals("cash"))
                .collect(Collectors.mapping(
                        Map.Entry::getValue,
                        Collectors.reducing(
                                io.tillgate.analytics.domain.Sums.NONE, io.tillgate.analytics.domain.Sums::plus)));
        return new MerchantVolumes(
                read.measured(),
                read.measured().period().before(),
                rows,
                read.merchants().now().values().stream()
                        .filter(sums -> sums.payments() > 0)
                        .count(),
                read.tills().values().stream().mapToLong(Long::longValue).sum(),
                read.merchants().totalNow().takings(currency),
                cards.takings(currency));
    }

    private static MerchantVolumes.Row row(ByMerchant read, MerchantId merchant, @Nullable String name) {
        var currency = read.measured().currency();
        String key = merchant.toString();
        return new MerchantVolumes.Row(
                merchant,
                name,
                read.merchants().nowOf(key).takings(currency),
                read.merchants().beforeOf(key).takings(currency),
                read.merchants().nowOf(key).rate(),
                read.tills().getOrDefault(merchant, 0L));
    }
}
