package io.tillgate.payments;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.store.PaymentReads;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.SaleId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds payments by the numbers that people have in hand. Newest first, at most {@value #FOUND_MAX}. */
@ApplicationScoped
public class PaymentSearch {
    public static final int FOUND_MAX = 20;

    private static final String BY_ID = "select " + PaymentReads.COLUMNS + " from payment p where p.tenant_id = $1"
            + " and (p.id = $2 or p.request_id = $2 or p.sale_id = $2) order by p.id desc limit " + FOUND_MAX;

    /** A receipt's number, its reference and code from the card host, or a card's last four digits, in the days looked back. */
    private static final String BY_TEXT = "select " + PaymentReads.COLUMNS + " from payment p where p.tenant_id = $1"
            + " and p.id in (select s.payment_id from sale_payment s where s.tenant_id = $1 and s.card_last4 = $2"
            + " union all select s.payment_id from sale x join sale_payment s on s.tenant_id = x.tenant_id"
            + " and s.business_date = x.business_date and s.sale_id = x.id where x.tenant_id = $1 and x.receipt_number = $2"
            + " union all select r.id from payment r where r.tenant_id = $1 and r.business_date > current_date - 14"
            + " and (r.rrn = $2 or r.auth_code = $2 or r.terminal_number = $2)"
            + " order by 1 desc limit " + FOUND_MAX + ") order by p.id desc limit " + FOUND_MAX;

    private final TenantTransaction transactions;

    PaymentSearch(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** A payment's, request's or sale's id; a receipt number; last four digits; reference, authorisation code or till of the last 14 days. */
    public Uni<List<PaymentView>> find(Caller caller, String text) {
        String wanted = text.strip();
        try {
            return query(caller, BY_ID, Tuple.of(caller.tenant().value(), UUID.fromString(wanted)));
        } catch (IllegalArgumentException noId) {
            return query(caller, BY_TEXT, Tuple.of(caller.tenant().value(), wanted));
        }
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
