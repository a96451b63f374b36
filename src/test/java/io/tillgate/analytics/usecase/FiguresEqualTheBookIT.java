package io.tillgate.analytics.usecase;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.euro;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.LiveTakings;
import io.tillgate.analytics.LiveTick;
import io.tillgate.analytics.Period;
import io.tillgate.analytics.Question;
import io.tillgate.analytics.Summary;
import io.tillgate.analytics.TakingsBy;
import io.tillgate.analytics.store.Rebuilds;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.payments.Payments;
import io.tillgate.platform.Ids;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.TenantId;
import io.tillgate.simulator.till.Till;
import io.tillgate.tenancy.BusinessClock;
import io.tillgate.tenancy.Tenants;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sales, refunds, voids and reversals in random order: figures equal the book to the cent, and stay what they are. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class FiguresEqualTheBookIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int STEPS = 40;

    @Inject
    TenantTransaction transactions;

    @Inject
    HearingOfPayments hearing;

    @Inject
    Folding folding;

    @Inject
    Analytics analytics;

    @Inject
    LiveTakings live;

    @Inject
    BusinessClock clock;

    @Inject
    Tenants tenants;

    @Inject
    Ids ids;

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
    void after_a_random_day_figures_equal_the_book_and_a_rebuild_and_redelivery_change_nothing() {
        trade();
        folded();

        assertThat(cellars.figures("analytics_day")).isNotEmpty().isEqualTo(cellars.book());
        assertThat(cellars.figures("analytics_hour")).isEqualTo(cellars.book());
        assertThat(cellars.figures("analytics_payment")).isEqualTo(cellars.book());
        List<String> cells = cellars.cells();

        redeliver();
        assertThat(cellars.cells()).as("told again, in another order").isEqualTo(cells);

        cellars.change("update analytics_day set gross = gross + 1, payments = payments + 7"
                + " where tenant_id = $1 and merchant_id = $2");
        cellars.change("delete from analytics_line where tenant_id = $1 and merchant_id = $2");
        rebuilt();
        assertThat(cellars.cells()).as("made again from the records").isEqualTo(cells);
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
    void a_crash_while_folding_leaves_nothing_and_late_events_make_up_for_it() {
        Lane lane = shop.lane();
        Article article = shop.article(640);
        approved(lane.ask(cardSale(basket(article, 1), lane)));
        approved(lane.ask(cashSale(basket(article, 3))));
        lane.till().close();
        folded();
        List<String> cells = cellars.cells();

        assertThatThrownBy(() -> transactions
                        .sql(
                                Scope.tenant(tenant),
                                connection -> folding.lock(connection, tenant)
                                        .chain(() -> Rebuilds.empty(connection, tenant, clock.date(tenant)))
                                        .chain(() -> folding.fold(connection, tenant, ofThisMerchant()))
                                        .chain(() ->
                                                Uni.createFrom().<Void>failure(new IllegalStateException("killed"))))
                        .await()
                        .atMost(SOON))
                .hasMessageContaining("killed");
        assertThat(cellars.cells()).isEqualTo(cells);

        transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> folding.lock(connection, tenant)
                                .chain(() -> Rebuilds.empty(connection, tenant, clock.date(tenant))))
                .await()
                .atMost(SOON);
        assertThat(cellars.cells()).isNotEqualTo(cells);
        redeliver();
        assertThat(cellars.cells()).as("events that came late").isEqualTo(cells);
        rebuilt(); // for the tenant's other merchants, whose day was emptied too
    }

    private Set<PaymentId> ofThisMerchant() {
        return cellars.payments().stream().map(PaymentId::new).collect(Collectors.toSet());
    }

    @Test
    void another_merchants_scope_shows_nothing() {
        Lane lane = shop.lane();
        approved(lane.ask(cashSale(basket(shop.article(500), 1))));
        lane.till().close();
        folded();
        Scope stranger = Scope.merchant(tenant, new MerchantId(UUID.randomUUID()));
        Question question = new Question(stranger, tenant, merchant, null, thisMonth(), null);

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

        String period = "?from=" + thisMonth().from() + "&to=" + thisMonth().to();
        for (TakingsBy by : TakingsBy.values()) {
            JsonNode table = shop.asOwner("/api/v1/analytics/takings" + period + "&by=" + by.code());
            assertThat(sum(table))
                    .as(by.code())
                    .isEqualTo(table.at("/total/gross/value").asLong());
        }
        assertThat(analytics
                        .products(Question.ofMerchant(tenant, merchant, thisMonth()), 1_000)
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

    private void trade() {
        long seed = System.nanoTime();
        System.out.println("seed of the random day: " + seed);
        Random random = new Random(seed);
        List<Lane> lanes = List.of(shop.lane(), shop.lane());
        List<Article> articles = List.of(shop.article(1_000), shop.article(333), shop.article(9_951), shop.article(25));
        List<String> standing = new ArrayList<>();
        List<Integer> lanesOf = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int at = random.nextInt(lanes.size());
            Lane lane = lanes.get(at);
            if (standing.isEmpty() || random.nextInt(10) < 6) {
                ObjectNode basket = basket(articles.get(random.nextInt(articles.size())), 1 + random.nextInt(4));
                String id = Till.newId();
                JsonNode answer = lane.ask(id, random.nextBoolean() ? cardSale(basket, lane) : cashSale(basket));
                if (answer.get("outcome").asText().equals("approved")) {
                    standing.add(id);
                    lanesOf.add(at);
                }
            } else {
                int which = random.nextInt(standing.size());
                undoOne(lanes.get(lanesOf.get(which)), standing.get(which), random);
            }
        }
        lanes.forEach(lane -> lane.till().close());
    }

    /** What may not be done any more is refused, and that is fine here. */
    private void undoOne(Lane lane, String id, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> lane.advise(undo("reversal", id));
            case 1 -> lane.ask(undo("void", id));
            default -> {
                ObjectNode refund = undo("refund", id);
                refund.set("amount", euro(1 + random.nextInt(25)));
                lane.ask(refund);
            }
        }
    }

    private void folded() {
        await().atMost(SOON).until(() -> cellars.waiting() == 0);
    }

    private void redeliver() {
        List<OutboxEvent> events = new ArrayList<>();
        for (UUID payment : cellars.payments()) {
            JsonObject payload = new JsonObject().put("payment", payment.toString());
            events.add(new OutboxEvent(tenant, ids.next(), Payments.DECIDED, "payment:" + payment, payload));
            events.add(new OutboxEvent(tenant, ids.next(), Payments.REVERSED, "payment:" + payment, payload));
        }
        Collections.shuffle(events, new Random(7));
        hearing.onAll(events).await().atMost(SOON);
        hearing.on(events.getFirst()).await().atMost(SOON);
    }

    private void rebuilt() {
        ObjectNode days = OpenShop.json();
        days.put("from", thisMonth().from().toString())
                .put("to", thisMonth().to().toString());
        String id =
                shop.postAsAdmin("/api/v1/analytics/rebuild", days).get("id").asText();
        await().atMost(SOON)
                .until(() -> analytics.rebuilds(tenant).await().atMost(SOON).stream()
                        .anyMatch(rebuild -> rebuild.id().toString().equals(id)
                                && rebuild.state().equals("done")));
    }

    private Period thisMonth() {
        LocalDate today = clock.date(tenant);
        return new Period(today.minusDays(3), today.plusDays(1));
    }

    private Summary today() {
        return analytics
                .summary(Question.ofMerchant(tenant, merchant, thisMonth()))
                .await()
                .atMost(SOON);
    }

    private static JsonNode approved(JsonNode answer) {
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
        return answer;
    }
}
