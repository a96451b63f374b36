package io.tillgate.payments;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import io.tillgate.simulator.till.Till;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A payment is found by what a cardholder's bank quotes, long after, and by an index. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class FindingPaymentsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    PaymentSearch search;

    @Inject
    Payments payments;

    @Inject
    Tenants tenants;

    @Inject
    TenantTransaction transactions;

    @Test
    void reference_and_code_find_it_for_two_years_and_a_tills_number_for_two_weeks() {
        PaymentView sold = sold();
        PaymentView.HostSide host = Objects.requireNonNull(sold.host());
        String rrn = Objects.requireNonNull(host.rrn());
        String code = Objects.requireNonNull(host.authCode());
        assertThat(found(rrn)).containsExactly(sold.id());
        assertThat(found(code)).contains(sold.id());

        PaymentId old = copied(sold, LocalDate.now(java.time.ZoneOffset.UTC).minusMonths(23), "OLD" + rrn.substring(3));
        PaymentId older =
                copied(sold, LocalDate.now(java.time.ZoneOffset.UTC).minusMonths(25), "GONE" + rrn.substring(4));

        assertThat(found("OLD" + rrn.substring(3))).containsExactly(old);
        assertThat(found("GONE" + rrn.substring(4))).isEmpty();
        assertThat(older).isNotEqualTo(old);
        assertThat(search.ofTill(caller(), sold.place().merchant(), sold.place().terminalNumber())
                        .await()
                        .atMost(PATIENCE))
                .extracting(PaymentView::id)
                .contains(sold.id())
                .doesNotContain(old);
    }

    /** With many rows the planner takes it; with few, only when it may not scan. */
    @Test
    void neither_number_is_looked_for_row_by_row() {
        OpenShop.ofThisRun();
        for (String number : List.of("rrn", "auth_code")) {
            assertThat(plan(number)).contains("_" + number + "_").doesNotContain("Seq Scan");
        }
    }

    private String plan(String column) {
        return transactions
                .sql(
                        Scope.tenant(tenant()),
                        connection -> connection
                                .query("set local enable_seqscan = off")
                                .execute()
                                .chain(() -> connection
                                        .query("explain select id from payment where tenant_id = '" + tenant().value()
                                                + "' and business_date > current_date - 700 and " + column + " = 'x'")
                                        .execute())
                                .map(rows -> {
                                    StringBuilder lines = new StringBuilder();
                                    rows.forEach(row ->
                                            lines.append(row.getString(0)).append('\n'));
                                    return lines.toString();
                                }))
                .await()
                .atMost(PATIENCE);
    }

    private PaymentView sold() {
        OpenShop shop = OpenShop.ofThisRun();
        Lane lane = shop.lane();
        try {
            JsonNode answer = lane.ask(Till.newId(), cardSale(basket(shop.article(1_000), 1), lane));
            PaymentId id =
                    new PaymentId(UUID.fromString(answer.path("paymentId").asText()));
            return payments.find(Scope.tenant(tenant()), tenant(), id)
                    .await()
                    .atMost(PATIENCE)
                    .orElseThrow();
        } finally {
            lane.till().close();
        }
    }

    private List<PaymentId> found(String text) {
        return search.find(caller(), text).await().atMost(PATIENCE).stream()
                .map(PaymentView::id)
                .toList();
    }

    /** The same payment as if it had been tried on another day; declined, so that the book owes nothing for it. */
    private PaymentId copied(PaymentView payment, LocalDate day, String rrn) {
        PaymentId id = new PaymentId(UUID.randomUUID());
        String columns =
                "merchant_id, merchant_account_id, store_id, terminal_id, terminal_number, merchant_number, mcc, zone,"
                        + " request_channel, kind, tender, amount, currency, duty, auth_code";
        transactions
                .sql(
                        Scope.tenant(tenant()),
                        connection -> connection
                                .preparedQuery(
                                        "insert into payment (tenant_id, business_date, id, request_id, sale_id, rrn, state, "
                                                + columns
                                                + ") select tenant_id, $3, $4, $4, $4, $5, 'declined', " + columns
                                                + " from payment where tenant_id = $1 and id = $2")
                                .execute(Tuple.of(tenant().value(), payment.id().value(), day, id.value(), rrn)))
                .await()
                .atMost(PATIENCE);
        return id;
    }

    private Caller caller() {
        return new Caller(tenant(), OpenShop.TENANT, "a", "a", Set.of(Roles.SUPPORT), null, "test");
    }

    private TenantId tenant() {
        return tenants.bySlug(OpenShop.TENANT).orElseThrow().id();
    }
}
