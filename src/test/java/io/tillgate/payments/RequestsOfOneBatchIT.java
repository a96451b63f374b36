package io.tillgate.payments;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.platform.persistence.BatchStatement;
import io.tillgate.platform.persistence.CommitUnit;
import io.tillgate.platform.persistence.GroupCommit;
import io.tillgate.simulator.till.Till;
import io.tillgate.tenancy.Tenants;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests under one id that meet before either is committed: whoever loses cannot read the winner yet. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // given before each test
class RequestsOfOneBatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LANES = 2;

    @Inject
    GroupCommit commits;

    @Inject
    MeterRegistry meters;

    @Inject
    Tenants tenants;

    private final CompletableFuture<Set<Integer>> release = new CompletableFuture<>();
    private OpenShop shop;
    private Lane lane;
    private Article article;

    @BeforeEach
    void a_till_and_a_writer_that_is_busy() {
        shop = OpenShop.ofThisRun();
        lane = shop.lane();
        article = shop.article(1000);
        for (int i = 0; i < LANES; i++) {
            commits.commit(CommitUnit.of(tenants.all().getFirst().id())
                            .add(new Held(release), i)
                            .build())
                    .subscribe()
                    .with(done -> {}, fault -> {});
        }
    }

    @AfterEach
    void the_ledger_is_proved() {
        release.complete(Set.of());
        shop.prove();
        lane.till().close();
    }

    @Test
    void a_sale_and_its_reversal_leave_nothing_charged() {
        String id = Till.newId();
        CompletableFuture<JsonNode> reversal = CompletableFuture.supplyAsync(() -> lane.advise(undo("reversal", id)));
        waiting(1);
        CompletableFuture<JsonNode> sale =
                CompletableFuture.supplyAsync(() -> lane.askAsItIs("auth", id, cashSale(basket(article, 1))));
        waiting(2);

        release.complete(Set.of());

        assertThat(reversal.join().get("outcome").asText()).isEqualTo("approved");
        assertThat(sale.join().path("reason").asText())
                .as(() -> sale.join().toString())
                .isEqualTo("ALREADY_REVERSED");
        assertThat(shop.stock(article)).isEqualTo(100);
    }

    @Test
    void of_two_bodies_under_one_id_one_is_taken_and_the_other_is_told_so() {
        String id = Till.newId();
        CompletableFuture<Void> one = published(id, cashSale(basket(article, 1)));
        waiting(1);
        CompletableFuture<Void> other = published(id, cashSale(basket(article, 2)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(said(id)).containsExactly("ID_REUSED"));

        release.complete(Set.of());

        assertThat(CompletableFuture.allOf(one, other)).succeedsWithin(PATIENCE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said(id)).containsExactlyInAnyOrder("approved", "ID_REUSED"));
    }

    /** Done when it is acknowledged, which is not before it is committed. */
    private CompletableFuture<Void> published(String id, ObjectNode body) {
        return CompletableFuture.runAsync(
                () -> lane.till().publish("auth", lane.till().envelope(id, body)));
    }

    private List<String> said(String id) {
        return lane.till().received().stream()
                .map(down -> down.envelope())
                .filter(envelope -> envelope.path("id").asText().equals(id))
                .map(envelope -> said(envelope.get("body")))
                .toList();
    }

    private static String said(JsonNode answer) {
        return answer.has("reason")
                ? answer.get("reason").asText()
                : answer.get("outcome").asText();
    }

    private void waiting(int units) {
        await().atMost(PATIENCE)
                .until(() -> meters.get("tillgate.commit.queue.units").gauge().value() >= units);
    }

    /** Keeps its transaction, and so one of the writer's lanes, until it is released. */
    private record Held(CompletableFuture<Set<Integer>> release) implements BatchStatement<Integer> {
        @Override
        public String name() {
            return "held";
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Uni<Set<Integer>> write(SqlConnection connection, List<Integer> rows) {
            return Uni.createFrom().completionStage(release);
        }
    }
}
