package io.tillgate.merchants.store;

import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A merchant has no end yet: there is no closing of a contract, after which its time would count. */
@ApplicationScoped
class MerchantsRetention implements RetentionSchedule {
    /** The last confirmed change took the place of an account; until it is old, none of the merchant's accounts is. */
    private static final String OUT_OF_USE =
            "not exists (select from merchant_account a where a.tenant_id = r.tenant_id"
                    + " and a.payout_account_id = r.id) and not exists (select from change_request c"
                    + " where c.tenant_id = r.tenant_id and c.merchant_id = r.merchant_id and c.kind = 'bank-account'"
                    + " and (c.state = 'proposed' or c.decided_at >= $2::timestamptz))";

    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Kept("merchant", "for the life of the tenant"),
                new Erased(
                        "bank_account",
                        "",
                        nightly(KeepingTime.years(10), "it went out of use"),
                        DueRows.deleted("bank_account", "id", "r.created_at", OUT_OF_USE)),
                new Kept("merchant_account", "with its merchant"),
                new Kept("merchant_number_counter", "for the life of the tenant"),
                new Kept("store", "with its merchant"),
                new Erased(
                        "change_request",
                        "",
                        nightly(KeepingTime.years(10), "it was decided, an undecided one after it was proposed"),
                        DueRows.deleted("change_request", "id", "coalesce(r.decided_at, r.proposed_at)")));
    }
}
