package io.tillgate.payments.store;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.Original;
import io.tillgate.payments.PaymentView;
import io.tillgate.payments.RequestKey;
import io.tillgate.payments.store.ArmedPayment.Owner;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.PaymentId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads of payments, and the take-over of those whose owner is gone. */
@ApplicationScoped
public class PaymentStore {
    private static final int TAKE_OVER_MAX = 200;
    private static final String REQUEST =
            "select body_hash, answer, payment_id from payment_request where tenant_id = $1 and channel = $2 and request_id = $3";
    private static final String BY_REQUEST = "select " + PaymentReads.COLUMNS
            + " from payment_request r join payment p on p.tenant_id = r.tenant_id"
            + " and p.business_date = r.business_date and p.id = r.payment_id"
            + " where r.tenant_id = $1 and r.channel = $2 and r.request_id = $3";
    private static final String BY_ID =
            "select " + PaymentReads.COLUMNS + " from payment p where p.tenant_id = $1 and p.id = $2";
    private static final String TAKE_OVER = "update payment p set owner_node = $1, owner_epoch = $2,"
            + " deadline = now() + interval '30 seconds' from (select tenant_id, business_date, id from payment"
            + " where state = 'armed' and (deadline < now() or (owner_node = $1 and owner_epoch < $2))"
            + " order by deadline limit " + TAKE_OVER_MAX + " for update skip locked) late"
            + " where p.tenant_id = late.tenant_id and p.business_date = late.business_date and p.id = late.id"
            + " and p.state = 'armed' returning " + PaymentReads.COLUMNS;

    private final TenantTransaction transactions;

    PaymentStore(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** What is known of a request id. */
    public Uni<Optional<KnownRequest>> request(RequestKey key) {
        return transactions
                .read(
                        Scope.tenant(key.tenant()),
                        connection -> connection
                                .preparedQuery(REQUEST)
                                .execute(Tuple.of(key.tenant().value(), key.channel(), key.requestId())))
                .map(rows -> first(rows).map(PaymentStore::known));
    }

    public Uni<Optional<StoredPayment>> original(RequestKey asking, Original original) {
        return switch (original) {
            case Original.ByPayment byId ->
                byId(Scope.tenant(asking.tenant()), asking.tenant().value(), byId.payment());
            case Original.ByRequest byRequest ->
                byRequest(new RequestKey(asking.tenant(), asking.channel(), byRequest.requestId()));
        };
    }

    public Uni<Optional<StoredPayment>> byRequest(RequestKey key) {
        return transactions
                .read(
                        Scope.tenant(key.tenant()),
                        connection -> connection
                                .preparedQuery(BY_REQUEST)
                                .execute(Tuple.of(key.tenant().value(), key.channel(), key.requestId())))
                .map(rows -> first(rows).map(PaymentReads::stored));
    }

    public Uni<Optional<StoredPayment>> byId(Scope scope, UUID tenant, PaymentId id) {
        return transactions
                .read(scope, connection -> connection.preparedQuery(BY_ID).execute(Tuple.of(tenant, id.value())))
                .map(rows -> first(rows).map(PaymentReads::stored));
    }

    /** Takes over armed payments past their deadline, or of an earlier life of this node; a bounded number. */
    public Uni<List<StoredPayment>> takeOver(Scope scope, Owner owner) {
        return transactions
                .sql(
                        scope,
                        connection ->
                                connection.preparedQuery(TAKE_OVER).execute(Tuple.of(owner.node(), owner.epoch())))
                .map(rows -> {
                    List<StoredPayment> late = new ArrayList<>();
                    rows.forEach(row -> late.add(PaymentReads.stored(row)));
                    return late;
                });
    }

    /** The view of a payment that exists. */
    public Uni<PaymentView> view(Scope scope, UUID tenant, PaymentId id) {
        return byId(scope, tenant, id).map(found -> found.orElseThrow().view());
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }

    private static KnownRequest known(Row row) {
        Buffer hash = Buffer.newInstance(
                Objects.requireNonNull(row.getBuffer("body_hash")).getDelegate());
        return new KnownRequest(
                hash.getBytes(), (JsonObject) row.getJson("answer"), new PaymentId(row.getUUID("payment_id")));
    }

    /**
     * @param bodyHash empty when a reversal came before the payment
     * @param answer null while the payment is under way
     */
    public record KnownRequest(byte[] bodyHash, @Nullable JsonObject answer, PaymentId payment) {}
}
