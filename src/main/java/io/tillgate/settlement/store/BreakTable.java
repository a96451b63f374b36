package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.DerivedId;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.settlement.BreakProposal;
import io.tillgate.settlement.BreakView;
import io.tillgate.shared.MerchantAccountId;
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
            + " bank_reference, end_to_end_id, payout_id, created_at, moved, booking)"
            + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
            + " on conflict (tenant_id, id) do nothing";
    private static final String LIST =
            "select * from bank_break where tenant_id = $1 and ($2::text is null or state = $2"
                    + " or ($2 = 'open' and state = 'proposed')) and ($3::bigint is null or number < $3) order by number desc limit $4";
    private static final String ONE = "select * from bank_break where tenant_id = $1 and id = $2";
    private static final String BY_NUMBER = "select * from bank_break where tenant_id = $1 and number = $2";
    private static final String HELD_UNDER = "select * from bank_break where tenant_id = $1 and bank_reference = $2"
            + " and moved is not null order by number limit 1";
    private static final String IS_THERE = "select 1 from bank_break where tenant_id = $1 and kind = $2"
            + " and end_to_end_id = $3 and currency = $4 limit 1";
    private static final String PROPOSE = "update bank_break set state = 'proposed', belongs = $3, belongs_to = $4,"
            + " resolution = $5, proposed_by = $6, proposed_by_name = $7, proposed_at = $8"
            + " where tenant_id = $1 and id = $2 and state = 'open'";
    private static final String WITHDRAW = "update bank_break set state = 'open', belongs = null, belongs_to = null,"
            + " resolution = null, proposed_by = null, proposed_by_name = null, proposed_at = null"
            + " where tenant_id = $1 and id = $2 and state = 'proposed'";
    private static final String CONFIRM = "update bank_break set state = 'resolved', resolved_by = $3,"
            + " confirmed_by = $4, resolved_at = $5 where tenant_id = $1 and id = $2 and state = 'proposed'";
    private static final String SET_OFF = "update bank_break b set state = 'resolved', belongs = 'set-off',"
            + " belongs_to = a.id, resolution = a.resolution, proposed_by = a.proposed_by,"
            + " proposed_by_name = a.proposed_by_name, proposed_at = a.proposed_at, resolved_by = $4,"
            + " confirmed_by = $5, resolved_at = $6 from bank_break a"
            + " where a.tenant_id = $1 and a.id = $2 and b.tenant_id = $1 and b.id = $3 and b.state = 'open'";
    private static final String MERCHANT_ACCOUNT =
            "select id, currency from merchant_account where tenant_id = $1 and (id = $2 or number = $3)";

    private BreakTable() {}

    /**
     * A difference that was found. The same one found again, in another message, is the same row; without the
     * bank's reference only what is said of it tells it from another; where a booking is named, that alone does.
     *
     * @param kind lower case words joined by dashes
     * @param moved null where the bank account did not change
     */
    public record NewBreak(
            String kind,
            String detail,
            @Nullable Money amount,
            @Nullable String bankReference,
            @Nullable String endToEndId,
            @Nullable UUID payout,
            @Nullable Moved moved) {
        /** A booking of nothing moves nothing. */
        public NewBreak {
            moved = moved == null || moved.money.isZero() ? null : moved;
        }

        UUID id(TenantId tenant) {
            if (moved != null && moved.booking != null) {
                return DerivedId.of("bank-break", tenant, "booking", moved.booking);
            }
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

    /**
     * The bank account changed.
     *
     * @param money positive came in, negative went out
     * @param booking what tells this booking from all others
     */
    public record Moved(Money money, @Nullable String booking) {}

    /** A break, and whether it is new. */
    public record Found(UUID id, boolean fresh) {}

    /** A difference, and who proposed what: the subject, not the name. */
    public record Stored(BreakView view, @Nullable String proposedBy) {}

    /** Who did something, and when. */
    public record Hand(String subject, String name, Instant at) {}

    public static Uni<Found> insert(SqlConnection connection, TenantId tenant, NewBreak found, Instant at) {
        UUID id = found.id(tenant);
        Moved moved = found.moved;
        Money amount = found.amount;
        Tuple values = Tuple.of(tenant.value(), id, found.kind, cut(found.detail))
                .addLong(amount == null ? null : amount.value())
                .addString(amount == null ? null : amount.currency().getCurrencyCode())
                .addString(found.bankReference)
                .addString(found.endToEndId)
                .addUUID(found.payout)
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                .addLong(moved == null ? null : moved.money.value())
                .addString(moved == null ? null : moved.booking);
        return connection.preparedQuery(INSERT).execute(values).map(rows -> new Found(id, rows.rowCount() == 1));
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

    public static Uni<Optional<Stored>> one(SqlConnection connection, TenantId tenant, UUID id) {
        return first(connection, ONE, Tuple.of(tenant.value(), id));
    }

    public static Uni<Optional<Stored>> byNumber(SqlConnection connection, TenantId tenant, long number) {
        return first(connection, BY_NUMBER, Tuple.of(tenant.value(), number));
    }

    /** Money in suspense that the bank booked under this reference. */
    public static Uni<Optional<Stored>> heldUnder(SqlConnection connection, TenantId tenant, String reference) {
        return first(connection, HELD_UNDER, Tuple.of(tenant.value(), reference));
    }

    /** Whether there is one of a kind under a name that came with it. */
    public static Uni<Boolean> isThere(
            SqlConnection connection, TenantId tenant, String kind, String name, String currency) {
        return connection
                .preparedQuery(IS_THERE)
                .execute(Tuple.of(tenant.value(), kind, name, currency))
                .map(rows -> rows.size() > 0);
    }

    /** Whether it was open. */
    public static Uni<Boolean> propose(
            SqlConnection connection, TenantId tenant, UUID id, BreakProposal proposal, @Nullable UUID to, Hand hand) {
        Tuple values = Tuple.of(tenant.value(), id, proposal.owner().code())
                .addUUID(to)
                .addString(proposal.resolution())
                .addString(hand.subject)
                .addString(hand.name)
                .addOffsetDateTime(hand.at.atOffset(ZoneOffset.UTC));
        return changed(connection, PROPOSE, values);
    }

    /** Whether something was proposed. */
    public static Uni<Boolean> withdraw(SqlConnection connection, TenantId tenant, UUID id) {
        return changed(connection, WITHDRAW, Tuple.of(tenant.value(), id));
    }

    /** Whether something was proposed. */
    public static Uni<Boolean> confirm(SqlConnection connection, TenantId tenant, UUID id, Hand hand) {
        return changed(
                connection,
                CONFIRM,
                Tuple.of(tenant.value(), id, hand.name, hand.subject, hand.at.atOffset(ZoneOffset.UTC)));
    }

    /** Resolves another one with what was proposed for this one; whether it was open. */
    public static Uni<Boolean> setOff(SqlConnection connection, TenantId tenant, UUID proposed, UUID other, Hand hand) {
        return changed(
                connection,
                SET_OFF,
                Tuple.of(tenant.value(), proposed, other, hand.name, hand.subject, hand.at.atOffset(ZoneOffset.UTC)));
    }

    /** A merchant account and its currency, by id or by number. */
    public record Owed(MerchantAccountId account, String currency) {}

    public static Uni<Optional<Owed>> merchantAccount(
            SqlConnection connection, TenantId tenant, @Nullable UUID id, String number) {
        return connection
                .preparedQuery(MERCHANT_ACCOUNT)
                .execute(Tuple.of(tenant.value(), id, number))
                .map(rows -> rows.iterator().hasNext()
                        ? Optional.of(owed(rows.iterator().next()))
                        : Optional.empty());
    }

    private static Owed owed(Row row) {
        return new Owed(new MerchantAccountId(row.getUUID("id")), row.getString("currency"));
    }

    private static Uni<Boolean> changed(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private static Uni<Optional<Stored>> first(SqlConnection connection, String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.iterator().hasNext()
                        ? Optional.of(stored(rows.iterator().next()))
                        : Optional.empty());
    }

    private static Stored stored(Row row) {
        return new Stored(view(row), row.getString("proposed_by"));
    }

    private static String cut(String text) {
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
    }

    private static BreakView view(Row row) {
        Long amount = row.getLong("amount");
        Long moved = row.getLong("moved");
        return new BreakView(
                row.getUUID("id"),
                row.getLong("number"),
                row.getString("kind"),
                row.getString("detail"),
                amount == null ? null : Money.of(amount, row.getString("currency")),
                moved == null ? null : Money.of(moved, row.getString("currency")),
                row.getString("bank_reference"),
                row.getString("end_to_end_id"),
                row.getUUID("payout_id"),
                row.getString("state"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("belongs"),
                row.getUUID("belongs_to"),
                row.getString("proposed_by_name"),
                at(row, "proposed_at"),
                row.getString("resolved_by"),
                at(row, "resolved_at"),
                row.getString("resolution"));
    }

    private static @Nullable Instant at(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
