package io.tillgate.analytics.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Measured;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Question;
import io.tillgate.analytics.store.Asked;
import io.tillgate.analytics.store.Figures;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.BusinessDay;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/** What every answer needs: one transaction in the asker's scope, and the moment, unit and zone of its figures. */
@ApplicationScoped
class Answering {
    private final TenantTransaction transactions;
    private final Outbox outbox;
    private final Tenants tenants;
    private final BusinessClock clock;

    Answering(TenantTransaction transactions, Outbox outbox, Tenants tenants, BusinessClock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.tenants = tenants;
        this.clock = clock;
    }

    <T> Uni<T> in(Question question, Function<SqlConnection, Uni<T>> work) {
        return transactions.sql(question.scope(), work);
    }

    Asked asked(Question question) {
        Currency currency = question.currency();
        return new Asked(
                question, currency == null ? settings(question.tenant()).currency() : currency);
    }

    Uni<Measured> measured(SqlConnection connection, Asked asked) {
        return Figures.otherCurrencies(connection, asked)
                .chain(others -> outbox.waiting(connection, asked.question().tenant(), HearingOfPayments.TYPES)
                        .map(waiting -> measured(
                                asked,
                                others,
                                clock.now(asked.question().tenant()).minus(waiting))));
    }

    private Measured measured(Asked asked, List<Currency> others, Instant asOf) {
        Period period = asked.question().period();
        TenantId tenant = asked.question().tenant();
        return new Measured(
                asOf, period, asked.currency(), day(tenant).zone(), !period.to().isBefore(clock.date(tenant)), others);
    }

    BusinessDay day(TenantId tenant) {
        return settings(tenant).businessDay();
    }

    /** The present business date. */
    LocalDate today(TenantId tenant) {
        return clock.date(tenant);
    }

    /** The tenant's clock on the wall. */
    LocalTime timeOfDay(TenantId tenant) {
        return clock.now(tenant).atZone(day(tenant).zone()).toLocalTime();
    }

    private TenantSettings settings(TenantId tenant) {
        return tenants.settings(tenant);
    }
}
