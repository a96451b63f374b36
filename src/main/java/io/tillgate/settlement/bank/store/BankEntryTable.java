package io.tillgate.settlement.bank.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.BankEntryView;
import io.tillgate.settlement.BankSaid;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of {@code bank_entry}. */
public final class BankEntryTable {
    private static final String INSERT = """
            insert into bank_entry (tenant_id, message_id, number, what, outcome, end_to_end_id, amount, currency, reference,
                   reason_code, reason, break_id, told_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)""";

    /** With the payout that is meant, whose merchant, and the number of the break that finance knows. */
    private static final String PAGE = """
            select e.number, e.what, e.outcome, e.end_to_end_id, e.amount, e.currency, e.reference, e.reason_code, e.reason,
                   a.payout_id, m.trading_name, b.number as break_number, b.state as break_state
              from bank_entry e
              left join payout_attempt a on a.tenant_id = e.tenant_id and a.end_to_end_id = e.end_to_end_id
              left join payout p on p.tenant_id = a.tenant_id and p.id = a.payout_id
              left join merchant m on m.tenant_id = p.tenant_id and m.id = p.merchant_id
              left join bank_break b on b.tenant_id = e.tenant_id and b.id = e.break_id
             where e.tenant_id = $1 and e.message_id = $2 and e.number > $3
             order by e.number limit $4""";

    private static final String ABOUT = """
            select m.id, m.kind, m.message_id, m.received_at, e.what, e.outcome, e.reason_code, e.reason
              from bank_entry e
              join bank_message m on m.tenant_id = e.tenant_id and m.id = e.message_id
             where e.tenant_id = $1 and e.end_to_end_id = any ($2)
             order by m.id, e.number limit $3""";

    private BankEntryTable() {}

    /** One thing that a message told, and what it came to. */
    public record Entry(
            String what,
            String outcome,
            @Nullable String endToEndId,
            @Nullable Money amount,
            @Nullable String reference,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable UUID breakId) {
        public Entry {
            endToEndId = cut(endToEndId, 35);
            reference = cut(reference, 100);
            reasonCode = cut(reasonCode, 35);
            reason = cut(reason, 500);
        }
    }

    public static Uni<Void> insert(
            SqlConnection connection, TenantId tenant, UUID message, List<Entry> entries, OffsetDateTime at) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(INSERT)
                .executeBatch(IntStream.range(0, entries.size())
                        .mapToObj(i -> row(tenant, message, i + 1, entries.get(i), at))
                        .toList())
                .replaceWithVoid();
    }

    /** In the order of work, behind a number. */
    public static Uni<List<BankEntryView>> page(
            SqlConnection connection, TenantId tenant, UUID message, int after, int limit) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(tenant.value(), message, after, limit))
                .map(rows -> {
                    List<BankEntryView> entries = new ArrayList<>();
                    rows.forEach(row -> entries.add(view(row)));
                    return entries;
                });
    }

    /** What was told of these, in the order in which it came. */
    public static Uni<List<BankSaid>> about(
            SqlConnection connection, TenantId tenant, List<String> endToEndIds, int most) {
        return connection
                .preparedQuery(ABOUT)
                .execute(Tuple.of(tenant.value(), endToEndIds.toArray(String[]::new), most))
                .map(rows -> {
                    List<BankSaid> said = new ArrayList<>();
                    rows.forEach(row -> said.add(new BankSaid(
                            row.getUUID("id"),
                            row.getString("kind"),
                            row.getString("message_id"),
                            row.getOffsetDateTime("received_at").toInstant(),
                            row.getString("what"),
                            row.getString("outcome"),
                            row.getString("reason_code"),
                            row.getString("reason"))));
                    return said;
                });
    }

    private static Tuple row(TenantId tenant, UUID message, int number, Entry entry, OffsetDateTime at) {
        Money amount = entry.amount();
        return Tuple.tuple(Arrays.asList(
                tenant.value(),
                message,
                number,
                entry.what(),
                entry.outcome(),
                entry.endToEndId(),
                amount == null ? null : amount.value(),
                amount == null ? null : amount.currency().getCurrencyCode(),
                entry.reference(),
                entry.reasonCode(),
                entry.reason(),
                entry.breakId(),
                at));
    }

    private static BankEntryView view(Row row) {
        Long amount = row.getLong("amount");
        return new BankEntryView(
                row.getInteger("number"),
                row.getString("what"),
                row.getString("outcome"),
                row.getString("end_to_end_id"),
                amount == null ? null : Money.of(amount, row.getString("currency")),
                row.getString("reference"),
                row.getString("reason_code"),
                row.getString("reason"),
                row.getUUID("payout_id"),
                row.getString("trading_name"),
                row.getLong("break_number"),
                row.getString("break_state"));
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
