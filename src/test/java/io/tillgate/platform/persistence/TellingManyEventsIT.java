package io.tillgate.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.platform.jobs.Jobs;
import io.tillgate.shared.TenantId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events for listeners that take many at once, of a tenant that only this test's dispatcher knows. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class TellingManyEventsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TYPE = "test.happened";

    @Inject
    TenantTransaction transactions;

    @Inject
    Outbox outbox;

    @Inject
    Jobs jobs;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final Many many = new Many();
    private final One one = new One();

    @AfterEach
    void no_events() {
        sql("delete from outbox_event where tenant_id = $1");
    }

    @Test
    void many_are_told_in_one_call_and_are_gone() {
        publish("a", "b", "c");

        dispatch(many);

        assertThat(many.batches).containsExactly(List.of("a", "b", "c"));
        assertThat(left()).isEmpty();
    }

    @Test
    void one_bad_event_holds_up_nobody_and_stays() {
        publish("a", "bad", "c");

        dispatch(many);

        assertThat(many.alone).containsExactly("a", "c");
        assertThat(left()).containsExactly("bad");
    }

    @Test
    void whoever_takes_one_at_a_time_is_told_too_but_not_of_what_failed_before() {
        publish("a", "bad", "c");

        dispatch(many, one);

        assertThat(one.told).containsExactly("a", "c");
        assertThat(left()).containsExactly("bad");
    }

    @Test
    void events_of_one_key_come_one_after_the_other() {
        publish("a", "a", "b");

        dispatch(many);
        assertThat(many.batches).containsExactly(List.of("a", "b"));
        dispatch(many);

        assertThat(many.batches).containsExactly(List.of("a", "b"), List.of("a"));
        assertThat(left()).isEmpty();
    }

    /** Takes all or none, and never the bad one. */
    private static final class Many implements OutboxBatchListener {
        final List<List<String>> batches = new ArrayList<>();
        final List<String> alone = new ArrayList<>();

        @Override
        public String name() {
            return "many";
        }

        @Override
        public Set<String> types() {
            return Set.of(TYPE);
        }

        @Override
        public Uni<Void> onAll(List<OutboxEvent> events) {
            List<String> keys = events.stream().map(OutboxEvent::key).toList();
            if (keys.contains("bad")) {
                return Uni.createFrom().failure(new IllegalStateException("not this one"));
            }
            batches.add(keys);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> on(OutboxEvent event) {
            if (event.key().equals("bad")) {
                return Uni.createFrom().failure(new IllegalStateException("not this one"));
            }
            alone.add(event.key());
            return Uni.createFrom().voidItem();
        }
    }

    private static final class One implements OutboxListener {
        final List<String> told = new ArrayList<>();

        @Override
        public String name() {
            return "one";
        }

        @Override
        public Set<String> types() {
            return Set.of(TYPE);
        }

        @Override
        public Uni<Void> on(OutboxEvent event) {
            told.add(event.key());
            return Uni.createFrom().voidItem();
        }
    }

    private void dispatch(OutboxListener... listeners) {
        TenantDirectory mine = new TenantDirectory() {
            @Override
            public Optional<RealmEntry> byIssuer(String issuer) {
                return Optional.empty();
            }

            @Override
            public Optional<RealmEntry> bySlug(String slug) {
                return Optional.empty();
            }

            @Override
            public List<RealmEntry> all() {
                return List.of(new RealmEntry(tenant, "mine", "mine", "mine", false));
            }
        };
        new OutboxDispatch(transactions, mine, List.of(listeners), jobs, new SimpleMeterRegistry())
                .round()
                .await()
                .atMost(PATIENCE);
    }

    private void publish(String... keys) {
        for (String key : keys) {
            transactions
                    .sql(
                            Scope.tenant(tenant),
                            connection -> outbox.publish(connection, outbox.event(tenant, TYPE, key, new JsonObject())))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    private List<String> left() {
        return sql("select key from outbox_event where tenant_id = $1 order by id");
    }

    private List<String> sql(String sql) {
        return transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> connection.preparedQuery(sql).execute(Tuple.of(tenant.value())))
                .map(rows -> {
                    List<String> keys = new ArrayList<>();
                    rows.forEach(row -> keys.add(row.getString(0)));
                    return keys;
                })
                .await()
                .atMost(PATIENCE);
    }
}
