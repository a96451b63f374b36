package io.tillgate.settlement.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What becomes of payouts that the bank does not have yet when their merchants change. */
public final class PayoutStanding {
    /** Where a payout goes is fixed by the first signature, so another account needs another first signature. */
    private static final String FOLLOW = """
            update payout_attempt a set state = case when m.may_be_paid then 'drafted' else 'held' end, signed_by = null,
                   signed_by_name = null, signed_at = null, changed_at = $2
              from payout p
            """ + PayoutStore.WHOSE + """
             where a.tenant_id = $1 and a.state in ('held', 'drafted', 'signed') and p.tenant_id = a.tenant_id
               and p.id = a.payout_id
               and ((a.state = 'held') = m.may_be_paid
                 or (a.state = 'signed' and (b.id, b.holder, b.iban, b.cnaps, b.account_number) is distinct from
                                            (a.bank_account_id, a.holder, a.iban, a.cnaps, a.account_number)))""";

    private static final String RELEASED_OF_UNPAYABLE = PayoutStore.ATTEMPTS
            + "a.state = 'released' and not m.may_be_paid order by a.id limit " + SettlementBounds.FILE_MAX;

    /** A merchant that is being suspended waits for the file, or the file for the merchant. */
    private static final String HOLD_STILL = """
            select m.id from merchant m
             where m.tenant_id = $1
               and m.id in (select a.merchant_id from payout_attempt a
                             where a.tenant_id = $1 and a.file_id = $2 and a.state = 'released')
             order by m.id for share of m""";

    private static final String LEAVING =
            PayoutStore.ATTEMPTS + "a.file_id = $2 and a.state = 'released' order by a.id";

    private PayoutStanding() {}

    /**
     * Holds what may not be paid, lets go what may be again, and voids signatures for accounts that are not the merchants'
     * any more; answers how many changed.
     */
    public static Uni<Integer> follow(SqlConnection connection, TenantId tenant, Instant at) {
        return connection
                .preparedQuery(FOLLOW)
                .execute(Tuple.of(tenant.value()).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }

    /** What waits for the bank and must not go out; at most a file full. */
    public static Uni<List<AttemptRow>> releasedOfUnpayable(SqlConnection connection, TenantId tenant) {
        return PayoutStore.attempts(connection, RELEASED_OF_UNPAYABLE, tenant, Tuple.of(tenant.value()));
    }

    /** What a file holds that the bank has not fetched; its merchants' standing stays so until the transaction ends. */
    public static Uni<List<AttemptRow>> leaving(SqlConnection connection, TenantId tenant, UUID file) {
        Tuple ofFile = Tuple.of(tenant.value(), file);
        return connection
                .preparedQuery(HOLD_STILL)
                .execute(ofFile)
                .chain(() -> PayoutStore.attempts(connection, LEAVING, tenant, ofFile));
    }
}
