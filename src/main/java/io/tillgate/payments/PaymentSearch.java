package io.tillgate.payments;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.store.PaymentReads;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.SaleId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds payments by the numbers that people have in hand. Newest first, at most {@value #FOUND_MAX}. */
@ApplicationScoped
public class PaymentSearch {
    public static final int FOUND_MAX = 20;

    /** How far back a card host's numbers are looked for: longer than a cardholder's bank may ask. */
    public static final int MONTHS_BACK = 24;

    /** How far back a till's payments are looked for: its merchant's are read one by one. */
    public static final int TILL_DAYS_BACK = 14;

    private static final String BY_ID = "select " + PaymentReads.COLUMNS + " from payment p where p.tenant_id = $1"
            + " and (p.id = $2 or p.request_id = $2 or p.sale_id = $2) order by p.id desc limit " + FOUND_MAX;

    /** A receipt's number, a card's last four digits, or reference and code from the card host: each by an index of its own. */
    private static final String BY_TEXT = "select " + PaymentReads.COLUMNS + " from payment p where p.tenant_id = $1"
            + " and p.id in (select s.payment_id from sale_payment s where s.tenant_id = $1 and s.card_last4 = $2"
            + " union all select s.payment_id from sale x join sale_payment s on s.tenant_id = x.tenant_id"
            + " and s.business_date = x.business_date and s.sale_id = x.id where x.tenant_id = $1 and x.receipt_number = $2"
            + " union all select r.id from payment r where r.tenant_id = $1 and r.business_date > $3 and r.rrn = $2"
            + " union all select a.id from payment a where a.tenant_id = $1 and a.business_date > $3 and a.auth_code = $2"
            + " order by 1 desc limit " + FOUND_MAX + ") order by p.id desc limit " + FOUND_MAX;

    private static final String OF_TILL = "select " + PaymentReads.COLUMNS + " from payment p where p.tenant_id = $1"
            + " and p.merchant_id = $2 and p.terminal_number = $3 and p.business_date > $4"
            + " order by p.id desc limit " + FOUND_MAX;

    private final TenantTransaction transactions;

    private final BusinessClock clock;

    PaymentSearch(TenantTransaction transactions, BusinessClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A payment's, request's or sale's id; a receipt number; last four digits; reference or authorisation code of the last
     * {@value #MONTHS_BACK} months.
     */
    public Uni<List<PaymentView>> find(Caller caller, String text) {
        String wanted = text.strip();
        LocalDate since = clock.date(caller.tenant()).minusMonths(MONTHS_BACK);
        try {
            return query(caller, BY_ID, Tuple.of(caller.tenant().value(), UUID.fromString(wanted)));
        } catch (IllegalArgumentException noId) {
            return query(caller, BY_TEXT, Tuple.of(caller.tenant().value(), wanted, since));
        }
    }

    /** What a till of a merchant took in the last {@value #TILL_DAYS_BACK} days. */
    public Uni<List<PaymentView>> ofTill(Caller caller, MerchantId merchant, String terminalNumber) {
        LocalDate since = clock.date(caller.tenant()).minusDays(TILL_DAYS_BACK);
        return query(caller, OF_TILL, Tuple.of(caller.tenant().value(), merchant.value(), terminalNumber, since));
    }

    /** All of one sale, newest first. */
    public Uni<List<PaymentView>> ofSale(Caller caller, SaleId sale) {
        return query(caller, BY_ID, Tuple.of(caller.tenant().value(), sale.value()));
    }

    private Uni<List<PaymentView>> query(Caller caller, String sql, Tuple values) {
        return transactions
                .sql(caller.scope(), connection -> connection.preparedQuery(sql).execute(values))
                .map(PaymentSearch::views);
    }

    private static List<PaymentView> views(RowSet<Row> rows) {
        List<PaymentView> found = new ArrayList<>();
        rows.forEach(row -> found.add(PaymentReads.view(row)));
        return found;
    }
}
