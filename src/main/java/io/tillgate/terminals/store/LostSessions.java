package io.tillgate.terminals.store;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends what a dead node left behind: sessions that nobody has seen for 45 seconds are lost, and wills whose time has
 * come and that nobody published are filed. So a terminal is off line a minute after its node died, at the latest. A
 * node that lives all the same, and was only cut off from the database, takes its sessions back at its next pulse.
 */
@ApplicationScoped
public class LostSessions {
    /** The end that is told of a session whose node is gone. */
    static final String REASON = "node_lost";

    private static final Duration PERIOD = Duration.ofSeconds(15);
    private static final int TENANTS_AT_ONCE_MAX = 500;
    private static final String END = "with gone as (select tenant_id, terminal_id from terminal_session"
            + " where connected and seen_at < $1::timestamptz - interval '45 seconds' limit 1000 for update skip locked),"
            + " ended as (update terminal_session s set connected = false, ended_at = $1, end_reason = '" + REASON
            + "',"
            + " expires_at = s.seen_at + make_interval(secs => s.expiry_seconds),"
            + " will_id = case when s.will is null then null else uuidv7() end,"
            + " will_due_at = case when s.will is null then null else $1::timestamptz end"
            + " from gone where s.tenant_id = gone.tenant_id and s.terminal_id = gone.terminal_id"
            + " returning s.tenant_id, s.terminal_id, s.merchant_id, s.epoch)"
            + " insert into terminal_event (tenant_id, id, terminal_id, merchant_id, kind, detail, occurred_at)"
            + " select tenant_id, uuidv7(), terminal_id, merchant_id, 'lost',"
            + " jsonb_build_object('epoch', epoch, 'reason', '" + REASON + "'), $1::timestamptz from ended";
    /** Ten seconds behind the node that held the connection: under one id, so it does not matter if both publish it. */
    private static final String FILE_WILLS = "with due as (select tenant_id, terminal_id from terminal_session"
            + " where will_due_at < $1::timestamptz - interval '10 seconds' limit 1000 for update skip locked),"
            + " settled as (update terminal_session s set will = null, will_id = null, will_due_at = null"
            + " from due where s.tenant_id = due.tenant_id and s.terminal_id = due.terminal_id"
            + " returning s.tenant_id, s.terminal_id, s.merchant_id, s.epoch,"
            + " old.will as message, old.will_id as id)"
            + " insert into terminal_event (tenant_id, id, terminal_id, merchant_id, kind, detail, occurred_at)"
            + " select tenant_id, id, terminal_id, merchant_id, 'will',"
            + " jsonb_build_object('epoch', epoch, 'message', message), $1::timestamptz from settled"
            + " on conflict do nothing";

    private final TenantTransaction transactions;
    private final TenantDirectory tenants;
    private final Clock clock;

    LostSessions(TenantTransaction transactions, TenantDirectory tenants, Clock clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Jobs jobs) {
        jobs.every("lost terminal sessions", PERIOD, this::round);
    }

    /** Up to a thousand sessions and a thousand wills of each set of tenants; what is left comes with the next round. */
    Uni<Void> round() {
        List<TenantId> all = tenants.all().stream().map(RealmEntry::tenant).toList();
        return Multi.createFrom()
                .iterable(slices(all))
                .onItem()
                .transformToUniAndConcatenate(some -> transactions.sql(Scope.tenants(some), this::settle))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> settle(SqlConnection connection) {
        Tuple now = Tuple.of(clock.instant().atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(END)
                .execute(now)
                .chain(() -> connection.preparedQuery(FILE_WILLS).execute(now))
                .replaceWithVoid();
    }

    private static List<List<TenantId>> slices(List<TenantId> all) {
        List<List<TenantId>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TENANTS_AT_ONCE_MAX) {
            slices.add(all.subList(from, Math.min(all.size(), from + TENANTS_AT_ONCE_MAX)));
        }
        return slices;
    }
}
