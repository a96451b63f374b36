package io.tillgate.platform.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells committed events to their listeners. A claim pushes the next attempt into the future, so a replica that dies
 * loses nothing and no remote call is made inside a transaction. After {@value #ATTEMPTS_MAX} failures an event is
 * dead: it stays, counted, until a person clears it, and later events of its key go on.
 */
@ApplicationScoped
class OutboxDispatch {
    static final int ATTEMPTS_MAX = 20;

    private static final Logger LOG = Logger.getLogger(OutboxDispatch.class);
    private static final int CLAIM_MAX = 100;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final String CLAIM = "update outbox_event o set attempts = attempts + 1,"
            + " next_attempt_at = now() + least(interval '1 second' * power(2, attempts), interval '10 minutes') + interval '30 seconds'"
            + " from (select tenant_id, id from outbox_event e where not dead and next_attempt_at <= now()"
            + "   and not exists (select 1 from outbox_event p where p.tenant_id = e.tenant_id and p.key = e.key"
            + "     and p.id < e.id and not p.dead)"
            + "   order by id limit " + CLAIM_MAX + " for update skip locked) due"
            + " where o.tenant_id = due.tenant_id and o.id = due.id"
            + " returning o.tenant_id, o.id, o.type, o.key, o.payload, o.attempts";
    private static final String DONE = "delete from outbox_event where tenant_id = $1 and id = $2";
    private static final String DONE_ALL =
            "delete from outbox_event o using unnest($1::uuid[], $2::uuid[]) as d(tenant_id, id)"
                    + " where o.tenant_id = d.tenant_id and o.id = d.id";
    private static final String FAILED = "update outbox_event set last_error = $3, dead = attempts >= " + ATTEMPTS_MAX
            + ", next_attempt_at = now() + least(interval '1 second' * power(2, attempts), interval '10 minutes')"
            + " where tenant_id = $1 and id = $2";

    private final TenantTransaction transactions;
    private final TenantDirectory tenants;
    private final List<OutboxBatchListener> many;
    private final List<OutboxListener> one;
    private final Jobs jobs;
    private final MeterRegistry metrics;

    OutboxDispatch(
            TenantTransaction transactions,
            TenantDirectory tenants,
            @All List<OutboxListener> listeners,
            Jobs jobs,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.many = listeners.stream()
                .filter(OutboxBatchListener.class::isInstance)
                .map(OutboxBatchListener.class::cast)
                .toList();
        this.one = listeners.stream()
                .filter(listener -> !(listener instanceof OutboxBatchListener))
                .toList();
        this.jobs = jobs;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        jobs.everyOnEachReplica("outbox-dispatch", POLL, this::round);
    }

    /** Claims and tells until nothing is due. */
    Uni<Void> round() {
        List<TenantId> all =
                new ArrayList<>(tenants.all().stream().map(RealmEntry::tenant).toList());
        all.add(io.tillgate.platform.identity.Caller.PLATFORM);
        return Multi.createFrom()
                .iterable(sets(all))
                .onItem()
                .transformToUniAndConcatenate(this::claimAndTell)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> claimAndTell(Scope scope) {
        return transactions
                .sql(scope, connection -> connection.query(CLAIM).execute())
                .map(OutboxDispatch::events)
                .chain(events -> tell(scope, events).replaceWith(events.size()))
                .chain(told -> told == CLAIM_MAX
                        ? claimAndTell(scope)
                        : Uni.createFrom().voidItem());
    }

    /** First whoever takes many at once, then the others, event by event. No two of the events have one key. */
    private Uni<Void> tell(Scope scope, List<OutboxEvent> events) {
        Map<UUID, Throwable> failed = new HashMap<>();
        return eachOf(many, listener -> tellMany(listener, events, failed)).chain(() -> {
            List<OutboxEvent> done = events.stream()
                    .filter(event ->
                            !failed.containsKey(event.id()) && wanting(event).isEmpty())
                    .toList();
            List<OutboxEvent> rest =
                    events.stream().filter(event -> !done.contains(event)).toList();
            return finishAll(scope, done).chain(() -> eachOf(rest, event -> tellAll(event, failed.get(event.id()))));
        });
    }

    private Uni<Void> tellMany(OutboxBatchListener listener, List<OutboxEvent> events, Map<UUID, Throwable> failed) {
        List<OutboxEvent> wanted = events.stream()
                .filter(event -> listener.types().contains(event.type()) && !failed.containsKey(event.id()))
                .toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> listener.onAll(wanted))
                .onFailure()
                .recoverWithUni(together -> eachOf(
                        wanted,
                        event -> Uni.createFrom()
                                .deferred(() -> listener.on(event))
                                .onFailure()
                                .invoke(fault -> {
                                    failed.put(event.id(), fault);
                                    count(event, listener, fault);
                                })
                                .onFailure()
                                .recoverWithNull()));
    }

    private List<OutboxListener> wanting(OutboxEvent event) {
        return one.stream()
                .filter(listener -> listener.types().contains(event.type()))
                .toList();
    }

    private Uni<Void> tellAll(OutboxEvent event, @Nullable Throwable before) {
        if (before != null) {
            return failed(event, before);
        }
        return eachOf(
                        wanting(event),
                        listener -> Uni.createFrom()
                                .deferred(() -> listener.on(event))
                                .onFailure()
                                .invoke(fault -> count(event, listener, fault)))
                .chain(() -> finish(DONE, event, Tuple.of(event.tenant().value(), event.id())))
                .onFailure()
                .recoverWithUni(fault -> failed(event, fault));
    }

    private Uni<Void> failed(OutboxEvent event, Throwable fault) {
        return finish(FAILED, event, Tuple.of(event.tenant().value(), event.id(), shortened(fault)));
    }

    private Uni<Void> finishAll(Scope scope, List<OutboxEvent> done) {
        if (done.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple keys = ColumnArrays.of(done)
                .ids(OutboxEvent::tenant)
                .uuids(OutboxEvent::id)
                .tuple();
        return transactions
                .sql(scope, connection -> connection.preparedQuery(DONE_ALL).execute(keys))
                .replaceWithVoid();
    }

    private static <T> Uni<Void> eachOf(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> finish(String sql, OutboxEvent event, Tuple columns) {
        return transactions
                .sql(
                        Scope.tenant(event.tenant()),
                        connection -> connection.preparedQuery(sql).execute(columns))
                .replaceWithVoid();
    }

    private void count(OutboxEvent event, OutboxListener listener, Throwable fault) {
        metrics.counter("tillgate.outbox.failures", "listener", listener.name()).increment();
        LOG.warnf("event %s %s was not taken by %s: %s", event.type(), event.id(), listener.name(), fault.toString());
    }

    private static List<Scope> sets(List<TenantId> tenants) {
        List<Scope> sets = new ArrayList<>();
        for (int from = 0; from < tenants.size(); from += Scope.TENANTS_MAX) {
            Collection<TenantId> set = tenants.subList(from, Math.min(tenants.size(), from + Scope.TENANTS_MAX));
            sets.add(Scope.tenants(set));
        }
        return sets;
    }

    private static List<OutboxEvent> events(RowSet<Row> rows) {
        List<OutboxEvent> events = new ArrayList<>();
        rows.forEach(row -> events.add(new OutboxEvent(
                new TenantId(row.getUUID("tenant_id")),
                row.getUUID("id"),
                row.getString("type"),
                row.getString("key"),
                (JsonObject) row.getJson("payload"))));
        events.sort(java.util.Comparator.comparing(event -> event.id().toString()));
        return events;
    }

    private static String shortened(Throwable fault) {
        String text = Objects.toString(fault.getMessage(), fault.getClass().getSimpleName());
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
