package io.tillgate.settlement.usecase;

import static io.tillgate.settlement.usecase.Paying.key;
import static io.tillgate.settlement.usecase.Trade.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.LedgerProof;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.PaymentFile;
import io.tillgate.settlement.PayoutSelection;
import io.tillgate.settlement.Payouts;
import io.tillgate.settlement.ReleaseAnswer;
import io.tillgate.settlement.RunView;
import io.tillgate.settlement.Settlements;
import io.tillgate.settlement.usecase.Trade.Shop;
import io.tillgate.settlement.usecase.Trade.Taken;
import io.tillgate.stack.People;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A day of many sales, settled while others are made. {@code TILLGATE_SETTLED_SALES} and {@code TILLGATE_SETTLED_MERCHANTS}
 * make it as large as the figure in the benchmarks.
 */
@QuarkusTest
class SettlingABusyDayIT {
    private static final Logger LOG = Logger.getLogger(SettlingABusyDayIT.class);
    private static final Caller ANNA = Trade.staff("anna");
    private static final Caller BEN = Trade.staff("ben");
    private static final Duration LONG = Duration.ofMinutes(5);

    @Inject
    Trade trade;

    @Inject
    Ledger ledger;

    @Inject
    TenantTransaction transactions;

    @Inject
    CuttingOff cutting;

    @Inject
    Settlements settlements;

    @Inject
    Payouts payouts;

    @Inject
    HandingOverFiles files;

    @Inject
    HearingTheBank bank;

    @BeforeEach
    void tenants_are_there() {
        People.awaitTenants();
    }

    @Test
    void the_book_is_proved_at_every_moment_while_sales_and_payouts_go_on() {
        List<Shop> shops = trade.open(5);
        trade.take(sales(shops, 50));
        AtomicBoolean over = new AtomicBoolean();
        List<LedgerProof> proofs = new ArrayList<>();
        Uni<Void> selling = Uni.createFrom()
                .deferred(() ->
                        transactions.sql(Scope.tenant(TENANT), connection -> trade.taking(connection, sales(shops, 3))))
                .replaceWith(true)
                .repeat()
                .until(ignored -> over.get())
                .collect()
                .last()
                .replaceWithVoid();
        Uni<Void> proving = Uni.createFrom()
                .deferred(() -> ledger.prove(TENANT))
                .invoke(proofs::add)
                .repeat()
                .until(ignored -> over.get())
                .collect()
                .last()
                .replaceWithVoid();
        Uni<Void> settling = Multi.createFrom()
                .range(0, 3)
                .onItem()
                .transformToUniAndConcatenate(round -> settled())
                .collect()
                .last()
                .replaceWithVoid()
                .onTermination()
                .invoke(() -> over.set(true));

        Uni.join().all(selling, proving, settling).andFailFast().await().atMost(LONG);

        assertThat(proofs)
                .isNotEmpty()
                .allSatisfy(
                        proof -> assertThat(proof.balanced()).as("%s", proof).isTrue());
        trade.prove();
    }

    @Test
    void a_day_becomes_a_payment_file() {
        int sales = number("TILLGATE_SETTLED_SALES", 2_000);
        List<Shop> shops = trade.open(number("TILLGATE_SETTLED_MERCHANTS", 50));
        settlements.cutOff(ANNA, key()).await().atMost(LONG);
        trade.take(sales(shops, sales));
        cutting.seal(TENANT).onFailure().retry().atMost(20).await().atMost(LONG);

        long start = System.nanoTime();
        RunView run = settlements.cutOff(ANNA, key()).await().atMost(LONG);
        long cut = System.nanoTime();
        PayoutSelection all = new PayoutSelection.OfRun(run.id());
        payouts.sign(ANNA, key(), all).await().atMost(LONG);
        ReleaseAnswer released = payouts.release(BEN, key(), all).await().atMost(LONG);
        long ready = System.nanoTime();
        PaymentFile file = files.fetch(TENANT, released.files().getFirst().messageId())
                .await()
                .atMost(LONG);
        long fetched = System.nanoTime();

        LOG.infof(
                "settled %d sales of %d merchants: cut off in %d ms, signed and released in %d ms, fetched in %d ms",
                sales, shops.size(), millis(cut - start), millis(ready - cut), millis(fetched - ready));
        assertThat(file.instructions()).hasSizeGreaterThanOrEqualTo(shops.size());
        assertThat(file.instructions().stream()
                        .mapToLong(each -> each.amount().value())
                        .sum())
                .isEqualTo(file.header().total().value());
        trade.prove();
    }

    private Uni<Void> settled() {
        return settlements.cutOff(ANNA, key()).chain(run -> {
            PayoutSelection all = new PayoutSelection.OfRun(run.id());
            return payouts.sign(ANNA, key(), all)
                    .chain(() -> payouts.release(BEN, key(), all))
                    .chain(released ->
                            files.fetch(TENANT, released.files().getFirst().messageId()))
                    .chain(this::booked);
        });
    }

    private Uni<Void> booked(PaymentFile file) {
        List<BankWord> words = new ArrayList<>();
        file.instructions()
                .forEach(each -> words.add(new BankWord.Booked(
                        each.endToEndId(), each.amount(), "B-" + each.endToEndId(), LocalDate.of(2026, 11, 23))));
        return transactions
                .sql(Scope.tenant(TENANT), connection -> bank.hear(connection, TENANT, words))
                .replaceWithVoid();
    }

    private static List<Taken> sales(List<Shop> shops, int count) {
        List<Taken> sales = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sales.add(Taken.sale(shops.get(i % shops.size()), 500 + i % 1_000, 5 + i % 20));
        }
        return sales;
    }

    private static int number(String variable, int otherwise) {
        String set = System.getenv(variable);
        return set == null ? otherwise : Integer.parseInt(set);
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
