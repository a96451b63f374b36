package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.PaymentFileView;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.TenantSettings.PayoutBank;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payment files. Whether one may still be changed is decided by its state, in its one row. */
public final class FileTable {
    private static final String INSERT =
            "insert into payment_file (tenant_id, id, message_id, currency, payouts, total, state,"
                    + " execution_date, debtor_holder, debtor_iban, debtor_bic, debtor_account, debtor_bank_code, created_at,"
                    + " released_by) values ($1, $2, $3, $4, $5, $6, 'ready', $7, $8, $9, $10, $11, $12, $13, $14)";
    private static final String COLUMNS =
            "id, message_id, currency, payouts, total, state, execution_date, debtor_holder,"
                    + " debtor_iban, debtor_bic, debtor_account, debtor_bank_code, created_at, fetched_at";
    private static final String LIST = "select " + COLUMNS + " from payment_file where tenant_id = $1"
            + " and ($2::text is null or state = $2) and ($3::uuid is null or id < $3) order by id desc limit $4";
    private static final String BY_MESSAGE =
            "select " + COLUMNS + " from payment_file where tenant_id = $1 and message_id = $2";
    private static final String BY_ID = "select " + COLUMNS + " from payment_file where tenant_id = $1 and id = $2";
    private static final String FETCH = "update payment_file set state = 'fetched', fetched_at = $3"
            + " where tenant_id = $1 and message_id = $2 and state = 'ready'";
    private static final String TAKE_OUT = "update payment_file set payouts = payouts - $4, total = total - $3,"
            + " state = case when payouts = $4 then 'cancelled' else state end"
            + " where tenant_id = $1 and id = $2 and state = 'ready'";

    private FileTable() {}

    /** A file and the account that pays. */
    public record Stored(PaymentFileView view, PayoutBank debtor) {}

    public static Uni<Void> insert(SqlConnection connection, TenantId tenant, Stored file, String releasedBy) {
        PayoutBank debtor = file.debtor;
        PaymentFileView view = file.view;
        Tuple values = Tuple.of(
                        tenant.value(),
                        view.id(),
                        view.messageId(),
                        view.total().currency().getCurrencyCode(),
                        view.payouts(),
                        view.total().value())
                .addLocalDate(view.executionDate())
                .addString(debtor.holder());
        switch (debtor) {
            case PayoutBank.Iban iban ->
                values.addString(iban.iban())
                        .addString(iban.bic())
                        .addString(null)
                        .addString(null);
            case PayoutBank.Cnaps cnaps ->
                values.addString(null)
                        .addString(null)
                        .addString(cnaps.account())
                        .addString(cnaps.bankCode());
        }
        values.addOffsetDateTime(view.createdAt().atOffset(ZoneOffset.UTC)).addString(releasedBy);
        return connection.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /** Newest first. */
    public static Uni<List<PaymentFileView>> list(
            SqlConnection connection, TenantId tenant, @Nullable String state, @Nullable UUID before, int most) {
        Tuple values = Tuple.of(tenant.value()).addString(state).addUUID(before).addInteger(most);
        return connection.preparedQuery(LIST).execute(values).map(rows -> {
            List<PaymentFileView> files = new ArrayList<>();
            rows.forEach(row -> files.add(view(row)));
            return files;
        });
    }

    public static Uni<Optional<Stored>> byMessage(SqlConnection connection, TenantId tenant, String messageId) {
        return connection
                .preparedQuery(BY_MESSAGE)
                .execute(Tuple.of(tenant.value(), messageId))
                .map(FileTable::first);
    }

    public static Uni<Optional<Stored>> byId(SqlConnection connection, TenantId tenant, UUID id) {
        return connection
                .preparedQuery(BY_ID)
                .execute(Tuple.of(tenant.value(), id))
                .map(FileTable::first);
    }

    /** Whether this was the first fetch: from now on nothing can be taken out. */
    public static Uni<Boolean> fetch(SqlConnection connection, TenantId tenant, String messageId, Instant at) {
        return connection
                .preparedQuery(FETCH)
                .execute(Tuple.of(tenant.value(), messageId).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Whether so many payouts of so much came out before the bank fetched the file. */
    public static Uni<Boolean> takeOut(
            SqlConnection connection, TenantId tenant, UUID file, int payouts, Money amount) {
        return connection
                .preparedQuery(TAKE_OUT)
                .execute(Tuple.of(tenant.value(), file, amount.value(), payouts))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Optional<Stored> first(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new Stored(view(row), debtor(row)));
    }

    private static PayoutBank debtor(Row row) {
        String holder = row.getString("debtor_holder");
        String iban = row.getString("debtor_iban");
        return iban == null
                ? new PayoutBank.Cnaps(
                        holder,
                        Objects.requireNonNull(row.getString("debtor_account")),
                        Objects.requireNonNull(row.getString("debtor_bank_code")))
                : new PayoutBank.Iban(holder, iban, Objects.requireNonNull(row.getString("debtor_bic")));
    }

    private static PaymentFileView view(Row row) {
        OffsetDateTime fetched = row.getOffsetDateTime("fetched_at");
        return new PaymentFileView(
                row.getUUID("id"),
                row.getString("message_id"),
                row.getString("state"),
                row.getInteger("payouts"),
                Money.of(row.getLong("total"), row.getString("currency")),
                row.getLocalDate("execution_date"),
                row.getOffsetDateTime("created_at").toInstant(),
                fetched == null ? null : fetched.toInstant());
    }
}
