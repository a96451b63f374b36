package io.tillgate.payments.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.PaymentFact;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Payments that have their outcome, for figures. */
public final class PaymentFacts {
    private static final String FACT =
            "select " + PaymentReads.COLUMNS + " from payment p where p.tenant_id = $1 and p.state <> 'armed'";
    private static final String OF = FACT + " and p.id = any ($2::uuid[] || array(select o.original_id from payment o"
            + " where o.tenant_id = $1 and o.id = any ($2) and o.original_id is not null)) order by p.id";
    private static final String OF_DATE =
            FACT + " and p.business_date = $2 and ($3::uuid is null or p.id > $3) order by p.id limit $4";

    private PaymentFacts() {}

    public static Uni<List<PaymentFact>> of(SqlConnection connection, TenantId tenant, Collection<PaymentId> ids) {
        UUID[] asked = ids.stream().map(PaymentId::value).toArray(UUID[]::new);
        return connection
                .preparedQuery(OF)
                .execute(Tuple.of(tenant.value()).addArrayOfUUID(asked))
                .map(PaymentFacts::facts);
    }

    public static Uni<List<PaymentFact>> ofDate(
            SqlConnection connection, TenantId tenant, LocalDate date, @Nullable PaymentId after, int limit) {
        return connection
                .preparedQuery(OF_DATE)
                .execute(Tuple.of(tenant.value(), date, after == null ? null : after.value(), limit))
                .map(PaymentFacts::facts);
    }

    private static List<PaymentFact> facts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new PaymentFact(
                        PaymentReads.view(row),
                        ZoneId.of(row.getString("zone")),
                        !row.getString("duty").equals("nothing")))
                .toList();
    }
}
