package io.tillgate.sales.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.sales.SaleLine;
import io.tillgate.sales.SoldBasket;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Many sales with their lines in two statements. */
public final class BasketReads {
    private static final String BASKET = "select " + SaleReads.SALE
            + ", (select p.payment_id from sale_payment p where p.tenant_id = s.tenant_id"
            + " and p.business_date = s.business_date and p.sale_id = s.id and p.kind = 'sale' and p.approved > 0"
            + " order by p.payment_id limit 1) as tender from sale s where s.tenant_id = $1";
    private static final String OF = BASKET + " and s.id = any ($2)";
    private static final String OF_DATE =
            BASKET + " and s.business_date = $2 and ($3::uuid is null or s.id > $3) order by s.id limit $4";
    private static final String LINES = "select l.* from unnest($2::date[], $3::uuid[]) as w(business_date, sale_id)"
            + " join sale_line l on l.tenant_id = $1 and l.business_date = w.business_date and l.sale_id = w.sale_id"
            + " order by l.sale_id, l.line";

    private BasketReads() {}

    public static Uni<List<SoldBasket>> of(SqlConnection connection, TenantId tenant, Collection<SaleId> ids) {
        UUID[] asked = ids.stream().map(SaleId::value).toArray(UUID[]::new);
        Tuple key = Tuple.of(tenant.value()).addArrayOfUUID(asked);
        return connection.preparedQuery(OF).execute(key).chain(sales -> withLines(connection, tenant, sales));
    }

    public static Uni<List<SoldBasket>> ofDate(
            SqlConnection connection, TenantId tenant, LocalDate date, @Nullable SaleId after, int limit) {
        Tuple key = Tuple.of(tenant.value(), date, after == null ? null : after.value(), limit);
        return connection.preparedQuery(OF_DATE).execute(key).chain(sales -> withLines(connection, tenant, sales));
    }

    private static Uni<List<SoldBasket>> withLines(SqlConnection connection, TenantId tenant, RowSet<Row> sales) {
        List<Row> rows = StreamSupport.stream(sales.spliterator(), false).toList();
        Tuple wanted = Tuple.of(tenant.value())
                .addArrayOfLocalDate(rows.stream()
                        .map(row -> row.getLocalDate("business_date"))
                        .toArray(LocalDate[]::new))
                .addArrayOfUUID(rows.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new));
        return connection.preparedQuery(LINES).execute(wanted).map(lines -> joined(rows, lines));
    }

    private static List<SoldBasket> joined(List<Row> sales, RowSet<Row> lines) {
        Map<UUID, List<SaleLine>> bySale = new HashMap<>();
        lines.forEach(row -> bySale.computeIfAbsent(row.getUUID("sale_id"), sale -> new ArrayList<>())
                .add(SaleReads.line(row)));
        return sales.stream()
                .map(row -> new SoldBasket(
                        SaleReads.sale(row, bySale.getOrDefault(row.getUUID("id"), List.of()), List.of()),
                        Optional.ofNullable(row.getUUID("tender"))
                                .map(PaymentId::new)
                                .orElse(null)))
                .toList();
    }
}
