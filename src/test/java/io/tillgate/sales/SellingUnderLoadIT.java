package io.tillgate.sales;

import static io.tillgate.launcher.demo.OpenShop.basket;
import static io.tillgate.launcher.demo.OpenShop.cardSale;
import static io.tillgate.launcher.demo.OpenShop.cashSale;
import static io.tillgate.launcher.demo.OpenShop.euro;
import static io.tillgate.launcher.demo.OpenShop.undo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tillgate.launcher.demo.Lane;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.launcher.demo.OpenShop.Article;
import io.tillgate.simulator.till.Till;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Four tills sell side by side, and the ledger is asked for its proof all the while. */
@QuarkusTest
class SellingUnderLoadIT {
    private static final int TILLS = 4;
    private static final int SALES_EACH = 50;

    @Test
    void the_proof_shows_no_difference_at_any_time() throws Exception {
        OpenShop shop = OpenShop.ofThisRun();
        Article article = shop.article(100);
        List<Lane> lanes = Stream.generate(shop::lane).limit(TILLS).toList();
        long receivable = shop.balance("card-host-receivable");
        long cash = shop.balance("cash-in-stores");
        int proofs = 0;

        List<Taken> taken;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Taken>> selling = lanes.stream()
                    .map(lane -> threads.submit((Callable<Taken>) () -> sell(lane, article)))
                    .toList();
            while (selling.stream().anyMatch(till -> !till.isDone())) {
                shop.prove();
                proofs++;
            }
            taken = selling.stream().map(Future::resultNow).toList();
        }

        assertThat(proofs).isGreaterThan(3);
        assertThat(shop.balance("card-host-receivable") - receivable)
                .isEqualTo(taken.stream().mapToLong(Taken::card).sum())
                .isEqualTo(lanes.stream().mapToLong(shop.host()::charged).sum());
        assertThat(shop.balance("cash-in-stores") - cash)
                .isEqualTo(taken.stream().mapToLong(Taken::cash).sum());
        assertThat(shop.stock(article))
                .isEqualTo(100 - taken.stream().mapToInt(Taken::pieces).sum());
        assertThat(lanes.stream().flatMap(lane -> shop.host().of(lane).stream()))
                .extracting(entry -> entry.get("stan").asText())
                .doesNotHaveDuplicates();
        lanes.forEach(lane -> lane.till().close());
    }

    /** What one till has at the end of its day, in minor units and pieces. */
    private record Taken(long card, long cash, int pieces) {}

    private static Taken sell(Lane lane, Article article) {
        long card = 0;
        long cash = 0;
        int pieces = 0;
        for (int i = 0; i < SALES_EACH; i++) {
            int quantity = 1 + i % 3;
            long amount = quantity * article.price();
            String id = Till.newId();
            switch (i % 5) {
                case 0 -> {
                    approved(lane.ask(id, cashSale(basket(article, quantity))));
                    cash += amount;
                    pieces += quantity;
                }
                case 1 -> {
                    approved(lane.ask(id, cardSale(basket(article, quantity), lane)));
                    ObjectNode refund = undo("refund", id);
                    refund.set("amount", euro(50));
                    approved(lane.ask(refund));
                    card += amount - 50;
                    pieces += quantity;
                }
                case 2 -> {
                    approved(lane.ask(id, cardSale(basket(article, quantity), lane)));
                    approved(lane.ask(undo("void", id)));
                }
                default -> {
                    approved(lane.ask(id, cardSale(basket(article, quantity), lane)));
                    card += amount;
                    pieces += quantity;
                }
            }
        }
        return new Taken(card, cash, pieces);
    }

    private static void approved(JsonNode answer) {
        assertThat(answer.get("outcome").asText()).as(answer::toString).isEqualTo("approved");
    }
}
