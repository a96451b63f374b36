package io.tillgate.analytics.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.Home;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Question;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.stack.People;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred thousand sales of one merchant in 66 days, in three stores with four tills each: its pages stay fast. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class AMerchantWithManySalesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUNDS = 100;
    private static final int SALES = 100_000;
    private static final String FACTS = "insert into analytics_payment select $1::uuid, date '{today}' - (n % 66),"
            + " gen_random_uuid(), $2::uuid, $2::uuid, ('00000000-0000-7000-8000-00000000000' || (n % 3))::uuid,"
            + " 'T' || (n % 3) || (n / 3 % 4), 8 + n % 14, (array['cash', 'visa', 'mastercard', 'amex', 'unionpay'])[1 + n / 7 % 5],"
            + " 'CNY', '', '', decode(md5((n % 20000)::text), 'hex'), now(), 1, 100 + n % 900, 0, 0, 3, 0, 0, 1, 1, 0, 0"
            + " from generate_series(1, {sales}) n";
    private static final String SUMS = "sum(payments)::bigint, sum(gross)::bigint, sum(refunds)::bigint,"
            + " sum(refunded)::bigint, sum(fees)::bigint, sum(undone)::bigint, sum(undone_amount)::bigint,"
            + " sum(tried)::bigint, sum(approved)::bigint from analytics_payment where tenant_id = $1 and merchant_id = $2";
    private static final String PLACE =
            "tenant_id, business_date, merchant_id, merchant_account_id, store_id, terminal_number, ";
    private static final String HOURS = "insert into analytics_hour select " + PLACE + "hour, method, currency, " + SUMS
            + " group by " + PLACE + "hour, method, currency";
    private static final String DAYS = "insert into analytics_day select " + PLACE + "method, currency, " + SUMS
            + " group by " + PLACE + "method, currency";
    private static final String BASKETS =
            "insert into analytics_basket_hour select tenant_id, business_date, merchant_id,"
                    + " store_id, terminal_number, hour, currency, sum(payments)::bigint, sum(gross)::bigint, 0 from analytics_payment"
                    + " where tenant_id = $1 and merchant_id = $2 group by 1, 2, 3, 4, 5, 6, 7";
    private static final String PRODUCTS = "insert into analytics_product select $1, date '{today}' - d, $2,"
            + " ('00000000-0000-7000-8000-00000000000' || s)::uuid, 'SKU-' || p, 'CNY', 'Article ' || p, '商品' || p, now(),"
            + " 1000 * p, 100 * p, 0 from generate_series(0, 65) d, generate_series(0, 2) s, generate_series(1, 300) p";

    private static final String WEEKS = "insert into analytics_product_week select tenant_id,"
            + " business_date - (extract(isodow from business_date)::int - 1) as monday, merchant_id, store_id, sku, currency,"
            + " sum(thousandths)::bigint, sum(amount)::bigint, sum(returned)::bigint from analytics_product"
            + " where tenant_id = $1 and merchant_id = $2 group by 1, 2, 3, 4, 5, 6";

    @Inject
    TenantTransaction transactions;

    @Inject
    Analytics analytics;

    @Inject
    BusinessClock clock;

    @Inject
    Tenants tenants;

    private final MerchantId merchant = new MerchantId(UUID.randomUUID());
    private TenantId tenant;
    private LocalDate today;
    private Cellars cellars;

    @BeforeEach
    void many_sales() {
        People.awaitTenants();
        tenant = tenants.bySlug("jiuzhou").orElseThrow().id();
        today = clock.date(tenant);
        cellars = new Cellars(transactions, tenant, merchant.value());
        cellars.change(at(FACTS));
        List.of(HOURS, DAYS, BASKETS, at(PRODUCTS), WEEKS).forEach(cellars::change);
    }

    private String at(String sql) {
        return sql.replace("{today}", today.toString()).replace("{sales}", String.valueOf(SALES));
    }

    @AfterEach
    void none() {
        List.of("payment", "hour", "day", "basket_hour", "product", "product_week")
                .forEach(table -> cellars.change(
                        "delete from analytics_" + table + " where tenant_id = $1 and merchant_id = $2"));
    }

    @Test
    void the_first_page_and_the_reports_stay_fast() {
        Home home = analytics.home(tenant, merchant, null).await().atMost(PATIENCE);
        assertThat(home.days().total().payments() + home.days().totalBefore().payments())
                .isGreaterThan(SALES / 10 * 9);
        assertThat(home.products().rows()).hasSize(Home.PRODUCTS);
        assertThat(home.products().rows().getFirst())
                .as("of 30 days in three stores")
                .extracting(row -> row.sku(), row -> row.amount().value(), row -> row.thousandths())
                .containsExactly("SKU-300", 300 * 100 * 90L, 300 * 1000 * 90L);
        Question month = Question.ofMerchant(tenant, merchant, Period.endingWith(today, 30));

        long first = p95("first page", ROUNDS, () -> analytics.home(tenant, merchant, null));
        long summary = p95("summary of 30 days", ROUNDS, () -> analytics.summary(month));
        long customers = p95("customers of 30 days", 20, () -> analytics.customers(month));
        assertThat(first).isLessThan(500);
        assertThat(summary).isLessThan(500);
        assertThat(customers).isLessThan(2_000);
    }

    private static long p95(String what, int rounds, Supplier<? extends Uni<?>> question) {
        List<Long> millis = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long from = System.nanoTime();
            question.get().await().atMost(PATIENCE);
            millis.add((System.nanoTime() - from) / 1_000_000);
        }
        Collections.sort(millis);
        long p95 = millis.get(rounds * 95 / 100);
        System.out.printf(
                "%s of a merchant with %,d sales: median %d ms, p95 %d ms%n", what, SALES, millis.get(rounds / 2), p95);
        return p95;
    }
}
