package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.Signature;
import io.tillgate.settlement.domain.Netting.Netted;
import io.tillgate.settlement.domain.SettlementIds;
import io.tillgate.settlement.store.AttemptRow.Creditor;
import io.tillgate.settlement.store.AttemptRow.Standing;
import io.tillgate.settlement.store.RunTable.New;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payouts and their attempts, many at once. Callers hold {@link SettlementLock}. */
public final class PayoutStore {
    /**
     * Whose {@code p} is, now: the merchant, and the bank account it is paid to. Looked up row by row: on the evening when a
     * thousand payouts are new the planner knows of none yet, and joins every merchant with every account.
     */
    static final String WHOSE = """
              cross join lateral (select may_be_paid from merchant
                                   where tenant_id = p.tenant_id and id = p.merchant_id offset 0) m
              cross join lateral (select payout_account_id from merchant_account
                                   where tenant_id = p.tenant_id and id = p.merchant_account_id offset 0) c
              cross join lateral (select id, holder, iban, cnaps, account_number from bank_account
                                   where tenant_id = p.tenant_id and id = c.payout_account_id offset 0) b
            """;

    static final String ATTEMPTS = """
            select a.*, p.merchant_account_id, p.run_id, p.attempt = a.number as newest, m.may_be_paid,
                   b.id as b_id, b.holder as b_holder, b.iban as b_iban, b.cnaps as b_cnaps,
                   b.account_number as b_account_number
              from payout_attempt a
              join payout p on p.tenant_id = a.tenant_id and p.id = a.payout_id
            """ + WHOSE + "where a.tenant_id = $1 and ";
    private static final String NEWEST_OF = ATTEMPTS + "a.payout_id = any ($2) and a.number = p.attempt order by a.id";
    private static final String OF_RUN =
            ATTEMPTS + "a.state = $3 and p.run_id = $2 and a.number = p.attempt order by a.id limit "
                    + SettlementBounds.FILE_MAX;
    private static final String BY_END_TO_END = ATTEMPTS + "a.end_to_end_id = any ($2) order by a.id";
    private static final String OF_FILE = ATTEMPTS + "a.file_id = $2 order by a.end_to_end_id";

    private static final String WRITE = """
            update payout_attempt a set state = d.state, bank_account_id = d.bank_account_id, holder = d.holder,
                   iban = d.iban, cnaps = d.cnaps, account_number = d.account_number, signed_by = d.signed_by,
                   signed_by_name = d.signed_by_name, signed_at = d.signed_at, released_by = d.released_by,
                   released_by_name = d.released_by_name, released_at = d.released_at, file_id = d.file_id,
                   bank_reference = d.bank_reference, return_reference = d.return_reference, booked_on = d.booked_on,
                   reason_code = d.reason_code, reason = d.reason, changed_at = $2
              from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[],
                          $11::text[], $12::text[], $13::timestamptz[], $14::text[], $15::text[], $16::timestamptz[],
                          $17::uuid[], $18::text[], $19::text[], $20::date[], $21::text[], $22::text[])
                as d(id, was, state, bank_account_id, holder, iban, cnaps, account_number, signed_by, signed_by_name,
                     signed_at, released_by, released_by_name, released_at, file_id, bank_reference, return_reference,
                     booked_on, reason_code, reason)
             where a.tenant_id = $1 and a.id = d.id and a.state = d.was""";

    private static final String PAYOUTS = "insert into payout (tenant_id, id, merchant_id, merchant_account_id, run_id,"
            + " business_date, amount, currency, created_at) select $1, d.id, d.merchant, d.account, $2, $3, d.amount,"
            + " d.currency, $4 from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::bigint[], $9::text[])"
            + " as d(id, merchant, account, amount, currency)";

