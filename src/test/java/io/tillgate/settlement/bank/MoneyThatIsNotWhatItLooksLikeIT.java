package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.settlement.bank.BankStand.Released;
import io.tillgate.settlement.bank.BankXml.Entry;
import io.tillgate.settlement.iso20022.BankMessages;
import io.tillgate.settlement.iso20022.CreditTransferMessage;
import io.tillgate.settlement.iso20022.CreditTransferMessage.Transfer;
import io.tillgate.settlement.iso20022.Reading;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What could be swallowed as told before, or taken for somebody else's money: each becomes a return or somebody's work. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class MoneyThatIsNotWhatItLooksLikeIT {
    private static final String NOTIFICATIONS = "/bank/v1/notifications";
    private static final String STATEMENTS = "/bank/v1/statements";

    @Inject
    BankStand stand;

    @AfterEach
    void the_ledger_is_proved() {
        OpenShop.ofThisRun().prove();
    }

    @Test
    void a_second_debit_in_a_statement_is_seen_though_a_notification_told_the_first() {
        Transfer transfer = fetched(stand.release(1)).getFirst();
        Entry first = Entry.paid(transfer.endToEndId(), transfer.amount(), "A" + BankXml.id());
        Entry second = Entry.paid(transfer.endToEndId(), transfer.amount(), "B" + BankXml.id());

        tell(NOTIFICATIONS, BankXml.notification(BankXml.id(), first)).body("counts.booked", equalTo(1));
        tell(STATEMENTS, BankXml.statement(BankXml.id(), first, second))
                .body("counts.known", equalTo(1))
                .body("counts.breaks", equalTo(1));

        assertThat(stand.breaks()).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo("booked-twice");
            assertThat(found.endToEndId()).isEqualTo(transfer.endToEndId());
        });
    }

    @Test
    void a_file_that_comes_back_as_one_credit_is_owed_again_and_funds_nothing() {
        Released file = stand.release(2);
        BigDecimal sum = fetched(file).stream().map(Transfer::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        String batch = BankXml.batch(BankXml.id(), file.messageId(), 2, sum);
        tell(NOTIFICATIONS, batch).body("counts.booked", equalTo(2));

        String back =
                BankXml.batch(BankXml.id(), file.messageId(), 2, sum).replace("<CdtDbtInd>DBIT", "<CdtDbtInd>CRDT");
        tell(NOTIFICATIONS, back).body("counts.returned", equalTo(2)).body("counts.funded", equalTo(0));

        assertThat(file.payouts()).extracting(stand::state).containsOnly("returned");
    }

    @Test
    void a_batch_that_was_told_before_one_of_it_was_refused_is_not_booked_again() {
        Released file = stand.release(2);
        List<Transfer> transfers = fetched(file);
        String first = BankXml.id();
        String batch =
                BankXml.batch(first, file.messageId(), 1, transfers.getFirst().amount());
        tell(NOTIFICATIONS, batch).body("counts.breaks", equalTo(1)).body("counts.booked", equalTo(0));

        String refused = transfers.getLast().endToEndId();
        tell(
                        "/bank/v1/payment-status-reports",
                        BankXml.status(BankXml.id(), file.messageId(), "PART", List.of(refused)))
                .body("counts.rejected", equalTo(1));
        tell(NOTIFICATIONS, batch.replace(">" + first + "<", ">" + BankXml.id() + "<"))
                .body("counts.known", equalTo(1))
                .body("counts.booked", equalTo(0))
                .body("counts.breaks", equalTo(0));
    }

    @Test
    void money_that_came_back_without_a_name_funds_nothing() {
        Released file = stand.release(1);
        var funding = stand.funding(stand.payout(file.payouts().getFirst()).run());
        BigDecimal owed = BigDecimal.valueOf(funding.expected().value(), 2);

        tell(NOTIFICATIONS, BankXml.notification(BankXml.id(), Entry.back("NOTPROVIDED", owed, "N" + BankXml.id())))
                .body("counts.funded", equalTo(0))
                .body("counts.breaks", equalTo(1));
    }

    @Test
    void what_the_bank_never_had_cannot_come_back() {
        Released file = stand.release(1);
        String payout =
                stand.payout(file.payouts().getFirst()).attempts().getFirst().endToEndId();

        tell(NOTIFICATIONS, BankXml.notification(BankXml.id(), Entry.back(payout, BigDecimal.TEN, "W" + BankXml.id())))
                .body("counts.waiting", equalTo(0))
                .body("counts.breaks", equalTo(1));

        assertThat(file.payouts()).extracting(stand::state).containsOnly("released");
        stand.cancel(file.payouts().getFirst());
    }

    @Test
    void two_charges_that_look_alike_are_two_pieces_of_work() {
        String text = "charge " + BankXml.id();
        Entry charge =
                new Entry("NOTPROVIDED", "1.25", "DBIT", "BOOK", "", "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>");

        tell(NOTIFICATIONS, BankXml.notification(BankXml.id(), charge, charge)).body("counts.breaks", equalTo(2));

        assertThat(stand.breaks().stream().filter(found -> found.detail().contains(text)))
                .hasSize(2);
    }

    @Test
    void two_debits_of_one_payout_without_references_are_two_in_one_message() {
        Transfer transfer = fetched(stand.release(1)).getFirst();
        Entry debit = Entry.paid(transfer.endToEndId(), transfer.amount(), "");

        tell(NOTIFICATIONS, BankXml.notification(BankXml.id(), debit, debit))
                .body("counts.booked", equalTo(1))
                .body("counts.breaks", equalTo(1));
        tell(STATEMENTS, BankXml.statement(BankXml.id(), debit, debit)).body("counts.known", equalTo(2));

        assertThat(stand.breaks()).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo("booked-twice");
            assertThat(found.endToEndId()).isEqualTo(transfer.endToEndId());
            assertThat(found.moved()).isNotNull();
        });
    }

    @Test
    void names_in_capitals_are_the_same_names() {
        Released file = stand.release(2);
        List<Transfer> transfers = fetched(file);
        BigDecimal sum = transfers.stream().map(Transfer::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Transfer first = transfers.getFirst();

        tell(
                        "/bank/v1/payment-status-reports",
                        BankXml.status(BankXml.id(), capitals(file.messageId()), "ACSP", List.of()))
                .body("counts.accepted", equalTo(2));
        tell(NOTIFICATIONS, BankXml.batch(BankXml.id(), capitals(file.messageId()), 2, sum))
                .body("counts.booked", equalTo(2));
        tell(
                        NOTIFICATIONS,
                        BankXml.notification(
                                BankXml.id(),
                                Entry.back(capitals(first.endToEndId()), first.amount(), "C" + BankXml.id())))
                .body("counts.returned", equalTo(1));
    }

    private static String capitals(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private List<Transfer> fetched(Released file) {
        byte[] xml = stand.bank()
                .get("/bank/v1/payment-files/" + file.messageId())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Reading reading = BankMessages.read(xml);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        CreditTransferMessage message = (CreditTransferMessage) ((Reading.Understood) reading).message();
        return message.groups().getFirst().transfers();
    }

    private ValidatableResponse tell(String path, String xml) {
        return stand.post(xml).post(path).then().log().ifValidationFails().statusCode(200);
    }
}
