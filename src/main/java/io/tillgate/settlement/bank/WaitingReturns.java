package io.tillgate.settlement.bank;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.bank.PayoutBook.Difference;
import io.tillgate.settlement.bank.store.BookingMemory;
import io.tillgate.settlement.bank.store.BookingMemory.Booked;
import io.tillgate.settlement.bank.store.BookingMemory.Waiting;
import io.tillgate.settlement.store.BreakTable.Moved;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Money that came back of a payout waits for that payout's booking, but not for ever: then it is a difference like any other. */
@ApplicationScoped
class WaitingReturns {
    private static final Logger LOG = Logger.getLogger(WaitingReturns.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final TenantTransaction transactions;
    private final Tenants tenants;
    private final PayoutBook book;
    private final BusinessClock clock;
    private final BankConfig config;

    WaitingReturns(
            TenantTransaction transactions, Tenants tenants, PayoutBook book, BusinessClock clock, BankConfig config) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.book = book;
        this.clock = clock;
        this.config = config;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.every("bank-waiting-returns", EVERY, this::all);
    }

    private Uni<Void> all() {
        return Multi.createFrom()
                .iterable(tenants.all())
                .onItem()
                .transformToUniAndConcatenate(tenant -> one(tenant.id(), clock.now(tenant.id()))
                        .onFailure(Exception.class)
                        .invoke(fault -> LOG.warnf("waiting returns of %s: %s", tenant.slug(), fault.toString()))
                        .onFailure(Exception.class)
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** No message of the tenant is worked on meanwhile: what it tells of may be what these wait for. */
    Uni<Void> one(TenantId tenant, Instant now) {
        return transactions.sql(
                Scope.tenant(tenant),
                connection -> TakingBankMessages.locked(connection, tenant)
                        .chain(() -> BookingMemory.overdue(connection, tenant, now.minus(config.returnPatience())))
                        .chain(overdue -> Multi.createFrom()
                                .iterable(overdue)
                                .onItem()
                                .transformToUniAndConcatenate(row -> open(connection, tenant, row))
                                .collect()
                                .last()
                                .replaceWithVoid()));
    }

    private Uni<Void> open(SqlConnection connection, TenantId tenant, Waiting row) {
        Booked booked = row.booked();
        Money amount = Objects.requireNonNull(booked.amount());
        Difference difference = new Difference(
                "return-without-booking",
                "money came back on " + booked.on() + " of a payout whose booking the bank has not told",
                amount,
                booked.reference(),
                booked.endToEndId(),
                new Moved(amount, row.key()));
        return book.open(connection, tenant, difference)
                .chain(() -> BookingMemory.settled(connection, tenant, row.key(), "broken"));
    }
}