    /** The bank account as it is now; a merchant that may not be paid begins on hold. */
    private static final String NEW_ATTEMPTS = """
            insert into payout_attempt (tenant_id, id, payout_id, merchant_id, number, end_to_end_id, amount, currency, state,
                                        bank_account_id, holder, iban, cnaps, account_number, created_at, changed_at)
            select $1, d.id, d.payout, p.merchant_id, d.number, d.end_to_end, p.amount, p.currency,
                   case when m.may_be_paid then 'drafted' else 'held' end, b.id, b.holder, b.iban, b.cnaps,
                   b.account_number, $2, $2
              from unnest($3::uuid[], $4::uuid[], $5::int[], $6::text[]) as d(id, payout, number, end_to_end)
              join payout p on p.tenant_id = $1 and p.id = d.payout
            """ + WHOSE;

    private static final String NEXT_NUMBER =
            "update payout set attempt = attempt + 1 where tenant_id = $1 and id = $2 and attempt = $3";

    private PayoutStore() {}

    /** The newest attempt of each of these payouts. */
    public static Uni<List<AttemptRow>> newestOf(SqlConnection connection, TenantId tenant, Collection<UUID> payouts) {
        return attempts(connection, NEWEST_OF, tenant, Tuple.of(tenant.value(), payouts.toArray(UUID[]::new)));
    }

    /** A run's payouts in one state, at most a file full. */
    public static Uni<List<AttemptRow>> ofRun(SqlConnection connection, TenantId tenant, UUID run, PayoutState state) {
        return attempts(connection, OF_RUN, tenant, Tuple.of(tenant.value(), run, state.code()));
    }

    public static Uni<List<AttemptRow>> byEndToEnd(
            SqlConnection connection, TenantId tenant, Collection<String> endToEndIds) {
        return attempts(
                connection, BY_END_TO_END, tenant, Tuple.of(tenant.value(), endToEndIds.toArray(String[]::new)));
    }

    /** All attempts in a file, ordered by end-to-end id. */
    public static Uni<List<AttemptRow>> ofFile(SqlConnection connection, TenantId tenant, UUID file) {
        return attempts(connection, OF_FILE, tenant, Tuple.of(tenant.value(), file));
    }

    /** One attempt before and after. */
    public record Changed(PayoutState was, AttemptRow now) {}

