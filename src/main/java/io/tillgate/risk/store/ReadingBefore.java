package io.tillgate.risk.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.risk.RiskFacts;
import io.tillgate.risk.RiskPolicy;
import io.tillgate.risk.RiskPolicy.Counter;
import io.tillgate.risk.domain.Fact;
import io.tillgate.risk.domain.Grain;
import io.tillgate.risk.domain.Subject;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Everything a decision needs to know of the past, in one statement: a sum per counter, and the lists of each value. */
public final class ReadingBefore {
    private static final String SQL = """
            select w.ord::int as counter, null::uuid as value, null::text as list,
                   coalesce(sum(c.attempts), 0)::bigint as attempts, coalesce(sum(c.amount), 0)::bigint as amount,
                   coalesce(sum(c.declines), 0)::bigint as declines
              from unnest($2::text[], $3::uuid[], $4::text[], $5::timestamptz[])
                   with ordinality as w (kind, subject, grain, since, ord)
              left join risk_counter c on c.tenant_id = $1 and c.kind = w.kind and c.subject = w.subject
                                      and c.grain = w.grain and c.bucket >= w.since
             group by w.ord
            union all
            select null, e.value_hash, e.list, 0, 0, 0
              from risk_list_entry e
             where e.tenant_id = $1 and e.value_hash = any ($6::uuid[]) and (e.expires_at is null or e.expires_at > $7)""";

    private ReadingBefore() {}

    /**
     * What was counted and listed.
     *
     * @param counters one for every counter of the policy
     * @param listed by name of the fact; only what analysts added, not the lists of the policy itself
     */
    public record Before(Map<String, Long> counters, Map<String, Set<String>> listed) {}

    public static Uni<Before> read(SqlConnection connection, Question question) {
        List<Window> windows = windows(question);
        Map<UUID, Fact> values = values(question);
        return connection
                .preparedQuery(SQL)
                .execute(parameters(question, windows, values))
                .map(rows -> before(question, windows, values, rows));
    }

    /** Whose payment, when, and against which policy. */
    public record Question(TenantId tenant, RiskPolicy policy, RiskFacts facts, Instant at) {}

    private record Window(Counter counter, UUID subject, Grain grain, Instant since) {}

    private static List<Window> windows(Question question) {
        List<Window> windows = new ArrayList<>();
        for (Counter counter : question.policy.counters()) {
            Grain grain = Grain.ofWindow(counter.window());
            Instant since = grain.firstBucket(question.at, counter.window());
            Subject.ofKey(question.tenant, counter.key(), question.facts)
                    .ifPresent(subject -> windows.add(new Window(counter, subject, grain, since)));
        }
        return windows;
    }

    private static Map<UUID, Fact> values(Question question) {
        Map<UUID, Fact> values = new HashMap<>();
        for (Fact fact : Fact.values()) {
            if (fact.isText()) {
                values.put(Subject.hash(question.tenant, fact.of(question.facts).toString()), fact);
            }
        }
        return values;
    }

    private static Tuple parameters(Question question, List<Window> windows, Map<UUID, Fact> values) {
        return Tuple.of(question.tenant.value())
                .addValue(windows.stream().map(w -> w.counter.key().name()).toArray(String[]::new))
                .addValue(windows.stream().map(Window::subject).toArray(UUID[]::new))
                .addValue(windows.stream().map(w -> w.grain.name()).toArray(String[]::new))
                .addValue(windows.stream()
                        .map(w -> w.since.atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addValue(values.keySet().toArray(UUID[]::new))
                .addValue(question.at.atOffset(ZoneOffset.UTC));
    }

    private static Before before(Question question, List<Window> windows, Map<UUID, Fact> values, RowSet<Row> rows) {
        Map<String, Long> counters = new HashMap<>();
        question.policy.counters().forEach(counter -> counters.put(counter.name(), 0L));
        Map<String, Set<String>> listed = new HashMap<>();
        for (Row row : rows) {
            Integer ordinal = row.getInteger("counter");
            if (ordinal == null) {
                Fact fact = values.get(row.getUUID("value"));
                if (fact != null) {
                    listed.computeIfAbsent(fact.variable(), f -> new HashSet<>())
                            .add(row.getString("list"));
                }
            } else {
                Counter counter = windows.get(ordinal - 1).counter;
                counters.put(counter.name(), row.getLong(column(counter)));
            }
        }
        return new Before(counters, listed);
    }

    private static String column(Counter counter) {
        return switch (counter.measure()) {
            case COUNT -> "attempts";
            case AMOUNT -> "amount";
            case DECLINES -> "declines";
        };
    }
}
