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

/** What every answer needs: one round trip in the asker's scope, and the moment, unit and zone of its figures. */
@ApplicationScoped
class Answering {
    /** A plan for any dates and merchant guesses one row of them, and reads all of a tenant's that month. */
    private static final String FOR_THESE_DATES = "set local plan_cache_mode = force_custom_plan";

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

    /** @param work sends its statements without waiting for one of them */
    <T> Uni<T> in(Question question, Function<SqlConnection, Uni<T>> work) {
        return transactions.read(
                question.scope(),
                connection -> Uni.combine()
                        .all()
                        .unis(connection.query(FOR_THESE_DATES).execute(), work.apply(connection))
                        .with((set, answer) -> answer));
    }

    Asked asked(Question question) {
        Currency currency = question.currency();
        return new Asked(
                question, currency == null ? settings(question.tenant()).currency() : currency);
    }

    /** Comes first: what is counted after the moment is told may be more, never less. */
    Uni<Measured> measured(SqlConnection connection, Asked asked) {
        TenantId tenant = asked.question().tenant();
        Instant now = clock.now(tenant);
        return Uni.combine()
                .all()
                .unis(
                        outbox.waiting(connection, tenant, HearingOfPayments.TYPES),
                        Figures.otherCurrencies(connection, asked))
                .with((waiting, others) -> measured(asked, others, now.minus(waiting)));
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