    /** Writes all, or fails: each only while it is in the state in which it was read. */
    public static Uni<Void> write(SqlConnection connection, TenantId tenant, Instant at, List<Changed> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = ColumnArrays.of(changes)
                .uuids(each -> each.now.id())
                .texts(each -> each.was.code())
                .texts(each -> each.now.state().code())
                .uuids(each -> each.now.creditor().bankAccount())
                .texts(each -> each.now.creditor().holder())
                .texts(each -> each.now.creditor().iban())
                .texts(each -> each.now.creditor().cnaps())
                .texts(each -> each.now.creditor().accountNumber())
                .texts(each -> subject(each.now.standing().signed()))
                .texts(each -> name(each.now.standing().signed()))
                .instants(each -> at(each.now.standing().signed()))
                .texts(each -> subject(each.now.standing().released()))
                .texts(each -> name(each.now.standing().released()))
                .instants(each -> at(each.now.standing().released()))
                .uuids(each -> each.now.standing().file())
                .texts(each -> each.now.standing().bankReference())
                .texts(each -> each.now.standing().returnReference())
                .dates(each -> each.now.standing().bookedOn())
                .texts(each -> each.now.standing().reasonCode())
                .texts(each -> each.now.standing().reason())
                .tuple();
        return connection
                .preparedQuery(WRITE)
                .execute(
                        Tuples.joined(Tuple.of(tenant.value()).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)), columns))
                .invoke(written -> {
                    if (written.rowCount() != changes.size()) {
                        throw new IllegalStateException("a payout was changed past the lock: " + written.rowCount()
                                + " of " + changes.size() + " written");
                    }
                })
                .replaceWithVoid();
    }

    /** Drafts the payouts of a run. */
    public static Uni<Void> draft(SqlConnection connection, New run, List<Netted> paid) {
        if (paid.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple payouts = ColumnArrays.of(paid)
                .uuids(each -> payout(run, each))
                .ids(each -> each.holder().merchant())
                .ids(each -> each.holder().account())
                .longs(Netted::net)
                .texts(each -> each.holder().currency().getCurrencyCode())
                .tuple();
        Tuple head = Tuple.of(run.tenant().value(), run.id(), run.businessDate())
                .addOffsetDateTime(run.cutAt().atOffset(ZoneOffset.UTC));
        List<UUID> ids = paid.stream().map(each -> payout(run, each)).toList();
        return connection
                .preparedQuery(PAYOUTS)
                .execute(Tuples.joined(head, payouts))
                .chain(() -> insertAttempts(connection, run.tenant(), run.cutAt(), ids, 1));
    }

    /** Drafts the next attempt of a payout whose last one is this. */
    public static Uni<Void> draftNext(SqlConnection connection, AttemptRow last, Instant at) {
        return connection
                .preparedQuery(NEXT_NUMBER)
                .execute(Tuple.of(last.tenant().value(), last.payout(), last.number()))
                .chain(() -> insertAttempts(connection, last.tenant(), at, List.of(last.payout()), last.number() + 1));
    }

    private static Uni<Void> insertAttempts(
            SqlConnection connection, TenantId tenant, Instant at, List<UUID> payouts, int number) {
        Tuple columns = ColumnArrays.of(payouts)
                .uuids(payout -> SettlementIds.attempt(payout, number))
                .uuids(payout -> payout)
                .integers(payout -> number)
                .texts(payout -> SettlementIds.endToEnd(SettlementIds.attempt(payout, number)))
                .tuple();
        return connection
                .preparedQuery(NEW_ATTEMPTS)
                .execute(
                        Tuples.joined(Tuple.of(tenant.value()).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)), columns))
                .invoke(written -> {
                    if (written.rowCount() != payouts.size()) {
                        throw new IllegalStateException("a payout has no bank account to go to");
                    }
                })
                .replaceWithVoid();
    }

    private static UUID payout(New run, Netted netted) {
        return SettlementIds.payout(
                run.id(), netted.holder().account(), netted.holder().currency());
    }

    static Uni<List<AttemptRow>> attempts(SqlConnection connection, String sql, TenantId tenant, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(rows -> {
            List<AttemptRow> attempts = new ArrayList<>(rows.size());
            rows.forEach(row -> attempts.add(attempt(tenant, row)));
            return attempts;
        });
    }

    private static AttemptRow attempt(TenantId tenant, Row row) {
        return new AttemptRow(
                tenant,
                row.getUUID("id"),
                row.getUUID("payout_id"),
                row.getUUID("run_id"),
                new MerchantId(row.getUUID("merchant_id")),
                new MerchantAccountId(row.getUUID("merchant_account_id")),
                row.getInteger("number"),
                row.getBoolean("newest"),
                row.getString("end_to_end_id"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                new Creditor(
                        row.getUUID("bank_account_id"),
                        row.getString("holder"),
                        row.getString("iban"),
                        row.getString("cnaps"),
                        row.getString("account_number")),
                new Creditor(
                        row.getUUID("b_id"),
                        row.getString("b_holder"),
                        row.getString("b_iban"),
                        row.getString("b_cnaps"),
                        row.getString("b_account_number")),
                row.getBoolean("may_be_paid"),
                standing(row));
    }

    private static Standing standing(Row row) {
        return new Standing(
                PayoutState.ofCode(row.getString("state")),
                signature(row, "signed"),
                signature(row, "released"),
                row.getUUID("file_id"),
                row.getString("bank_reference"),
                row.getString("return_reference"),
                row.getLocalDate("booked_on"),
                row.getString("reason_code"),
                row.getString("reason"));
    }

    private static @Nullable Signature signature(Row row, String what) {
        String subject = row.getString(what + "_by");
        OffsetDateTime at = row.getOffsetDateTime(what + "_at");
        return subject == null || at == null
                ? null
                : new Signature(
                        subject, Objects.requireNonNullElse(row.getString(what + "_by_name"), subject), at.toInstant());
    }

    private static @Nullable String subject(@Nullable Signature signature) {
        return signature == null ? null : signature.subject();
    }

    private static @Nullable String name(@Nullable Signature signature) {
        return signature == null ? null : signature.name();
    }

    private static @Nullable Instant at(@Nullable Signature signature) {
        return signature == null ? null : signature.at();
    }
}
