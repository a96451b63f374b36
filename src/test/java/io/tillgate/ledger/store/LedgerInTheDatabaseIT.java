package io.tillgate.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.ledger.AccountCode;
import io.tillgate.ledger.Booking;
import io.tillgate.ledger.JournalEntry;
import io.tillgate.ledger.JournalSource;
import io.tillgate.ledger.Ledger;
import io.tillgate.ledger.LedgerProblem;
import io.tillgate.ledger.LedgerProof;
import io.tillgate.ledger.OpenItems;
import io.tillgate.ledger.PostingRules;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whatever the code above it does. */
@QuarkusTest
class LedgerInTheDatabaseIT {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<String> TABLES = List.of(
            "ledger_account",
            "journal_source",
            "journal_entry",
            "journal_posting",
            "ledger_balance",
            "ledger_chain",
            "journal_seal",
            "ledger_block");
    private static final String RAW =
            "with e as (insert into journal_entry (tenant_id, business_date, id, source_kind, source_id, rule, posting_count)"
                    + " values ($1, $2, $3, 'test', $3, 'adjustment', 2))"
                    + " insert into journal_posting (tenant_id, business_date, entry_id, line, account_id, amount, currency)"
                    + " values ($1, $2, $3, 1, $4, $6, 'EUR'), ($1, $2, $3, 2, $5, $7, 'EUR')";

    @Inject
    TenantTransaction transaction;

    @Inject
    Ledger ledger;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final MerchantAccountId merchant = new MerchantAccountId(UUID.randomUUID());

    @Test
    void an_unbalanced_entry_is_refused() {
        open();

        assertThatThrownBy(() -> raw(100, -99)).isInstanceOf(PgException.class).hasMessageContaining("out of balance");

        raw(100, -100);
        assertThat(count("journal_entry", tenant)).isEqualTo(1);
    }

    @Test
    void an_entry_without_postings_is_refused() {
        open();

        assertThatThrownBy(() -> sql(c -> c.preparedQuery(
                                "insert into journal_entry (tenant_id, business_date, id,"
                                        + " source_kind, source_id, rule, posting_count) values ($1, $2, $3, 'test', $3, 'sale', 2)")
                        .execute(Tuple.of(tenant.value(), today, UUID.randomUUID()))))
                .isInstanceOf(PgException.class)
                .hasMessageContaining("no postings");
    }

    @Test
    void a_committed_entry_takes_no_more_postings() {
        open();
        JournalEntry sale = sale(UUID.randomUUID(), 100);
        post(List.of(sale));

        assertThatThrownBy(() -> sql(c -> c.preparedQuery(
                                "insert into journal_posting (tenant_id, business_date, entry_id,"
                                        + " line, account_id, amount, currency) values ($1, $2, $3, 3, $4, 5, 'EUR'), ($1, $2, $3, 4, $4, -5, 'EUR')")
                        .execute(Tuple.of(
                                tenant.value(),
                                today,
                                sale.id(),
                                sale.postings().getFirst().account().id()))))
                .isInstanceOf(PgException.class);
    }

    @Test
    void a_posting_to_an_account_that_is_not_open_is_refused() {
        assertThatThrownBy(() -> post(List.of(sale(UUID.randomUUID(), 100))))
                .isInstanceOf(PgException.class)
                .hasMessageContaining("not open");
    }

    @Test
    void the_same_source_is_booked_under_one_rule_once() {
        open();
        UUID payment = UUID.randomUUID();
        post(List.of(sale(payment, 100)));

        assertThatThrownBy(() -> post(List.of(sale(UUID.randomUUID(), 50), sale(payment, 100))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(LedgerProblem.ALREADY_POSTED));

        assertThat(balance(AccountCode.CARD_HOST_RECEIVABLE)).isEqualTo(100);
    }

    @Test
    void the_service_can_neither_change_nor_remove_what_is_booked() {
        open();
        post(List.of(sale(UUID.randomUUID(), 100)));

        for (String table : TABLES) {
            if (!table.equals("ledger_chain")) {
                assertDenied("update " + table + " set tenant_id = tenant_id");
            }
            assertDenied("delete from " + table);
            assertDenied("truncate " + table);
        }
        assertDenied("insert into ledger_balance values (gen_random_uuid(), gen_random_uuid(), 1, 1)");
        assertDenied("select * from journal_posting_default");
        assertDenied("insert into journal_posting_default select * from journal_posting");
    }

    @Test
    void the_proof_holds_at_every_moment_of_a_load_from_many_writers() {
        open();
        int writers = 8;
        int rounds = 12;
        List<Uni<Void>> load = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            load.add(writing(rounds));
        }
        List<LedgerProof> proofs = new ArrayList<>();
        Uni<Void> proving = proveRepeatedly(30, proofs);

        load.add(proving);
        Uni.join().all(load).andFailFast().await().atMost(Duration.ofSeconds(60));

        assertThat(proofs)
                .hasSize(30)
                .allSatisfy(
                        proof -> assertThat(proof.balanced()).as("%s", proof).isTrue());
        LedgerProof last = prove();
        assertThat(last.balanced()).isTrue();
        assertThat(balance(AccountCode.CARD_HOST_RECEIVABLE)).isEqualTo(1_000L * writers * rounds);
    }

