package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.DerivedId;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.settlement.BreakView;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Differences between the bank and the book. */
public final class BreakTable {
    private static final int TEXT_MAX = 500;
    private static final String INSERT = "insert into bank_break (tenant_id, id, kind, detail, amount, currency,"
            + " bank_reference, end_to_end_id, payout_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            + " on conflict (tenant_id, id) do nothing";
    private static final String LIST =
            "select * from bank_break where tenant_id = $1 and ($2::text is null or state = $2)"
                    + " and ($3::bigint is null or number < $3) order by number desc limit $4";
    private static final String ONE = "select * from bank_break where tenant_id = $1 and id = $2";
    private static final String RESOLVE =
            "update bank_break set state = 'resolved', resolved_by = $3, resolved_at = $4,"
                    + " resolution = $5 where tenant_id = $1 and id = $2 and state = 'open'";

    private BreakTable() {}

    /**
     * A difference that was found. The same one found again, in another message, is the same row; without the
     * bank's reference only what is said of it tells it from another.
     *
     * @param kind lower case words joined by dashes
     */
    public record NewBreak(
            String kind,
            String detail,
            @Nullable Money amount,
            @Nullable String bankReference,
            @Nullable String endToEndId,
            @Nullable UUID payout) {
        UUID id(TenantId tenant) {
            return DerivedId.of(
                    "bank-break",
                    tenant,
                    kind,
                    amount == null ? "-" : amount.value() + amount.currency().getCurrencyCode(),
                    bankReference == null ? "-" : bankReference,
                    endToEndId == null ? "-" : endToEndId,
                    bankReference == null ? detail : "-");
        }
    }

    /** Answers its id. */
    public static Uni<UUID> insert(SqlConnection connection, TenantId tenant, NewBreak found, Instant at) {
        UUID id = found.id(tenant);
        Money amount = found.amount;
        Tuple values = Tuple.of(tenant.value(), id, found.kind, cut(found.detail))
                .addLong(amount == null ? null : amount.value())
                .addString(amount == null ? null : amount.currency().getCurrencyCode())
                .addString(found.bankReference)
                .addString(found.endToEndId)
                .addUUID(found.payout)
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(INSERT).execute(values).replaceWith(id);
    }

    /** Newest first; one row more than the page holds. */
    public static Uni<List<BreakView>> list(
            SqlConnection connection,
            TenantId tenant,
            @Nullable String state,
            @Nullable Long before,
            PageRequest page) {
        Tuple values = Tuple.of(tenant.value()).addString(state).addLong(before).addInteger(page.limit() + 1);
        return connection.preparedQuery(LIST).execute(values).map(rows -> {
            List<BreakView> breaks = new ArrayList<>();
            rows.forEach(row -> breaks.add(view(row)));
            return breaks;
        });
    }

    public static Uni<Optional<BreakView>> one(SqlConnection connection, TenantId tenant, UUID id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(tenant.value(), id))
                .map(rows -> rows.iterator().hasNext()
                        ? Optional.of(view(rows.iterator().next()))
                        : Optional.empty());
    }

    /** Whether it was open. */
    public static Uni<Boolean> resolve(
            SqlConnection connection, TenantId tenant, UUID id, String by, Instant at, String resolution) {
        Tuple values = Tuple.of(tenant.value(), id, by)
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                .addString(resolution);
        return connection.preparedQuery(RESOLVE).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private static String cut(String text) {
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
    }

    private static BreakView view(Row row) {
        Long amount = row.getLong("amount");
        OffsetDateTime resolved = row.getOffsetDateTime("resolved_at");
        return new BreakView(
                row.getUUID("id"),
                row.getLong("number"),
                row.getString("kind"),
                row.getString("detail"),
                amount == null ? null : Money.of(amount, row.getString("currency")),
                row.getString("bank_reference"),
                row.getString("end_to_end_id"),
                row.getUUID("payout_id"),
                row.getString("state"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("resolved_by"),
                resolved == null ? null : resolved.toInstant(),
                row.getString("resolution"));
    }
}
