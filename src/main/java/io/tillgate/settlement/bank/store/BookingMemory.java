package io.tillgate.settlement.bank.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.bank.store.BankEntryTable.Entry;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code bank_booking}: which bookings were told, and by which kind of message. */
public final class BookingMemory {
    private static final String TOLD =
            "select key, source, reference from bank_booking where tenant_id = $1 and key = any($2)";
    private static final String REMEMBER = """
            insert into bank_booking (tenant_id, key, source, outcome, reference, message_id, end_to_end_id, amount, currency,
                   booked_on, reason_code, reason, told_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (tenant_id, key, source) do nothing""";
    private static final String WAITING = """
            select key, source, reference, end_to_end_id, amount, currency, booked_on, reason_code, reason
              from bank_booking
             where tenant_id = $1 and outcome = 'waiting' and end_to_end_id = any($2)
             order by key, source""";
    private static final int OVERDUE_MAX = 500;
    private static final String OVERDUE = """
            select key, source, reference, end_to_end_id, amount, currency, booked_on, reason_code, reason
              from bank_booking
             where tenant_id = $1 and outcome = 'waiting' and told_at < $2
             order by told_at limit\s""" + OVERDUE_MAX;
    private static final String SETTLED =
            "update bank_booking set outcome = $3 where tenant_id = $1 and key = $2 and outcome = 'waiting'";

    private BookingMemory() {}

    /** Who told of a booking. */
    public record Told(String source, @Nullable String reference) {}

    /** A booking as it is remembered. */
    public record Remembered(
            String key, String source, String outcome, UUID message, Booked booked, OffsetDateTime at) {}

    /** What was told of it. */
    public record Booked(
            @Nullable String reference,
            @Nullable String endToEndId,
            @Nullable Money amount,
            LocalDate on,
            @Nullable String reasonCode,
            @Nullable String reason) {
        /** What it came to in a message, for those who look at the message. */
        public Entry entry(String what, String outcome, @Nullable UUID difference) {
            return new Entry(what, outcome, endToEndId, amount, reference, reasonCode, reason, difference);
        }
    }

    /** A return whose booking had not come. */
    public record Waiting(String key, Booked booked) {}

    public static Uni<Map<String, List<Told>>> told(
            SqlConnection connection, TenantId tenant, Collection<String> keys) {
        return connection
                .preparedQuery(TOLD)
                .execute(Tuple.of(tenant.value(), keys.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<Told>> told = new HashMap<>();
                    rows.forEach(row -> told.computeIfAbsent(row.getString("key"), ignored -> new ArrayList<>())
                            .add(new Told(row.getString("source"), row.getString("reference"))));
                    return told;
                });
    }

    public static Uni<Void> remember(SqlConnection connection, TenantId tenant, List<Remembered> bookings) {
        if (bookings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(REMEMBER)
                .executeBatch(bookings.stream().map(each -> row(tenant, each)).toList())
                .replaceWithVoid();
    }

    public static Uni<List<Waiting>> waiting(SqlConnection connection, TenantId tenant, Collection<String> endToEnd) {
        return waiting(connection, WAITING, Tuple.of(tenant.value(), endToEnd.toArray(String[]::new)));
    }

    /** Those that were told before a moment, at most a few hundred. */
    public static Uni<List<Waiting>> overdue(SqlConnection connection, TenantId tenant, Instant before) {
        return waiting(connection, OVERDUE, Tuple.of(tenant.value(), before.atOffset(ZoneOffset.UTC)));
    }

    private static Uni<List<Waiting>> waiting(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> {
            List<Waiting> waiting = new ArrayList<>();
            rows.forEach(row -> waiting.add(new Waiting(row.getString("key"), booked(row))));
            return waiting;
        });
    }

    public static Uni<Void> settled(SqlConnection connection, TenantId tenant, String key, String outcome) {
        return connection
                .preparedQuery(SETTLED)
                .execute(Tuple.of(tenant.value(), key, outcome))
                .replaceWithVoid();
    }

    private static Booked booked(Row row) {
        return new Booked(
                row.getString("reference"),
                row.getString("end_to_end_id"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getLocalDate("booked_on"),
                row.getString("reason_code"),
                row.getString("reason"));
    }

    private static Tuple row(TenantId tenant, Remembered each) {
        Booked booked = each.booked();
        Money amount = booked.amount();
        return Tuple.tuple(Arrays.asList(
                tenant.value(),
                each.key(),
                each.source(),
                each.outcome(),
                booked.reference(),
                each.message(),
                booked.endToEndId(),
                amount == null ? null : amount.value(),
                amount == null ? null : amount.currency().getCurrencyCode(),
                booked.on(),
                booked.reasonCode(),
                booked.reason(),
                each.at()));
    }
}
