package io.tillgate.risk.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.risk.RiskCount;
import io.tillgate.risk.RiskCount.Amounts;
import io.tillgate.risk.RiskCount.Bucket;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Adds the counts of a batch: summed per bucket first, then written in key order. */
public final class CountingAttempts implements BatchStatement<RiskCount> {
    private static final String SQL = """
            insert into risk_counter (tenant_id, kind, subject, grain, bucket, attempts, amount, declines)
            select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::timestamptz[],
                                 $6::bigint[], $7::bigint[], $8::bigint[])
                as t (tenant_id, kind, subject, grain, bucket, attempts, amount, declines)
             order by tenant_id, kind, subject, grain, bucket
            on conflict (tenant_id, kind, subject, grain, bucket) do update
               set attempts = risk_counter.attempts + excluded.attempts,
                   amount = risk_counter.amount + excluded.amount,
                   declines = risk_counter.declines + excluded.declines""";

    @Override
    public String name() {
        return "risk.counters";
    }

    @Override
    public int order() {
        return 820;
    }

    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<RiskCount> rows) {
        Map<Key, Amounts> sums = new HashMap<>();
        for (RiskCount row : rows) {
            for (Bucket bucket : row.buckets()) {
                sums.merge(new Key(row.tenant().value(), bucket), row.adds(), Amounts::plus);
            }
        }
        if (sums.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return connection.preparedQuery(SQL).execute(columns(sums)).replaceWith(Set.of());
    }

    private static Tuple columns(Map<Key, Amounts> sums) {
        List<Map.Entry<Key, Amounts>> rows = List.copyOf(sums.entrySet());
        return Tuple.tuple()
                .addValue(rows.stream().map(r -> r.getKey().tenant).toArray(UUID[]::new))
                .addValue(
                        rows.stream().map(r -> r.getKey().bucket.kind().name()).toArray(String[]::new))
                .addValue(rows.stream().map(r -> r.getKey().bucket.subject()).toArray(UUID[]::new))
                .addValue(
                        rows.stream().map(r -> r.getKey().bucket.grain().name()).toArray(String[]::new))
                .addValue(rows.stream()
                        .map(r -> r.getKey().bucket.start().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addValue(rows.stream().map(r -> r.getValue().attempts()).toArray(Long[]::new))
                .addValue(rows.stream().map(r -> r.getValue().amount()).toArray(Long[]::new))
                .addValue(rows.stream().map(r -> r.getValue().declines()).toArray(Long[]::new));
    }

    private record Key(UUID tenant, Bucket bucket) {}
}
