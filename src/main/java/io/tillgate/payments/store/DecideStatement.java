package io.tillgate.payments.store;

import io.tillgate.payments.Outcome;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.ColumnArrays;
import io.tillgate.platform.persistence.ConditionalStatement;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes outcomes, each only while the payment is armed and still its owner's. */
final class DecideStatement {
    private static final String SQL = "update payment p set state = d.state, approved_amount = d.approved, fee = d.fee,"
            + " response_code = d.response_code, auth_code = d.auth_code, rrn = d.rrn, issuer_emv = d.issuer_emv,"
            + " settlement_date = d.settlement_date, reason = d.reason, decided_at = d.decided_at, owner_node = null,"
            + " owner_epoch = null, deadline = null"
            + " from unnest($1::int[], $2::uuid[], $3::date[], $4::uuid[], $5::text[], $6::bigint[], $7::text[],"
            + " $8::bigint[], $9::bigint[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::timestamptz[])"
            + " as d(place, tenant_id, business_date, id, node, epoch, state, approved, fee, response_code, auth_code, rrn,"
            + " issuer_emv, settlement_date, reason, decided_at)"
            + " where p.tenant_id = d.tenant_id and p.business_date = d.business_date and p.id = d.id"
            + " and p.state = 'armed' and p.owner_node = d.node and p.owner_epoch = d.epoch returning d.place";

    static final BatchStatement<DecidedPayment> STATEMENT =
            new ConditionalStatement<>("payment-decide", 2_000, SQL, DecideStatement::columns);

    private DecideStatement() {}

    private static Tuple columns(List<DecidedPayment> rows) {
        return ColumnArrays.of(rows)
                .index()
                .ids(DecidedPayment::tenant)
                .dates(DecidedPayment::businessDate)
                .ids(DecidedPayment::id)
                .texts(row -> row.owner().node())
                .longs(row -> row.owner().epoch())
                .texts(DecidedPayment::state)
                .longs(DecidedPayment::approvedAmount)
                .longs(DecidedPayment::fee)
                .texts(DecidedPayment::responseCode)
                .texts(row -> of(row, Outcome.Approved::authCode))
                .texts(DecidedPayment::rrn)
                .texts(row -> of(row, Outcome.Approved::issuerEmv))
                .texts(row -> of(row, Outcome.Approved::settlementDate))
                .texts(DecidedPayment::reason)
                .instants(DecidedPayment::at)
                .tuple();
    }

    private static @Nullable String of(DecidedPayment row, Function<Outcome.Approved, @Nullable String> field) {
        Outcome.Approved approval = row.approval();
        return approval == null ? null : field.apply(approval);
    }
}
