package io.tillgate.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.Chain;
import io.tillgate.ledger.ChainHead;
import io.tillgate.ledger.ChainVerification;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.PostingRules;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The hash chain over a real journal. Other tests' writers may hold the horizon back for a moment, so sealing is awaited. */
@QuarkusTest
class SealedJournalIT {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency CNY = Currency.getInstance("CNY");

    @Inject
    TenantTransaction transaction;

    @Inject
    Ledger ledger;

    @Inject
    Chain chain;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final MerchantAccountId merchant = new MerchantAccountId(UUID.randomUUID());

    @Test
    void committed_entries_get_numbers_without_gaps_and_a_signed_head() {
        open();
        post(3);

        sealUntil(3);

        ChainHead head = get(chain.head(tenant));
        assertThat(head.number()).isEqualTo(3);
        assertThat(head.signature()).hasSize(128);
        assertThat(get(chain.verify(tenant, 0))).isEqualTo(new ChainVerification(0, 3, null, true));
        assertThat(get(chain.verify(tenant, 2))).isEqualTo(new ChainVerification(2, 3, null, true));
        assertThat(get(chain.lagSeconds(tenant))).isZero();
    }

    @Test
    void entries_of_many_writers_and_sealers_at_once_are_sealed_each_once() {
        open();
        List<Uni<Void>> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            work.add(posting(5));
            work.add(chain.seal(tenant).replaceWithVoid());
        }

        Uni.join().all(work).andFailFast().await().atMost(Duration.ofSeconds(30));
        sealUntil(100);

        assertThat(get(chain.verify(tenant, 0))).isEqualTo(new ChainVerification(0, 100, null, true));
    }

    @Test
    void an_entry_younger_than_a_running_writer_waits_and_nothing_is_skipped() {
        open();
        CompletableFuture<Void> release = new CompletableFuture<>();
        CompletableFuture<Void> written = new CompletableFuture<>();
        // in another currency: two writers to one account would wait for each other anyway
        CompletableFuture<Void> slow = transaction
                .sql(
                        Scope.tenant(tenant),
                        c -> posting(c, 1, CNY)
                                .invoke(() -> written.complete(null))
                                .chain(() -> Uni.createFrom().completionStage(release)))
                .subscribeAsCompletionStage();
        written.join();
        post(1);

        assertThat(get(chain.seal(tenant)))
                .as("the later entry waits for the earlier writer")
                .isZero();
        assertThat(get(chain.lagSeconds(tenant))).as("the age of what waits").isPositive();
        release.complete(null);
        slow.join();
        sealUntil(2);

        assertThat(get(chain.verify(tenant, 0)).broken()).isNull();
    }

    @Test
    void a_book_restored_behind_its_transaction_ids_says_so_instead_of_sealing_nothing_for_ever() {
        open();
        post(1);
        sealUntil(1);
        sql(c -> c.preparedQuery("update ledger_chain set sealed_by = '9000000000000000000'::xid8 where tenant_id = $1")
                .execute(Tuple.of(tenant.value())));
        post(1);

        assertThatThrownBy(() -> get(chain.seal(tenant))).hasMessageContaining("restored");
        assertThatThrownBy(() -> get(chain.sealWhatIsCommitted(tenant, Duration.ofSeconds(1))))
                .hasMessageContaining("restored");
    }

    @Test
    void a_chain_that_is_not_begun_has_an_empty_head() {
        ChainHead head = get(chain.head(tenant));

        assertThat(head.number()).isZero();
        assertThat(head.signature()).isNull();
        assertThat(get(chain.verify(tenant, 0)).complete()).isTrue();
    }

    private void sealUntil(long number) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            get(chain.seal(tenant));
            return get(chain.head(tenant)).number() == number;
        });
    }

    private void open() {
        sql(c -> ledger.openAccounts(c, tenant, merchant, EUR));
        sql(c -> ledger.openAccounts(c, tenant, merchant, CNY));
    }

    private void post(int sales) {
        get(posting(sales));
    }

    private Uni<Void> posting(int sales) {
        return transaction.sql(Scope.tenant(tenant), c -> posting(c, sales, EUR));
    }

    private Uni<Void> posting(SqlConnection connection, int sales, Currency currency) {
        List<io.tillgate.ledger.JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < sales; i++) {
            Booking booking =
                    new Booking(tenant, LocalDate.now(ZoneOffset.UTC), JournalSource.payment(UUID.randomUUID()));
            entries.add(PostingRules.sale(booking, merchant, new Money(100, currency)));
        }
        return ledger.post(connection, entries);
    }

    private <T> void sql(Function<SqlConnection, Uni<T>> work) {
        get(transaction.sql(Scope.tenant(tenant), work));
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
