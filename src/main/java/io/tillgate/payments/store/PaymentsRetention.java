package io.tillgate.payments.store;

import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.Erasure;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Dropped;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.Kept;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;

@ApplicationScoped
class PaymentsRetention implements RetentionSchedule {
    private static final int BOOKS_YEARS = 10;

    /** A number that the host is still to hear stays, whatever its age. */
    private static final String NO_MORE_NEEDED = "r.card_sealed is not null and r.state <> 'armed'"
            + " and not exists (select from host_duty d where d.tenant_id = r.tenant_id"
            + " and d.payment_id = r.id and d.state = 'owed')";

    /** What is erased stays refused: a terminal counts upwards, so the highest number says it of all below. */
    private static final Erasure SERIAL_NUMBERS = Erasure.by("with gone as (delete from payment_ksn d using"
            + " (select ksn from payment_ksn where tenant_id = $1 and used_at < $2::timestamptz order by ksn limit $3) due"
            + " where d.tenant_id = $1 and d.ksn = due.ksn returning d.ksn),"
            + " floors as (insert into payment_ksn_floor (tenant_id, key_id, ksn)"
            + " select $1, ksn_key(ksn), max(ksn) from gone group by ksn_key(ksn) order by 2"
            + " on conflict (tenant_id, key_id) do update set ksn = greatest(payment_ksn_floor.ksn, excluded.ksn))"
            + " select 1 from gone");

    private final Tenants tenants;

    PaymentsRetention(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Kept("payment_node", "as one row a replica name"),
                new Dropped("payment", Period.ofYears(BOOKS_YEARS)),
                new Erased(
                        "payment",
                        "card_sealed",
                        nightly(cardData(), "the payment"),
                        DueRows.emptied(
                                "payment",
                                "business_date, id",
                                "r.business_date",
                                "card_sealed = null",
                                NO_MORE_NEEDED)),
                new Erased(
                        "payment_request",
                        "",
                        nightly(KeepingTime.years(BOOKS_YEARS), "its payment"),
                        DueRows.deleted("payment_request", "channel, request_id", "r.business_date")),
                new Erased(
                        "payment_ksn",
                        "",
                        nightly(KeepingTime.days(90), "its use"),
                        DueRows.erasedBy(SERIAL_NUMBERS, "r.used_at", "true")),
                new Kept("payment_ksn_floor", "as one row a terminal key"),
                new Erased(
                        "host_duty",
                        "",
                        nightly(KeepingTime.years(BOOKS_YEARS), "its payment"),
                        DueRows.deleted("host_duty", "payment_id, kind", "r.business_date", "r.state <> 'owed'")),
                new Dropped("host_evidence", Period.ofYears(BOOKS_YEARS)));
    }

    private KeepingTime cardData() {
        return KeepingTime.policy(
                "retention.card-data",
                tenant -> tenants.byId(tenant)
                        .map(found -> found.settings().retention().cardData()));
    }
}
