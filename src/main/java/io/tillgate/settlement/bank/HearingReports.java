package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.bank.store.BookingMemory;
import io.tillgate.settlement.bank.store.BookingMemory.Told;
import io.tillgate.settlement.bank.store.PayoutsInFiles;
import io.tillgate.settlement.bank.store.PayoutsInFiles.Known;
import io.tillgate.settlement.iso20022.AccountReport;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What follows from a {@code camt.053} or {@code camt.054}: read, groups taken apart, compared with what is ours and what was told
 * before; then {@link OneReport}. Everything in the caller's transaction, one message of a tenant at a time.
 */
@ApplicationScoped
class HearingReports {
    private final PayoutBook book;
    private final OwnAccounts accounts;
    private final BusinessClock clock;

    HearingReports(PayoutBook book, OwnAccounts accounts, BusinessClock clock) {
        this.book = book;
        this.accounts = accounts;
        this.clock = clock;
    }

    Uni<Tally> hear(SqlConnection connection, TenantId tenant, AccountReport report, UUID message) {
        OneReport hearing = new OneReport(
                new OneReport.Place(connection, tenant, message, Telling.source(report.type())),
                book,
                clock.now(tenant));
        return accounts.require(connection, tenant, report)
                .chain(() -> Expanding.groups(connection, tenant, ReadingMovements.of(report, clock.date(tenant))))
                .chain(movements -> known(connection, tenant, movements)
                        .chain(known -> told(connection, tenant, movements, known)
                                .chain(told -> hearing.all(movements, known, told))))
                .replaceWith(hearing.tally());
    }

    private static Uni<Map<String, Known>> known(SqlConnection connection, TenantId tenant, Movements movements) {
        Collection<String> names = movements.booked().stream()
                .flatMap(movement -> movement.names().stream())
                .distinct()
                .toList();
        return PayoutsInFiles.known(connection, tenant, names);
    }

    private static Uni<Map<String, List<Told>>> told(
            SqlConnection connection, TenantId tenant, Movements movements, Map<String, Known> known) {
        Collection<String> keys = Stream.concat(
                        Telling.items(movements.booked(), known).stream().flatMap(item -> item.keys().stream()),
                        Differences.numbered(movements.odd()).stream().map(Movements.Oddity::key))
                .distinct()
                .toList();
        return BookingMemory.told(connection, tenant, keys);
    }
}
