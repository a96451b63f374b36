package io.tillgate.analytics.usecase;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.euro;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.analytics.Analytics;
import io.tillgate.analytics.Period;
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
import java.util.concurrent.CompletableFuture;
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
        List<String> weeks = cellars.soldByWeek("analytics_product");
        assertThat(cellars.soldByWeek("analytics_product_week")).isNotEmpty().isEqualTo(weeks);

        redeliver();
        assertThat(cellars.cells()).as("told again, in another order").isEqualTo(cells);

        cellars.change("update analytics_day set gross = gross + 1, payments = payments + 7"
                + " where tenant_id = $1 and merchant_id = $2");
        cellars.change("delete from analytics_line where tenant_id = $1 and merchant_id = $2");
        cellars.change(
                "update analytics_product_week set amount = amount + 1 where tenant_id = $1 and merchant_id = $2");
        rebuilt();
        assertThat(cellars.cells()).as("made again from the records").isEqualTo(cells);
        assertThat(cellars.soldByWeek("analytics_product_week")).isEqualTo(weeks);
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
        Set<PaymentId> ours = ofThisMerchant();

        assertThatThrownBy(() -> transactions
                        .sql(
                                Scope.tenant(tenant),
                                connection -> folding.lock(connection, tenant)
                                        .chain(() -> Rebuilds.empty(connection, tenant, clock.date(tenant)))
                                        .chain(() -> folding.fold(connection, tenant, ours))
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

    @Test
    void while_a_long_rebuild_holds_the_lock_events_fail_at_once_and_are_folded_later() {
        Lane lane = shop.lane();
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Void> held = new CompletableFuture<>();
        var rebuild = transactions
                .sql(
                        Scope.tenant(tenant),
                        connection -> folding.lock(connection, tenant)
                                .invoke(() -> held.complete(null))
                                .chain(() -> Uni.createFrom().completionStage(over)))
                .subscribeAsCompletionStage();
        held.join();

        approved(lane.ask(cashSale(basket(shop.article(250), 1))));
        lane.till().close();
        assertThatThrownBy(this::redeliver).hasMessageContaining("lock timeout");
        over.complete(null);
        rebuild.join();

        folded();
        assertThat(cellars.figures("analytics_day")).isEqualTo(cellars.book());
    }

    private Set<PaymentId> ofThisMerchant() {
        return cellars.payments().stream().map(PaymentId::new).collect(Collectors.toSet());
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
        days.put("from", theseDays().from().toString())
                .put("to", theseDays().to().toString());
        String id =
                shop.postAsAdmin("/api/v1/analytics/rebuild", days).get("id").asText();
        await().atMost(SOON)
                .until(() -> analytics.rebuilds(tenant).await().atMost(SOON).stream()
                        .anyMatch(rebuild -> rebuild.id().toString().equals(id)
                                && rebuild.state().equals("done")));
    }

    private Period theseDays() {
        LocalDate today = clock.date(tenant);
        return new Period(today.minusDays(3), today.plusDays(1));
    }

    private static JsonNode approved(JsonNode answer) {
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
        return answer;
    }
}
