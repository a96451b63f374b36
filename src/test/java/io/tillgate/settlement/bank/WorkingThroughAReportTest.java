package io.tillgate.settlement.bank;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.HostCredit;
import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.bank.BankXml.Entry;
import io.tillgate.settlement.bank.store.PayoutsInFiles.Known;
import io.tillgate.settlement.iso20022.AccountReport;
import io.tillgate.settlement.iso20022.BankMessages;
import io.tillgate.settlement.iso20022.Reading;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a report asks of the book. */
class WorkingThroughAReportTest {
    private static final BigDecimal TEN = new BigDecimal("10.00");

    private final Asked book = new Asked();

    @Test
    void what_the_bank_has_not_fetched_cannot_come_back_and_does_not_wait() {
        Tally tally = hear(Map.of("E1", PayoutState.RELEASED), Entry.back("E1", TEN, "R1"));

        assertThat(book.words).singleElement().isInstanceOf(BankWord.Returned.class);
        assertThat(tally.counts().waiting()).isZero();
        assertThat(tally.counts().breaks()).isEqualTo(1);
        assertThat(hear(Map.of("E1", PayoutState.FETCHED), Entry.back("E1", TEN, "R1"))
                        .counts()
                        .waiting())
                .isEqualTo(1);
    }

    @Test
    void money_that_came_back_without_a_name_is_no_card_hosts() {
        hear(Map.of(), Entry.back("NOTPROVIDED", TEN, "R1"));

        assertThat(book.credits).isEmpty();
        assertThat(book.differences).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo("unknown-payout");
            assertThat(difference.bankReference()).isEqualTo("R1");
        });
    }

    @Test
    void two_charges_that_look_alike_are_two_pieces_of_work() {
        Entry charge = new Entry("NOTPROVIDED", "1.25", "DBIT", "BOOK", "", "<RmtInf><Ustrd>fee</Ustrd></RmtInf>");

        hear(Map.of(), charge, charge);

        assertThat(book.differences)
                .extracting(PayoutBook.Difference::bankReference)
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void a_debit_that_undoes_a_return_pays_nobody_and_names_its_payout() {
        String xml = BankXml.notification("M1", Entry.paid("E1", TEN, "R1"))
                .replace("</CdtDbtInd><Sts>", "</CdtDbtInd><RvslInd>true</RvslInd><Sts>");

        hear(Map.of("E1", PayoutState.RETURNED), xml);

        assertThat(book.words).isEmpty();
        assertThat(book.differences)
                .singleElement()
                .satisfies(difference -> assertThat(difference.endToEndId()).isEqualTo("E1"));
    }

    @Test
    void each_entry_is_noted_with_what_it_came_to() {
        Entry money = Entry.credit("50.00", "HF20261122-1", "R2");
        Tally tally = hear(Map.of("E1", PayoutState.FETCHED), Entry.back("E1", TEN, "R1"), money, money);

        assertThat(tally.entries())
                .extracting(noted -> noted.what() + " " + noted.outcome() + " " + noted.reference())
                .containsExactly("back waiting R1", "funding done R2", "funding done R2");
        assertThat(tally.entries().getFirst().endToEndId()).isEqualTo("E1");
        assertThat(tally.entries().getFirst().reasonCode()).isEqualTo("AC04");
    }

    @Test
    void two_debits_of_one_payout_in_one_message_are_two_bookings_and_the_second_is_work() {
        book.heard = new Heard.Known(UUID.randomUUID());

        Tally tally = hear(Map.of("E1", PayoutState.FETCHED), Entry.paid("E1", TEN, ""), Entry.paid("E1", TEN, ""));

        assertThat(book.words).hasSize(2);
        assertThat(tally.counts().known()).isEqualTo(1);
        assertThat(book.differences).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo("booked-twice");
            assertThat(requireNonNull(difference.moved()).money()).isEqualTo(Money.of(-1_000, "EUR"));
        });
    }

    @Test
    void what_people_said_of_a_payout_is_no_booking_that_the_bank_tells_of_without_their_reference() {
        book.heard = new Heard.Known(UUID.randomUUID(), false);

        hear(Map.of("E1", PayoutState.BOOKED), Entry.paid("E1", TEN, ""));

        assertThat(book.differences).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo("booked-twice");
            assertThat(requireNonNull(difference.moved()).money()).isEqualTo(Money.of(-1_000, "EUR"));
        });
        book.heard = new Heard.Known(UUID.randomUUID(), true);
        assertThat(hear(Map.of("E1", PayoutState.BOOKED), Entry.paid("E1", TEN, "R1"))
                        .counts()
                        .known())
                .isEqualTo(1);
        assertThat(book.differences).hasSize(1);
    }

    @Test
    void what_does_not_agree_with_itself_tells_what_the_account_changed_by() {
        String odd = BankXml.notification("M1", Entry.paid("E1", TEN, ""), Entry.paid("E1", TEN, ""))
                .replaceAll("<Ntry><Amt Ccy=\"EUR\">10.00", "<Ntry><Amt Ccy=\"EUR\">12.00");

        hear(Map.of(), odd);
        hear(Map.of(), BankXml.statementThatMissesACent("S1"));

        assertThat(book.differences).hasSize(3);
        assertThat(book.differences.subList(0, 2))
                .extracting(difference -> requireNonNull(difference.moved()))
                .doesNotHaveDuplicates()
                .allSatisfy(moved -> assertThat(moved.money()).isEqualTo(Money.of(-1_200, "EUR")));
        assertThat(book.differences.getLast().moved()).isNull();
    }

    private Tally hear(Map<String, PayoutState> known, Entry... entries) {
        return hear(known, BankXml.notification("M1", entries));
    }

    private Tally hear(Map<String, PayoutState> known, String xml) {
        Reading reading = BankMessages.read(xml.getBytes(StandardCharsets.UTF_8));
        AccountReport report = (AccountReport) ((Reading.Understood) reading).message();
        OneReport hearing = new OneReport(
                new OneReport.Place(forgetful(), new TenantId(UUID.randomUUID()), UUID.randomUUID(), "notification"),
                book,
                Instant.EPOCH);
        hearing.all(ReadingMovements.of(report, LocalDate.EPOCH), ours(known), Map.of())
                .await()
                .atMost(Duration.ofSeconds(5));
        return hearing.tally();
    }

    private static Map<String, Known> ours(Map<String, PayoutState> states) {
        Map<String, Known> known = new HashMap<>();
        states.forEach((name, state) -> known.put(name, new Known(name, state)));
        return known;
    }

    /** Takes what it is given. */
    private static SqlConnection forgetful() {
        return new SqlConnection(proxy(
                io.vertx.sqlclient.SqlConnection.class, proxy(PreparedQuery.class, Future.succeededFuture(empty()))));
    }

    private static RowSet<?> empty() {
        Object rows = Proxy.newProxyInstance(
                RowIterator.class.getClassLoader(), new Class<?>[] {RowIterator.class}, (self, method, args) -> false);
        return (RowSet<?>) Proxy.newProxyInstance(
                RowSet.class.getClassLoader(), new Class<?>[] {RowSet.class}, (self, method, args) -> rows);
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answered(args, answer)));
    }

    @SuppressWarnings("unchecked")
    private static Object answered(Object[] args, Object answer) {
        if (args[args.length - 1] instanceof Handler<?> handler) {
            ((Handler<Object>) handler).handle(answer);
        }
        return answer;
    }

    /** Finds nothing in order. */
    private static final class Asked implements PayoutBook {
        private final List<BankWord> words = new ArrayList<>();
        private Heard heard = new Heard.Broken(UUID.randomUUID());
        private final List<HostCredit> credits = new ArrayList<>();
        private final List<Difference> differences = new ArrayList<>();

        @Override
        public Uni<List<Heard>> hear(
                io.vertx.mutiny.sqlclient.SqlConnection connection, TenantId tenant, List<BankWord> told) {
            words.addAll(told);
            return Uni.createFrom().item(told.stream().map(word -> heard).toList());
        }

        @Override
        public Uni<Heard> receive(SqlConnection connection, TenantId tenant, HostCredit credit) {
            credits.add(credit);
            return Uni.createFrom().item(new Heard.Done(UUID.randomUUID()));
        }

        @Override
        public Uni<UUID> open(SqlConnection connection, TenantId tenant, Difference difference) {
            differences.add(difference);
            return Uni.createFrom().item(UUID.randomUUID());
        }
    }
}
