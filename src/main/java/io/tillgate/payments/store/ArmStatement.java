package io.tillgate.payments.store;

import io.tillgate.payments.Till;
import io.tillgate.payments.store.ArmedPayment.StoredCard;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.platform.persistence.UnconditionalStatement;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Inserts armed payments. */
final class ArmStatement {
    private static final String SQL =
            "insert into payment (tenant_id, business_date, id, merchant_id, merchant_account_id,"
                    + " store_id, terminal_id, terminal_number, request_channel, request_id, sale_id, kind, tender, amount,"
                    + " currency, original_date, original_id, host, trace, transmitted_at, duty, owner_node, owner_epoch, card_entry,"
                    + " card_masked, card_scheme, card_token, card_sealed, cashier, merchant_number, mcc, zone, created_at, state, deadline)"
                    + " select d.tenant_id, d.business_date, d.id, d.merchant_id, d.account_id, d.store_id, d.terminal_id,"
                    + " d.terminal_number, d.channel, d.request_id, d.sale_id, d.kind, d.tender, d.amount, d.currency,"
                    + " d.original_date, d.original_id, d.host, d.trace, d.transmitted_at, d.duty, d.node, d.epoch, d.entry,"
                    + " d.masked, d.scheme, d.token, d.sealed, d.cashier, d.merchant_number, d.mcc, d.zone, d.created_at, 'armed',"
                    + " now() + d.deadline_millis * interval '1 millisecond'"
                    + " from unnest($1::uuid[], $2::date[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[],"
                    + " $9::text[], $10::uuid[], $11::uuid[], $12::text[], $13::text[], $14::bigint[], $15::text[], $16::date[],"
                    + " $17::uuid[], $18::text[], $19::int[], $20::timestamptz[], $21::text[], $22::text[], $23::bigint[],"
                    + " $24::text[], $25::text[], $26::text[], $27::bytea[], $28::bytea[], $29::text[], $30::bigint[], $31::text[], $32::text[], $33::text[],"
                    + " $34::timestamptz[])"
                    + " as d(tenant_id, business_date, id, merchant_id, account_id, store_id, terminal_id, terminal_number, channel,"
                    + " request_id, sale_id, kind, tender, amount, currency, original_date, original_id, host, trace,"
                    + " transmitted_at, duty, node, epoch, entry, masked, scheme, token, sealed, cashier, deadline_millis, merchant_number,"
                    + " mcc, zone, created_at)";

    static final BatchStatement<ArmedPayment> STATEMENT =
            new UnconditionalStatement<>("payment-arm", 1_030, SQL, ArmStatement::columns);

    private ArmStatement() {}

    private static Tuple columns(List<ArmedPayment> rows) {
        ColumnArrays<ArmedPayment> columns = ColumnArrays.of(rows)
                .ids(row -> row.command().till().tenant())
                .dates(ArmedPayment::businessDate)
                .ids(ArmedPayment::id);
        place(columns);
        request(columns);
        host(columns);
        card(columns);
        columns.texts(row -> row.command().cashier())
                .longs(ArmedPayment::deadlineMillis)
                .texts(row -> till(row).merchantNumber())
                .texts(row -> till(row).trading().mcc())
                .texts(row -> till(row).zone().getId())
                .instants(ArmedPayment::at);
        return columns.tuple();
    }

    private static void place(ColumnArrays<ArmedPayment> columns) {
        columns.ids(row -> till(row).merchant())
                .ids(row -> till(row).account())
                .ids(row -> till(row).store())
                .ids(row -> till(row).terminal())
                .texts(row -> till(row).terminalNumber());
    }

    private static void request(ColumnArrays<ArmedPayment> columns) {
        columns.texts(row -> row.command().key().channel())
                .uuids(row -> row.command().key().requestId())
                .ids(row -> row.command().sale())
                .texts(row -> row.kind().code())
                .texts(ArmedPayment::tender)
                .longs(row -> row.amount().value())
                .texts(row -> row.amount().currency().getCurrencyCode())
                .dates(row -> row.original() == null ? null : row.original().businessDate())
                .ids(row -> row.original() == null ? null : row.original().id());
    }

    private static void host(ColumnArrays<ArmedPayment> columns) {
        columns.texts(row -> row.host().host())
                .integers(row -> row.host().trace())
                .instants(row -> row.host().transmittedAt())
                .texts(row -> row.duty().code())
                .texts(row -> row.owner().node())
                .longs(row -> row.owner().epoch());
    }

    private static void card(ColumnArrays<ArmedPayment> columns) {
        columns.texts(row -> of(row, StoredCard::entry))
                .texts(row -> of(row, StoredCard::masked))
                .texts(row -> of(row, StoredCard::scheme))
                .bytes(row -> of(row, StoredCard::token))
                .bytes(row -> of(row, StoredCard::sealed));
    }

    private static Till till(ArmedPayment row) {
        return row.command().till();
    }

    private static <T> @Nullable T of(ArmedPayment row, Function<StoredCard, T> field) {
        StoredCard card = row.card();
        return card == null ? null : field.apply(card);
    }
}
