package io.tillgate.settlement.store;

import static io.tillgate.platform.retention.TableRetention.When.everyRound;
import static io.tillgate.platform.retention.TableRetention.When.nightly;

import io.tillgate.platform.retention.DueRows;
import io.tillgate.platform.retention.KeepingTime;
import io.tillgate.platform.retention.RetentionSchedule;
import io.tillgate.platform.retention.TableRetention;
import io.tillgate.platform.retention.TableRetention.Dropped;
import io.tillgate.platform.retention.TableRetention.Erased;
import io.tillgate.platform.retention.TableRetention.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;

@ApplicationScoped
class SettlementRetention implements RetentionSchedule {
    private static final int BOOKS_YEARS = 10;
    private static final String FOR_LIFE = "for the life of the tenant";
    private static final String ENDED =
            "r.holder is not null and r.state in ('booked', 'returned', 'rejected', 'cancelled')";

    @Override
    public List<TableRetention> tables() {
        return List.of(
                new Kept("settlement_run", FOR_LIFE),
                new Erased(
                        "settlement_account",
                        "",
                        nightly(KeepingTime.years(BOOKS_YEARS), "its run"),
                        DueRows.deleted(
                                "settlement_account", "run_id, merchant_account_id, currency", "r.business_date")),
                new Erased(
                        "settlement_letterhead",
                        "",
                        nightly(KeepingTime.years(BOOKS_YEARS), "its run"),
                        DueRows.deleted("settlement_letterhead", "run_id, merchant_account_id", "r.business_date")),
                new Dropped("settlement_item", Period.ofYears(BOOKS_YEARS)),
                new Kept("settlement_carry", "as one row a merchant account"),
                new Kept("payment_file", FOR_LIFE),
                new Kept("payout", FOR_LIFE),
                new Kept("payout_attempt", FOR_LIFE),
                new Erased(
                        "payout_attempt",
                        "holder and account",
                        nightly(KeepingTime.years(BOOKS_YEARS), "the attempt"),
                        DueRows.emptied(
                                "payout_attempt",
                                "id",
                                "r.created_at",
                                "holder = null, iban = null, cnaps = null, account_number = null",
                                ENDED)),
                new Kept("host_funding", FOR_LIFE),
                new Kept("bank_break", FOR_LIFE),
                new Kept("fee_month", FOR_LIFE),
                new Kept("account_fee", FOR_LIFE),
                new Kept("reserve_terms", FOR_LIFE),
                new Kept("reserve_mark", "as one row a tenant"),
                new Kept("reserve", FOR_LIFE),
                new Kept("adjustment", FOR_LIFE),
                new Erased(
                        "adjustment",
                        "reason and note",
                        nightly(KeepingTime.years(BOOKS_YEARS), "the proposal"),
                        DueRows.emptied(
                                "adjustment",
                                "id",
                                "r.proposed_at",
                                "reason = null, note = null",
                                "num_nonnulls(r.reason, r.note) > 0")),
                new Erased(
                        "bank_break",
                        "detail and resolution",
                        nightly(KeepingTime.years(BOOKS_YEARS), "it was resolved"),
                        DueRows.emptied(
                                "bank_break",
                                "id",
                                "r.resolved_at",
                                "detail = 'erased', resolution = 'erased'",
                                "r.state = 'resolved' and r.detail <> 'erased'")),
                new Erased(
                        "settlement_request",
                        "",
                        everyRound(KeepingTime.days(90), "it was made"),
                        DueRows.deleted("settlement_request", "request_id", "r.created_at")));
    }
}
