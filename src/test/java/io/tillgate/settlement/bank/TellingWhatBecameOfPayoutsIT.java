package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bank fetches, answers, books, returns; each thing counts once, and what does not fit becomes work. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class TellingWhatBecameOfPayoutsIT {
    private static final String FILES = "/bank/v1/payment-files";
    private static final String STATUS = "/bank/v1/payment-status-reports";
    private static final String NOTIFICATIONS = "/bank/v1/notifications";
    private static final String STATEMENTS = "/bank/v1/statements";

    @Inject
    BankStand stand;

    @AfterEach
    void the_ledger_is_proved() {
        OpenShop.ofThisRun().prove();
    }

    @Test
    void a_file_is_found_fetched_accepted_and_booked_once() {
        Released file = stand.release(2);
        stand.bank()
                .get(FILES + "?status=ready")
                .then()
                .statusCode(200)
                .body("items.messageId", hasItem(file.messageId()));

        byte[] first = fetch(file);
        assertThat(fetch(file)).isEqualTo(first);
        stand.bank().get(FILES).then().body("items.messageId", not(hasItem(file.messageId())));
        tell(STATUS, BankXml.status(BankXml.id(), file.messageId(), "ACSP", List.of()))
                .body("counts.accepted", equalTo(2));
        assertThat(states(file)).containsOnly("accepted");

        List<Transfer> transfers = transfers(first);
        Entry one = Entry.paid(transfers.get(0).endToEndId(), transfers.get(0).amount(), "R" + BankXml.id());
        Entry two = Entry.paid(transfers.get(1).endToEndId(), transfers.get(1).amount(), "");
        tell(NOTIFICATIONS, BankXml.notification(BankXml.id(), one.pending(), two))
                .body("counts.booked", equalTo(1))
                .body("counts.pending", equalTo(1));
        String again = BankXml.notification(BankXml.id(), one);
        String answer = tell(NOTIFICATIONS, again)
                .body("counts.booked", equalTo(1))
                .extract()
                .asString();
        assertThat(tell(NOTIFICATIONS, again).extract().asString()).isEqualTo(answer);
        assertThat(tell(NOTIFICATIONS, again.replace("\n", " \n  ")).extract().asString())
                .isEqualTo(answer);
        tell(STATEMENTS, BankXml.statement(BankXml.id(), one, two))
                .body("counts.known", equalTo(2))
                .body("counts.booked", equalTo(0))
                .body("breaks", hasSize(0));
        assertThat(states(file)).containsOnly("booked");
    }

    @Test
    void the_same_message_id_with_another_content_is_refused() {
        String id = BankXml.id();
        tell(NOTIFICATIONS, BankXml.notification(id, Entry.credit("0.77", "a first text", BankXml.id())));

        stand.post(BankXml.notification(id, Entry.credit("0.78", "a first text", BankXml.id())))
                .post(NOTIFICATIONS)
                .then()
                .statusCode(409)
                .body("code", equalTo("BANK_MESSAGE_ID_REUSED"));
    }

    @Test
    void another_amount_is_a_break_and_books_nothing_until_the_right_one_comes() {
        Released file = stand.release(1);
        Transfer transfer = transfers(fetch(file)).getFirst();
        BigDecimal more = transfer.amount().add(new BigDecimal("0.01"));

        tell(NOTIFICATIONS, BankXml.notification(BankXml.id(), Entry.paid(transfer.endToEndId(), more, "")))
                .body("counts.booked", equalTo(0))
                .body("breaks.endToEndId", hasItem(transfer.endToEndId()));
        tell(STATEMENTS, BankXml.statement(BankXml.id(), Entry.paid(transfer.endToEndId(), more, "")))
                .body("counts.breaks", equalTo(0))
                .body("counts.known", equalTo(1));
        assertThat(states(file)).containsExactly("fetched");
        assertThat(stand.breaks()).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo("amount-differs");
            assertThat(found.endToEndId()).isEqualTo(transfer.endToEndId());
        });

        tell(
                        NOTIFICATIONS,
                        BankXml.notification(
                                BankXml.id(), Entry.paid(transfer.endToEndId(), transfer.amount(), "R" + BankXml.id())))
                .body("counts.booked", equalTo(1));
        tell(
                        NOTIFICATIONS,
                        BankXml.notification(
                                BankXml.id(), Entry.paid(transfer.endToEndId(), transfer.amount(), "S" + BankXml.id())))
                .body("counts.breaks", equalTo(1));
    }

    @Test
    void what_is_rejected_is_owed_again_and_what_comes_back_too() {
        Released file = stand.release(2);
        List<Transfer> transfers = transfers(fetch(file));
        Transfer bad = transfers.get(0);
        Transfer good = transfers.get(1);

        tell(STATUS, BankXml.status(BankXml.id(), file.messageId(), "PART", List.of(bad.endToEndId())))
                .body("counts.rejected", equalTo(1))
                .body("counts.pending", equalTo(1));
        tell(
                        NOTIFICATIONS,
                        BankXml.notification(
                                BankXml.id(), Entry.back(good.endToEndId(), good.amount(), "T" + BankXml.id())))
                .body("counts.waiting", equalTo(1));
        tell(
                        NOTIFICATIONS,
                        BankXml.notification(
                                BankXml.id(), Entry.paid(good.endToEndId(), good.amount(), "U" + BankXml.id())))
                .body("counts.booked", equalTo(1))
                .body("counts.returned", equalTo(1));

        assertThat(states(file)).containsExactlyInAnyOrder("rejected", "returned");
        tell(
                        NOTIFICATIONS,
                        BankXml.notification(
                                BankXml.id(), Entry.paid(bad.endToEndId(), bad.amount(), "V" + BankXml.id())))
                .body("counts.breaks", equalTo(1));
    }

    @Test
    void one_booking_for_a_group_closes_all_of_it_when_number_and_sum_agree() {
        Released file = stand.release(2);
        List<Transfer> transfers = transfers(fetch(file));
        BigDecimal sum = transfers.stream().map(Transfer::amount).reduce(BigDecimal.ZERO, BigDecimal::add);

        tell(NOTIFICATIONS, BankXml.batch(BankXml.id(), file.messageId(), 3, sum))
                .body("counts.breaks", equalTo(1));
        tell(NOTIFICATIONS, BankXml.batch(BankXml.id(), file.messageId(), 2, sum.add(BigDecimal.ONE)))
                .body("counts.breaks", equalTo(1));
        assertThat(states(file)).containsOnly("fetched");

        tell(NOTIFICATIONS, BankXml.batch(BankXml.id(), file.messageId(), 2, sum))
                .body("counts.booked", equalTo(2));
        Entry alone = Entry.paid(
                transfers.getFirst().endToEndId(), transfers.getFirst().amount(), "");
        tell(STATEMENTS, BankXml.statement(BankXml.id(), alone)).body("counts.known", equalTo(1));
        assertThat(states(file)).containsOnly("booked");
    }

    @Test
    void a_card_hosts_money_closes_its_funding_and_what_nobody_expected_is_a_break() {
        Released file = stand.release(1);
        var funding = stand.funding(stand.payout(file.payouts().getFirst()).run());
        BigDecimal owed = BigDecimal.valueOf(funding.expected().value(), 2);
        Entry money = Entry.credit(owed.toPlainString(), "settlement " + funding.reference(), "F" + BankXml.id());

        tell(NOTIFICATIONS, BankXml.notification(BankXml.id(), money)).body("counts.funded", equalTo(1));
        tell(STATEMENTS, BankXml.statement(BankXml.id(), money)).body("counts.known", equalTo(1));
        Entry charge = new Entry("NOTPROVIDED", "3.50", "DBIT", "BOOK", "C" + BankXml.id(), "");
        tell(NOTIFICATIONS, BankXml.notification(BankXml.id(), charge)).body("counts.breaks", equalTo(1));
        tell(STATEMENTS, BankXml.statementThatMissesACent(BankXml.id())).body("counts.breaks", equalTo(1));

        assertThat(stand.breaks().stream().map(found -> found.kind())).contains("unknown-debit", "statement-balance");
    }

    @Test
    void a_status_report_about_no_file_of_ours_is_refused() {
        stand.post(BankXml.status(BankXml.id(), "NOT-OURS", "ACCP", List.of()))
                .post(STATUS)
                .then()
                .statusCode(422)
                .body("code", equalTo("PAYMENT_FILE_UNKNOWN"))
                .body("detail", containsString("NOT-OURS"));
        Released file = stand.release(1);
        stand.post(BankXml.status(BankXml.id(), file.messageId(), "RJCT", List.of()))
                .post(STATUS)
                .then()
                .statusCode(409)
                .body("code", equalTo("PAYMENT_FILE_NOT_FETCHED"));
        stand.cancel(file.payouts().getFirst());
        stand.bank().get(FILES + "/" + file.messageId()).then().statusCode(404);
    }

    @Test
    void only_the_tenants_own_bank_sees_its_files() {
        Released file = stand.release(1);

        stand.otherBank()
                .get(FILES + "?status=ready")
                .then()
                .statusCode(200)
                .body("items.messageId", not(hasItem(file.messageId())));
        stand.otherBank().get(FILES + "/" + file.messageId()).then().statusCode(404);
        stand.otherBank()
                .contentType("application/xml")
                .body(BankXml.status(BankXml.id(), file.messageId(), "RJCT", List.of()))
                .post(STATUS)
                .then()
                .statusCode(422);
        assertThat(states(file)).containsExactly("released");
        stand.bank().get(FILES + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    private byte[] fetch(Released file) {
        return stand.bank()
                .get(FILES + "/" + file.messageId())
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asByteArray();
    }

    private static List<Transfer> transfers(byte[] xml) {
        Reading reading = BankMessages.read(xml);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        CreditTransferMessage message = (CreditTransferMessage) ((Reading.Understood) reading).message();
        return message.groups().getFirst().transfers();
    }

    private ValidatableResponse tell(String path, String xml) {
        return stand.post(xml).post(path).then().log().ifValidationFails().statusCode(200);
    }

    private List<String> states(Released file) {
        return file.payouts().stream().map(stand::state).toList();
    }
}
