package io.tillgate.analytics.usecase;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.LiveTakings;
import io.tillgate.analytics.LiveTick;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Question;
import io.tillgate.analytics.Summary;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people ask: soon after a sale, about their own only, and over HTTP. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class AskingForFiguresIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    TenantTransaction transactions;

    @Inject
    Analytics analytics;

    @Inject
    LiveTakings live;

    @Inject
    BusinessClock clock;

    @Inject
    Tenants tenants;

    private OpenShop shop;
    private TenantId tenant;
    private MerchantId merchant;
    private Cellars cellars;

    @BeforeEach
    void a_shop() {
        shop = OpenShop.ofThisRun();
        tenant = tenants.bySlug(OpenShop.TENANT).orElseThrow().id();
        merchant = MerchantId.fromString(
                shop.asOwner("/api/v1/merchants").at("/items/0/id").asText());
        cellars = new Cellars(transactions, tenant, merchant.value());
    }

    @Test
    void a_sale_is_in_the_figures_within_seconds_and_open_pages_hear_of_it() {
        Lane lane = shop.lane();
        Article article = shop.article(1_234);
        folded();
        List<LiveTick> ticks = new CopyOnWriteArrayList<>();
        var listening = live.of(tenant, merchant).subscribe().with(ticks::add);
        await().atMost(SOON).until(() -> !ticks.isEmpty());
        long before = today().now().takings().gross().value();

        approved(lane.ask(cashSale(basket(article, 1))));
        long from = System.nanoTime();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> today().now().takings().gross().value() == before + 1_234);
        System.out.println("lag from sale to figures: " + (System.nanoTime() - from) / 1_000_000 + " ms");

        await().atMost(SOON).until(() -> ticks.size() > 1);
        listening.cancel();
        lane.till().close();
    }

    @Test
    void another_merchants_scope_shows_nothing() {
        Lane lane = shop.lane();
        approved(lane.ask(cashSale(basket(shop.article(500), 1))));
        lane.till().close();
        folded();
        Scope stranger = Scope.merchant(tenant, new MerchantId(UUID.randomUUID()));
        Question question = new Question(stranger, tenant, merchant, null, theseDays(), null);

        assertThat(analytics
                        .summary(question)
                        .await()
                        .atMost(SOON)
                        .now()
                        .takings()
                        .payments())
                .isZero();
        assertThat(analytics.products(question, 10).await().atMost(SOON).rows()).isEmpty();
        assertThat(analytics
                        .takings(question, TakingsBy.TILL)
                        .await()
                        .atMost(SOON)
                        .rows())
                .isEmpty();
        assertThat(analytics.customers(question).await().atMost(SOON).visits()).isZero();
        assertThat(analytics.approvals(question).await().atMost(SOON).declines())
                .isEmpty();
    }

    @Test
    void every_question_has_its_answer_over_http() {
        Lane lane = shop.lane();
        Article article = shop.article(777);
        approved(lane.ask(cardSale(basket(article, 2), lane)));
        lane.ask(cardSale(basket(shop.article(9_951), 1), lane));
        lane.till().close();
        folded();

        String period = "?from=" + theseDays().from() + "&to=" + theseDays().to();
        for (TakingsBy by : TakingsBy.values()) {
            JsonNode table = shop.asOwner("/api/v1/analytics/takings" + period + "&by=" + by.code());
            assertThat(sum(table))
                    .as(by.code())
                    .isEqualTo(table.at("/total/gross/value").asLong());
        }
        assertThat(analytics
                        .products(Question.ofMerchant(tenant, merchant, theseDays()), 1_000)
                        .await()
                        .atMost(SOON)
                        .rows())
                .filteredOn(row -> row.sku().equals(article.sku()))
                .extracting(row -> row.amount().value(), row -> row.thousandths())
                .containsExactly(tuple(1_554L, 2_000L));
        assertThat(shop.asOwner("/api/v1/analytics/products" + period).get("rows"))
                .isNotEmpty();
        JsonNode approvals = shop.asOwner("/api/v1/analytics/approvals" + period);
        assertThat(approvals
                        .get("declines")
                        .valueStream()
                        .map(row -> row.path("responseCode").asText()))
                .contains("51");
        assertThat(approvals.at("/rate/tried").asLong())
                .isGreaterThan(approvals.at("/rate/approved").asLong());
        assertThat(shop.asOwner("/api/v1/analytics/customers" + period)
                        .get("cards")
                        .asLong())
                .isPositive();
        JsonNode volumes = shop.asFinance("/api/v1/analytics/merchants" + period);
        assertThat(volumes.get("rows")
                        .valueStream()
                        .map(row -> row.get("merchant").asText()))
                .contains(merchant.toString());
        assertThat(analytics
                        .home(tenant, merchant, null)
                        .await()
                        .atMost(SOON)
                        .days()
                        .rows())
                .hasSize(30);
    }

    private static long sum(JsonNode table) {
        return table.get("rows")
                .valueStream()
                .mapToLong(row -> row.at("/takings/gross/value").asLong())
                .sum();
    }

    private void folded() {
        await().atMost(SOON).until(() -> cellars.waiting() == 0);
    }

    private Period theseDays() {
        LocalDate today = clock.date(tenant);
        return new Period(today.minusDays(3), today.plusDays(1));
    }

    private Summary today() {
        return analytics
                .summary(Question.ofMerchant(tenant, merchant, theseDays()))
                .await()
                .atMost(SOON);
    }

    private static JsonNode approved(JsonNode answer) {
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
        return answer;
    }
}
