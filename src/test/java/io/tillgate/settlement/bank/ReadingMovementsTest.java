package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.bank.BankXml.Entry;
import io.tillgate.settlement.bank.Telling.Item;
import io.tillgate.settlement.bank.Telling.What;
import io.tillgate.settlement.bank.store.BookingMemory.Told;
import io.tillgate.settlement.bank.store.PayoutsInFiles.InFile;
import io.tillgate.settlement.bank.store.PayoutsInFiles.Known;
import io.tillgate.settlement.bank.store.PayoutsInFiles.Member;
import io.tillgate.settlement.iso20022.AccountReport;
import io.tillgate.settlement.iso20022.BankMessages;
import io.tillgate.settlement.iso20022.Reading;
import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From a bank's report to movements, and when a movement is one that was told before. */
class ReadingMovementsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final BigDecimal TEN = new BigDecimal("10.00");

    @Test
    void only_what_is_booked_moves() {
        Movements movements = movements(BankXml.notification(
                "M1", Entry.paid("E1", TEN, "R1"), Entry.paid("E2", TEN, "R2").pending()));

        assertThat(movements.booked()).hasSize(1);
        assertThat(movements.pending()).isEqualTo(1);
        Movement movement = movements.booked().getFirst();
        assertThat(movement.names()).containsExactly("E1");
        assertThat(movement.amount()).isEqualTo(Money.of(1_000, "EUR"));
        assertThat(movement.reference()).isEqualTo("R1");
        assertThat(movement.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(movement.back()).isFalse();
    }

    @Test
    void a_return_says_that_it_is_one() {
        Movement back = movements(BankXml.notification("M1", Entry.back("E1", TEN, "R1")))
                .booked()
                .getFirst();

        assertThat(back.isCredit()).isTrue();
        assertThat(back.back()).isTrue();
        assertThat(back.reason()).isEqualTo(new Movement.Reason("AC04", "Closed"));
    }

    @Test
    void payments_that_do_not_sum_up_to_their_booking_are_odd_and_move_nothing() {
        String xml = BankXml.notification("M1", Entry.paid("E1", TEN, "R1"))
                .replaceFirst("<Amt Ccy=\"EUR\">10.00", "<Amt Ccy=\"EUR\">12.00");

        Movements movements = movements(xml);

        assertThat(movements.booked()).isEmpty();
        assertThat(movements.odd())
                .singleElement()
                .satisfies(odd -> assertThat(odd.kind()).isEqualTo("sum-differs"));
    }

    @Test
    void an_amount_finer_than_its_currency_is_odd() {
        Movements movements = movements(BankXml.notification("M1", Entry.paid("E1", new BigDecimal("10.005"), "R1")));

        assertThat(movements.odd().getFirst().kind()).isEqualTo("amount-unreadable");
        assertThat(movements(BankXml.notification("M1", Entry.paid("E1", new BigDecimal("10.000"), "R1")))
                        .booked())
                .hasSize(1);
    }

    @Test
    void a_statement_that_misses_a_cent_is_odd_once() {
        Movements movements = movements(BankXml.statementThatMissesACent("S1"));

        assertThat(movements.odd()).singleElement().satisfies(odd -> {
            assertThat(odd.kind()).isEqualTo("statement-balance");
            assertThat(odd.detail()).contains("0.01");
        });
    }

    @Test
    void a_group_comes_apart_only_when_number_and_sum_agree() {
        Member one = new Member("E1", Money.of(600, "EUR"), PayoutState.ACCEPTED);
        Member two = new Member("E2", Money.of(400, "EUR"), PayoutState.BOOKED);
        Member refused = new Member("E3", Money.of(999, "EUR"), PayoutState.REJECTED);

        assertThat(apart(2, TEN, List.of(one, two, refused)))
                .extracting(Movement::names)
                .containsExactly(List.of("E1"), List.of("E2"));
        assertThat(apart(3, TEN, List.of(one, two, refused))).isEmpty();
        assertThat(apart(2, new BigDecimal("10.01"), List.of(one, two))).isEmpty();
        assertThat(apart(1, TEN, List.of())).isEmpty();
    }

    @Test
    void bookings_for_a_group_that_nobody_names_are_told_apart_by_day_side_and_sum() {
        String debit = BankXml.batch("M1", "NOTPROVIDED", 1, TEN).replaceFirst("<AcctSvcrRef>.*</AcctSvcrRef>", "");

        assertThat(List.of(
                        debit,
                        debit.replace("<BookgDt><Dt>2026-11", "<BookgDt><Dt>2026-12"),
                        debit.replace("\"EUR\"", "\"USD\""),
                        debit.replace("10.00", "11.00")))
                .extracting(
                        xml -> group(movements(xml), Set.of()).odd().getFirst().key())
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).doesNotContain("null"));
    }

    @Test
    void a_sum_that_differs_again_under_the_same_reference_is_another() {
        String debit = BankXml.notification("M1", Entry.paid("E1", TEN, "R1"))
                .replaceFirst("<Amt Ccy=\"EUR\">10.00", "<Amt Ccy=\"EUR\">12.00");

        assertThat(List.of(
                        debit,
                        debit.replace("<BookgDt><Dt>2026-11", "<BookgDt><Dt>2026-12"),
                        debit.replace("12.00", "13.00"),
                        debit.replace("\"EUR\"", "\"USD\"")))
                .extracting(xml -> movements(xml).odd().getFirst().key())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_group_that_was_told_before_it_agreed_is_known_when_it_does() {
        Member one = new Member("E1", Money.of(600, "EUR"), PayoutState.ACCEPTED);
        Member two = new Member("E2", Money.of(400, "EUR"), PayoutState.ACCEPTED);
        Member refused = new Member("E2", Money.of(400, "EUR"), PayoutState.REJECTED);
        Movements told = movements(BankXml.batch("M1", "FILE", 1, new BigDecimal("6.00")));

        Movements early = group(told, Set.of(), one, two);
        assertThat(early.odd()).hasSize(1);
        String key = early.odd().getFirst().key();

        assertThat(group(told, Set.of(), one, refused).booked()).hasSize(1);
        Movements late = group(told, Set.of(key), one, refused);
        assertThat(late.booked()).isEmpty();
        assertThat(late.odd()).extracting(Movements.Oddity::key).containsExactly(key);
    }

    private static Movements group(Movements movements, Set<String> told, Member... members) {
        return Expanding.apart(movements, Map.of("FILE", new InFile(true, List.of(members))), told);
    }

    @Test
    void a_booking_told_by_the_other_message_is_the_same_one() {
        Item item = item("R1");

        assertThat(Telling.fresh(item, "statement", told("notification", "R9"))).isNull();
        assertThat(Telling.fresh(item, "statement", Map.of()))
                .isEqualTo(item.keys().getFirst());
    }

    @Test
    void a_booking_told_twice_by_one_kind_is_the_same_only_under_the_same_reference() {
        assertThat(Telling.fresh(item("R1"), "notification", told("notification", "R1")))
                .isNull();
        assertThat(Telling.fresh(item(""), "notification", told("notification", "R1")))
                .isNull();
        assertThat(Telling.fresh(item("R2"), "notification", told("notification", "R1")))
                .isEqualTo("payout/E1/paid/EUR-1000/R2");
    }

    @Test
    void two_bookings_of_one_payout_in_a_statement_are_two_though_a_notification_told_the_first() {
        Map<String, List<Told>> told = new HashMap<>(told("notification", "R1"));

        Telling.Sorted sorted = Telling.sorted(List.of(item("R1"), item("R2")), "statement", told);

        assertThat(sorted.known()).hasSize(1);
        assertThat(sorted.fresh()).extracting(Telling.Fresh::key).containsExactly("payout/E1/paid/EUR-1000/R2");
    }

    @Test
    void two_debits_of_one_payout_in_one_message_are_two_with_or_without_a_reference() {
        for (List<Entry> entries : List.of(
                List.of(Entry.paid("E1", TEN, ""), Entry.paid("E1", TEN, "")),
                List.of(Entry.paid("E1", TEN, ""), Entry.paid("E1", TEN, "R1")),
                List.of(Entry.paid("E1", TEN, "R1"), Entry.paid("E1", TEN, "R1")),
                List.of(Entry.paid("E1", TEN, "R2"), Entry.paid("E1", TEN, "R1")))) {
            Map<String, List<Told>> told = new HashMap<>();

            Telling.Sorted first = Telling.sorted(items(entries), "notification", told);
            assertThat(first.fresh()).as("%s", entries).hasSize(2);
            assertThat(first.fresh()).extracting(Telling.Fresh::isAnother).containsExactly(false, true);

            Telling.Sorted again = Telling.sorted(items(entries.reversed()), "statement", told);
            assertThat(again.fresh()).as("%s told by the other", entries).isEmpty();
        }
    }

    @Test
    void a_payout_is_known_by_what_the_bank_made_of_its_name() {
        Movement movement = movements(BankXml.notification("M1", Entry.paid("ABC", TEN, "R1")))
                .booked()
                .getFirst();

        assertThat(Telling.items(List.of(movement), Map.of("ABC", new Known("abc", PayoutState.FETCHED))))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.payout()).isEqualTo("abc");
                    assertThat(item.what()).isEqualTo(What.PAID);
                });
    }

    private static List<Item> items(List<Entry> entries) {
        return Telling.items(
                movements(BankXml.notification("M1", entries.toArray(Entry[]::new)))
                        .booked(),
                known("E1"));
    }

    @Test
    void a_debit_that_undoes_a_return_is_no_payment() {
        Movement undone = movements(BankXml.notification("M1", Entry.paid("E1", TEN, "R1"))
                        .replace("</CdtDbtInd><Sts>", "</CdtDbtInd><RvslInd>true</RvslInd><Sts>"))
                .booked()
                .getFirst();

        assertThat(Telling.items(List.of(undone), known("E1")))
                .extracting(Item::what)
                .containsExactly(What.OTHER);
    }

    @Test
    void two_under_one_reference_keep_names_of_their_own() {
        Movement host = movements(BankXml.notification("M1", Entry.credit("5.00", "HF20261122-1", "R1")))
                .booked()
                .getFirst();

        Telling.Sorted sorted =
                Telling.sorted(Telling.items(List.of(host, host), Map.of()), "notification", new HashMap<>());

        assertThat(sorted.fresh()).extracting(Telling::reference).containsExactly("R1", "R1#2");
    }

    @Test
    void a_placeholder_is_no_reference() {
        for (String nothing : List.of("NONREF", "NOTPROVIDED")) {
            assertThat(movements(BankXml.notification("M1", Entry.paid("E1", TEN, nothing)))
                            .booked())
                    .singleElement()
                    .satisfies(movement -> assertThat(movement.reference()).isNull());
        }
    }

    @Test
    void a_payment_against_the_side_of_its_booking_is_odd() {
        String xml = BankXml.notification("M1", Entry.paid("E1", TEN, "R1"))
                .replaceFirst("<CdtDbtInd>DBIT</CdtDbtInd></TxDtls>", "<CdtDbtInd>CRDT</CdtDbtInd></TxDtls>");

        Movements movements = movements(xml);

        assertThat(movements.booked()).isEmpty();
        assertThat(movements.odd())
                .singleElement()
                .satisfies(odd -> assertThat(odd.kind()).isEqualTo("sum-differs"));
    }

    @Test
    void sums_past_what_a_number_holds_are_odd() {
        String payment = "<TxDtls><Refs><EndToEndId>E</EndToEndId></Refs><Amt Ccy=\"EUR\">90000000000000000</Amt>"
                + "<CdtDbtInd>DBIT</CdtDbtInd></TxDtls>";
        String xml = BankXml.notification("M1", Entry.paid("E1", TEN, "R1"))
                .replaceFirst("(?s)<TxDtls>.*</TxDtls>", payment + payment);

        assertThat(movements(xml).odd())
                .singleElement()
                .satisfies(odd -> assertThat(odd.kind()).isEqualTo("sum-differs"));
    }

    @Test
    void a_group_that_comes_back_whole_is_a_return_of_each_and_no_card_hosts_money() {
        Member one = new Member("E1", Money.of(600, "EUR"), PayoutState.BOOKED);
        Member two = new Member("E2", Money.of(400, "EUR"), PayoutState.BOOKED);
        Movement group = movements(BankXml.batch("M1", "FILE", 2, TEN).replace("<CdtDbtInd>DBIT", "<CdtDbtInd>CRDT"))
                .booked()
                .getFirst();
        List<Movement> booked = new ArrayList<>();
        List<Movements.Oddity> odd = new ArrayList<>();

        assertThat(group.mayBeGroup()).isTrue();
        Expanding.apart(group, List.of(one, two), booked, odd);
        assertThat(Telling.items(booked, known("E1", "E2")))
                .extracting(Item::what)
                .containsExactly(What.BACK, What.BACK);
    }

    @Test
    void a_credit_under_a_group_of_somebody_elses_stays_as_it_is() {
        Movement group = movements(BankXml.batch("M1", "FILE", 2, TEN).replace("<CdtDbtInd>DBIT", "<CdtDbtInd>CRDT"))
                .booked()
                .getFirst();
        List<Movement> booked = new ArrayList<>();
        List<Movements.Oddity> odd = new ArrayList<>();

        Expanding.apart(group, List.of(), booked, odd);

        assertThat(booked).containsExactly(group);
        assertThat(odd).isEmpty();
    }

    @Test
    void a_card_hosts_reference_decides_over_a_name_nobody_knows() {
        Movement credit = movements(BankXml.notification("M1", Entry.credit("5.00", "for HF20261122-1 thanks", "R1")))
                .booked()
                .getFirst();
        Movement debit = movements(BankXml.notification("M1", Entry.paid("E9", TEN, "R1")))
                .booked()
                .getFirst();

        assertThat(Telling.isOfHost(credit)).isTrue();
        assertThat(Telling.items(List.of(credit, debit), Map.of()))
                .extracting(Item::what)
                .containsExactly(What.OTHER, What.PAID);
    }

    @Test
    void two_alike_without_a_reference_are_two() {
        Movement charge = movements(BankXml.notification("M1", Entry.credit("5.00", "interest", "")))
                .booked()
                .getFirst();

        List<Item> items = Telling.items(List.of(charge, charge), Map.of());

        assertThat(items.get(0).keys()).isNotEqualTo(items.get(1).keys());
        assertThat(Telling.items(List.of(charge), Map.of()).getFirst().keys())
                .isEqualTo(items.getFirst().keys());
    }

    private static List<Movement> apart(int count, BigDecimal sum, List<Member> members) {
        Movement group =
                movements(BankXml.batch("M1", "FILE", count, sum)).booked().getFirst();
        List<Movement> booked = new ArrayList<>();
        List<Movements.Oddity> odd = new ArrayList<>();
        Expanding.apart(group, members, booked, odd);
        assertThat(odd).hasSize(booked.isEmpty() ? 1 : 0);
        return booked;
    }

    private static Item item(String reference) {
        Movement movement = movements(BankXml.notification("M1", Entry.paid("E1", TEN, reference)))
                .booked()
                .getFirst();
        return Telling.items(List.of(movement), known("E1")).getFirst();
    }

    private static Map<String, Known> known(String... names) {
        Map<String, Known> known = new HashMap<>();
        for (String name : names) {
            known.put(name, new Known(name, PayoutState.ACCEPTED));
        }
        return known;
    }

    private static Map<String, List<Told>> told(String source, String reference) {
        return Map.of("payout/E1/paid/EUR-1000", List.of(new Told(source, reference)));
    }

    private static Movements movements(String xml) {
        Reading reading = BankMessages.read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ReadingMovements.of((AccountReport) ((Reading.Understood) reading).message(), TODAY);
    }
}
