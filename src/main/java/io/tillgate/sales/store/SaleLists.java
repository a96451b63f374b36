package io.tillgate.sales.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Cursor;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.sales.Sale;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lists of sales, newest first, without lines and payments. */
@ApplicationScoped
public class SaleLists {
    private final TenantTransaction transactions;

    SaleLists(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /**
     * What a list adds up to, in one currency. Only what was paid counts: a sale whose tenders were all declined, reversed
     * or voided is in the list and in no figure.
     *
     * @param sales for which money was taken
     * @param sold the sums due of those that are paid in full
     * @param paid for goods, also in part; tips came on top
     * @param net paid and tips, less what went back
     */
    public record Total(long sales, Money sold, Money paid, Money tips, Money refunded, Money net) {}

    public Uni<Page<Sale>> page(Scope scope, TenantId tenant, SaleFilter filter, PageRequest request) {
        Conditions conditions = new Conditions(tenant, filter);
        String after = request.after();
        if (after != null) {
            conditions.after(Place.parse(after));
        }
        return rows(scope, conditions, request.limit() + 1)
                .map(sales -> Page.of(sales, request, sale -> Place.of(sale).text()));
    }

    /** The newest of a list, for an export; at most {@code limit}. */
    public Uni<List<Sale>> newest(Scope scope, TenantId tenant, SaleFilter filter, int limit) {
        return rows(scope, new Conditions(tenant, filter), limit);
    }

    /** One row a currency. */
    public Uni<List<Total>> totals(Scope scope, TenantId tenant, SaleFilter filter) {
        Conditions conditions = new Conditions(tenant, filter);
        String sql = "select s.currency, count(*) as sales,"
                + " coalesce(sum(s.total) filter (where s.paid >= s.total), 0)::bigint as sold, sum(s.paid)::bigint as paid,"
                + " sum(s.tips)::bigint as tips, sum(s.refunded)::bigint as refunded from sale s where "
                + conditions.sql() + " and s.paid + s.tips > 0 group by s.currency order by s.currency";
        return transactions
                .sql(scope, connection -> connection.preparedQuery(sql).execute(Tuple.from(conditions.values())))
                .map(rows -> {
                    List<Total> totals = new ArrayList<>();
                    rows.forEach(row -> totals.add(total(row)));
                    return totals;
                });
    }

    private Uni<List<Sale>> rows(Scope scope, Conditions conditions, int limit) {
        String sql = "select " + SaleReads.SALE + " from sale s where " + conditions.sql()
                + " order by s.created_at desc, s.id desc limit " + limit;
        return transactions
                .sql(scope, connection -> connection.preparedQuery(sql).execute(Tuple.from(conditions.values())))
                .map(rows -> {
                    List<Sale> sales = new ArrayList<>();
                    rows.forEach(row -> sales.add(SaleReads.sale(row, List.of(), List.of())));
                    return sales;
                });
    }

    private static Total total(Row row) {
        String currency = row.getString("currency");
        long net = row.getLong("paid") + row.getLong("tips") - row.getLong("refunded");
        return new Total(
                row.getLong("sales"),
                Money.of(row.getLong("sold"), currency),
                Money.of(row.getLong("paid"), currency),
                Money.of(row.getLong("tips"), currency),
                Money.of(row.getLong("refunded"), currency),
                Money.of(net, currency));
    }

    /** Where a page ends. */
    record Place(Instant createdAt, UUID id) {
        static Place of(Sale sale) {
            return new Place(sale.createdAt(), sale.id().value());
        }

        String text() {
            return createdAt + "|" + id;
        }

        static Place parse(String text) {
            int bar = text.indexOf('|');
            try {
                if (bar > 0) {
                    return new Place(Instant.parse(text.substring(0, bar)), UUID.fromString(text.substring(bar + 1)));
                }
            } catch (DateTimeException | IllegalArgumentException foreign) {
                // answered below
            }
            throw Cursor.foreign();
        }
    }

    /** A where clause, value by value. */
    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder("s.tenant_id = $1");
        private final List<Object> values = new ArrayList<>();

        Conditions(TenantId tenant, SaleFilter filter) {
            values.add(tenant.value());
            filter.each(this::add);
        }

        void after(Place place) {
            values.add(place.createdAt().atOffset(ZoneOffset.UTC));
            values.add(place.id());
            sql.append(" and (s.created_at, s.id) < ($")
                    .append(values.size() - 1)
                    .append(", $")
                    .append(values.size())
                    .append(')');
        }

        private void add(String condition, Object value) {
            values.add(value);
            sql.append(" and ").append(condition.replace("?", "$" + values.size()));
        }

        String sql() {
            return sql.toString();
        }

        List<Object> values() {
            return values;
        }
    }
}
