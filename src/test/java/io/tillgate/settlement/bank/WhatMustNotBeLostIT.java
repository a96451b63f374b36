package io.tillgate.settlement.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tillgate.launcher.demo.OpenShop;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.settlement.BankMessageBox;
import io.tillgate.settlement.BankMessageBox.Filter;
import io.tillgate.settlement.BankMessageView;
import io.tillgate.settlement.BankWord;
import io.tillgate.settlement.Heard;
import io.tillgate.settlement.bank.BankStand.Released;
import io.tillgate.settlement.bank.BankXml.Entry;
import io.tillgate.settlement.iso20022.BankMessages;
import io.tillgate.settlement.iso20022.CreditTransferMessage;
import io.tillgate.settlement.iso20022.CreditTransferMessage.Transfer;
import io.tillgate.settlement.iso20022.Reading;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message on which we fail, and money that waits for a word that never comes: both are seen by somebody. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
class WhatMustNotBeLostIT {
    private static final String NOTIFICATIONS = "/bank/v1/notifications";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    BankStand stand;

    @Inject
    BankMessageBox box;

    @Inject
    WaitingReturns returns;

    @Inject
    PayoutBook book;

    @AfterEach
    void the_ledger_is_proved() {
        OpenShop.ofThisRun().prove();
    }

    /** Fails until it is told not to. */
    private static class FailingBook extends SettlementPayoutBook {
        private final SettlementPayoutBook real;
        private volatile boolean fails = true;

        @SuppressWarnings("NullAway") // the real one has them
        FailingBook(SettlementPayoutBook real) {
            super(null, null);
            this.real = real;
        }

        @Override
        public Uni<List<Heard>> hear(SqlConnection connection, TenantId tenant, List<BankWord> words) {
            return fails
                    ? Uni.createFrom().failure(new IllegalStateException("a defect"))
                    : real.hear(connection, tenant, words);
        }
    }

    @Test
    void a_message_on_which_we_fail_leaves_a_trace_and_is_taken_when_it_comes_again() {
        Released file = stand.release(1);
        Transfer transfer = fetched(file);
        String id = BankXml.id();
        String xml = BankXml.notification(id, Entry.paid(transfer.endToEndId(), transfer.amount(), "R" + id));
        FailingBook broken = new FailingBook((SettlementPayoutBook) ClientProxy.unwrap(book));
        QuarkusMock.installMockForInstance(broken, book);
        for (int i = 0; i < 2; i++) {
            stand.post(xml).post(NOTIFICATIONS).then().statusCode(greaterThanOrEqualTo(500));
        }
        broken.fails = false;

        BankMessageView failed = traces(id, "failed").getFirst();
        assertThat(traces(id, "failed")).hasSize(1);
        assertThat(box.content(stand.tenant(), failed.id()).await().atMost(SOON))
                .asString()
                .isEqualTo(xml);
        stand.post(xml).post(NOTIFICATIONS).then().statusCode(200).body("counts.booked", equalTo(1));
        assertThat(traces(id, "taken")).hasSize(1);
        assertThat(stand.state(file.payouts().getFirst())).isEqualTo("booked");
    }

    @Test
    void money_that_came_back_is_work_when_its_payout_is_never_booked() {
        Released file = stand.release(1);
        Transfer transfer = fetched(file);
        Entry back = Entry.back(transfer.endToEndId(), transfer.amount(), "W" + BankXml.id());
        stand.post(BankXml.notification(BankXml.id(), back))
                .post(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("counts.waiting", equalTo(1));

        returns.one(stand.tenant(), Instant.now()).await().atMost(SOON);
        assertThat(late(transfer)).isEmpty();
        returns.one(stand.tenant(), Instant.now().plus(Duration.ofDays(4)))
                .await()
                .atMost(SOON);
        returns.one(stand.tenant(), Instant.now().plus(Duration.ofDays(4)))
                .await()
                .atMost(SOON);

        assertThat(late(transfer)).hasSize(1);
        OpenShop.ofThisRun().prove();
        stand.post(BankXml.statement(BankXml.id(), back))
                .post("/bank/v1/statements")
                .then()
                .statusCode(200)
                .body("counts.known", equalTo(1));
        stand.post(BankXml.notification(
                        BankXml.id(), Entry.paid(transfer.endToEndId(), transfer.amount(), "L" + BankXml.id())))
                .post(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("counts.booked", equalTo(1))
                .body("counts.returned", equalTo(0));
    }

    private List<io.tillgate.settlement.BreakView> late(Transfer transfer) {
        return stand.breaks().stream()
                .filter(found -> found.kind().equals("return-without-booking")
                        && transfer.endToEndId().equals(found.endToEndId()))
                .toList();
    }

    private List<BankMessageView> traces(String messageId, String state) {
        return box
                .page(stand.tenant(), Filter.of("notification", state), new PageRequest(200, null))
                .await()
                .atMost(SOON)
                .items()
                .stream()
                .filter(message -> messageId.equals(message.messageId()))
                .toList();
    }

    private Transfer fetched(Released file) {
        byte[] xml = stand.bank()
                .get("/bank/v1/payment-files/" + file.messageId())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Reading reading = BankMessages.read(xml);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        CreditTransferMessage message = (CreditTransferMessage) ((Reading.Understood) reading).message();
        return message.groups().getFirst().transfers().getFirst();
    }
}