    @Test
    void the_proof_of_an_empty_book_is_of_now() {
        LedgerProof proof = prove();

        assertThat(proof.balanced()).isTrue();
        assertThat(proof.asOf()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void another_tenant_sees_and_writes_nothing_of_it() {
        open();
        post(List.of(sale(UUID.randomUUID(), 100)));
        TenantId other = new TenantId(UUID.randomUUID());

        for (String table : TABLES) {
            assertThat(count(table, other)).as(table).isZero();
        }
        assertThatThrownBy(() -> transaction
                        .sql(Scope.tenant(other), c -> ledger.post(c, List.of(sale(UUID.randomUUID(), 1))))
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
    }

    @Test
    void a_merchant_sees_nothing_of_the_book() {
        open();
        post(List.of(sale(UUID.randomUUID(), 100)));

        for (String table : TABLES) {
            long seen = transaction
                    .sql(Scope.merchant(tenant, new MerchantId(UUID.randomUUID())), c -> count(c, table))
                    .await()
                    .atMost(Duration.ofSeconds(10));
            assertThat(seen).as(table).isZero();
        }
    }

    private Uni<Void> writing(int rounds) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (int round = 0; round < rounds; round++) {
            chain = chain.chain(() -> transaction.sql(Scope.tenant(tenant), c -> ledger.post(c, batch())));
        }
        return chain;
    }

    private List<JournalEntry> batch() {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            UUID payment = UUID.randomUUID();
            entries.add(sale(payment, 100));
            PostingRules.saleFee(booking(payment), merchant, eur(3)).ifPresent(entries::add);
        }
        return entries;
    }

    private Uni<Void> proveRepeatedly(int times, List<LedgerProof> proofs) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (int i = 0; i < times; i++) {
            chain = chain.chain(() -> transaction
                    .sql(Scope.tenant(tenant), c -> new ReadingProof(openItems()).read(c, tenant))
                    .invoke(proofs::add)
                    .replaceWithVoid());
        }
        return chain;
    }

    private LedgerProof prove() {
        return sql(c -> new ReadingProof(openItems()).read(c, tenant));
    }

    /** Every sale of this test is 100 and costs 3: the open items are counted, not summed from the postings. */
    private static List<OpenItems> openItems() {
        return List.of(
                new Counted(AccountCode.CARD_HOST_RECEIVABLE, "sale", 100),
                new Counted(AccountCode.MERCHANT_PAYABLE, "sale", -100),
                new Counted(AccountCode.MERCHANT_PAYABLE, "sale-fee", 3));
    }

    private record Counted(AccountCode control, String rule, long each) implements OpenItems {
        @Override
        public String name() {
            return rule;
        }

        @Override
        public String sql() {
            return "select 'EUR' as currency, " + each + " * count(*) as amount from journal_source"
                    + " where tenant_id = $1 and rule = '" + rule + "'";
        }
    }

    private void open() {
        sql(c -> ledger.openAccounts(c, tenant, merchant, EUR));
        sql(c -> ledger.openAccounts(c, tenant, merchant, EUR));
    }

    private void post(List<JournalEntry> entries) {
        sql(c -> ledger.post(c, entries));
    }

    private void raw(long debit, long credit) {
        JournalEntry like = sale(UUID.randomUUID(), 1);
        sql(c -> c.preparedQuery(RAW)
                .execute(Tuple.tuple(List.of(
                        tenant.value(),
                        today,
                        UUID.randomUUID(),
                        like.postings().getFirst().account().id(),
                        like.postings().getLast().account().id(),
                        debit,
                        credit))));
    }

    private JournalEntry sale(UUID payment, long amount) {
        return PostingRules.sale(booking(payment), merchant, eur(amount));
    }

    private Booking booking(UUID payment) {
        return new Booking(tenant, today, JournalSource.payment(payment));
    }

    private static Money eur(long value) {
        return new Money(value, EUR);
    }

    private long balance(AccountCode code) {
        return sql(c -> c.preparedQuery(
                        "select coalesce(sum(b.amount), 0)::bigint as sum from ledger_balance b"
                                + " join ledger_account a on a.tenant_id = b.tenant_id and a.id = b.account_id where a.code = $1")
                .execute(Tuple.of(code.code()))
                .map(rows -> rows.iterator().next().getLong("sum")));
    }

    private long count(String table, TenantId seenBy) {
        return transaction
                .sql(Scope.tenant(seenBy), c -> count(c, table))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static Uni<Long> count(SqlConnection connection, String table) {
        return connection
                .query("select count(*) as n from " + table)
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    private void assertDenied(String statement) {
        assertThatThrownBy(() -> sql(c -> c.query(statement).execute()))
                .as(statement)
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
    }

    private <T> T sql(Function<SqlConnection, Uni<T>> work) {
        return transaction.sql(Scope.tenant(tenant), work).await().atMost(Duration.ofSeconds(10));
    }
}
