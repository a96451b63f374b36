package io.tillgate.sales.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SalePayment;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads whole sales. */
@ApplicationScoped
public class SaleStore {
    private static final String BY_ID = "select " + SaleReads.SALE
            + " from sale s where s.tenant_id = $1 and s.id = $2 order by s.business_date desc limit 1";
    private static final String BY_EITHER_ID = "select " + SaleReads.SALE
            + " from sale s where s.tenant_id = $1 and s.id in ($2, $3)"
            + " order by s.id = $2 desc, s.business_date desc limit 1";
    private static final String BY_PAYMENT = "select " + SaleReads.SALE
            + " from sale_payment p join sale s on s.tenant_id = p.tenant_id and s.business_date = p.business_date"
            + " and s.id = p.sale_id where p.tenant_id = $1 and p.payment_id = $2 limit 1";
    private static final String LINES =
            "select * from sale_line" + " where tenant_id = $1 and business_date = $2 and sale_id = $3 order by line";
    private static final String PAYMENTS = "select * from sale_payment"
            + " where tenant_id = $1 and business_date = $2 and sale_id = $3 order by created_at, request_id limit 500";

    private final TenantTransaction transactions;

    SaleStore(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    public Uni<Optional<Sale>> find(Scope scope, TenantId tenant, SaleId id) {
        return transactions.sql(scope, sql -> whole(sql, BY_ID, Tuple.of(tenant.value(), id.value())));
    }

    /** The one of the two ids if there is such a sale, else the other. */
    public Uni<Optional<Sale>> findEither(Scope scope, TenantId tenant, SaleId id, SaleId other) {
        return transactions.sql(
                scope, sql -> whole(sql, BY_EITHER_ID, Tuple.of(tenant.value(), id.value(), other.value())));
    }

    /** The sale that a payment, refund or void belongs to. */
    public Uni<Optional<Sale>> ofPayment(Scope scope, TenantId tenant, PaymentId payment) {
        return transactions.sql(scope, sql -> whole(sql, BY_PAYMENT, Tuple.of(tenant.value(), payment.value())));
    }

    private static Uni<Optional<Sale>> whole(SqlConnection sql, String query, Tuple key) {
        return sql.preparedQuery(query).execute(key).chain(found -> {
            Optional<Row> row = StreamSupport.stream(found.spliterator(), false).findFirst();
            return row.isEmpty() ? Uni.createFrom().item(Optional.empty()) : whole(sql, row.get());
        });
    }

    private static Uni<Optional<Sale>> whole(SqlConnection sql, Row sale) {
        Tuple key = key(sale.getUUID("tenant_id"), sale.getLocalDate("business_date"), sale.getUUID("id"));
        return sql.preparedQuery(LINES)
                .execute(key)
                .map(rows -> all(rows, SaleReads::line))
                .chain((List<SaleLine> lines) -> sql.preparedQuery(PAYMENTS)
                        .execute(key)
                        .map(rows -> all(rows, SaleReads::payment))
                        .map((List<SalePayment> payments) -> Optional.of(SaleReads.sale(sale, lines, payments))));
    }

    private static Tuple key(UUID tenant, LocalDate date, UUID sale) {
        return Tuple.of(tenant, date, sale);
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
