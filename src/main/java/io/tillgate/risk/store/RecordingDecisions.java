package io.tillgate.risk.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.risk.RecordedDecision;
import io.tillgate.risk.RiskDecision;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes decisions, and a review for each that asks for one. */
public final class RecordingDecisions implements BatchStatement<RecordedDecision> {
    private static final String SQL = """
            with decided as (
              insert into risk_decision (tenant_id, business_date, id, outcome, score, reason, merchant_id, terminal_id,
                                         facts, counters, listed, fired, decided_at, took_micros)
              select tenant_id, business_date, id, outcome, score, reason, merchant_id, terminal_id,
                     facts::jsonb, counters::jsonb, listed::jsonb, fired::jsonb, decided_at, took_micros
                from unnest($1::uuid[], $2::date[], $3::uuid[], $4::text[], $5::int[], $6::text[], $7::uuid[], $8::uuid[],
                            $9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::int[])
                  as t (tenant_id, business_date, id, outcome, score, reason, merchant_id, terminal_id,
                        facts, counters, listed, fired, decided_at, took_micros)
              on conflict do nothing
              returning tenant_id, business_date, id, outcome, decided_at),
            opened as (
              insert into risk_review (tenant_id, id, business_date, opened_at)
              select tenant_id, id, business_date, decided_at from decided where outcome = 'review')
            select id from decided""";

    @Override
    public String name() {
        return "risk.decisions";
    }

    @Override
    public int order() {
        return 320;
    }

    @Override
    public Uni<Set<Integer>> write(SqlConnection connection, List<RecordedDecision> rows) {
        return connection.preparedQuery(SQL).execute(columns(rows)).map(written -> unwritten(rows, written));
    }

    private static Set<Integer> unwritten(List<RecordedDecision> rows, RowSet<Row> written) {
        Set<UUID> ids = new HashSet<>();
        written.forEach(row -> ids.add(row.getUUID("id")));
        Set<Integer> refused = new HashSet<>();
        IntStream.range(0, rows.size())
                .filter(i -> !ids.remove(rows.get(i).payment().value()))
                .forEach(refused::add);
        return refused;
    }

    private static Tuple columns(List<RecordedDecision> rows) {
        return Tuple.tuple()
                .addValue(column(rows, r -> r.tenant().value(), UUID[]::new))
                .addValue(column(rows, RecordedDecision::businessDate, LocalDate[]::new))
                .addValue(column(rows, r -> r.payment().value(), UUID[]::new))
                .addValue(column(rows, r -> r.decision().outcome(), String[]::new))
                .addValue(column(rows, r -> r.decision().evidence().score(), Integer[]::new))
                .addValue(column(rows, r -> reason(r.decision()), String[]::new))
                .addValue(column(
                        rows,
                        r -> r.decision().evidence().facts().place().merchant().value(),
                        UUID[]::new))
                .addValue(column(
                        rows,
                        r -> r.decision().evidence().facts().place().terminal().value(),
                        UUID[]::new))
                .addValue(column(
                        rows,
                        r -> DecisionJson.facts(r.decision().evidence().facts()).encode(),
                        String[]::new))
                .addValue(column(
                        rows,
                        r -> DecisionJson.counters(r.decision().evidence()).encode(),
                        String[]::new))
                .addValue(column(
                        rows, r -> DecisionJson.listed(r.decision().evidence()).encode(), String[]::new))
                .addValue(column(
                        rows, r -> DecisionJson.fired(r.decision().evidence()).encode(), String[]::new))
                .addValue(
                        column(rows, r -> r.decision().evidence().at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addValue(column(rows, r -> micros(r.decision().evidence().tookNanos()), Integer[]::new));
    }

    private static <T extends @Nullable Object> T[] column(
            List<RecordedDecision> rows, Function<RecordedDecision, T> value, IntFunction<T[]> array) {
        T[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }

    private static @Nullable String reason(RiskDecision decision) {
        return switch (decision) {
            case RiskDecision.Proceed p -> null;
            case RiskDecision.Refuse refuse -> refuse.reason();
            case RiskDecision.Review review -> review.reason();
        };
    }

    private static int micros(long nanos) {
        return (int) Math.min(Integer.MAX_VALUE, nanos / 1_000);
    }
}
