package io.tillgate.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.settlement.iso20022.AccountReport;
import io.tillgate.settlement.iso20022.AccountStatement;
import io.tillgate.settlement.iso20022.BankAccountId;
import io.tillgate.settlement.iso20022.BankAgent;
import io.tillgate.settlement.iso20022.BankMessage;
import io.tillgate.settlement.iso20022.BankMessages;
import io.tillgate.settlement.iso20022.BankParty;
import io.tillgate.settlement.iso20022.CreditTransfer;
import io.tillgate.settlement.iso20022.PaymentFile;
import io.tillgate.settlement.iso20022.PaymentFileWriter;
import io.tillgate.settlement.iso20022.Reading;
import io.tillgate.settlement.iso20022.StatusReport;
import io.tillgate.settlement.iso20022.TransferGroup;
import io.tillgate.shared.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The simulator reads what the service writes, and the service what the simulator writes: two parsers, one schema. */
class SpeakingAsABankTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Reports reports = new Reports(Clock.fixed(NOW, ZoneOffset.UTC));
    private final PaymentOrder order = PaymentOrderReader.read(PaymentFileWriter.bytes(file()));

    @Test
    void a_file_of_the_service_is_understood_and_adds_up() {
        assertThat(order.messageId()).isEqualTo("TG1");
        assertThat(order.mistake()).isEmpty();
        assertThat(order.groups()).singleElement().satisfies(group -> {
            assertThat(group.day()).isEqualTo(DAY);
            assertThat(group.debtor()).isEqualTo(new PaymentOrder.Account(true, "NL91ABNA0417164300"));
        });
        assertThat(order.transfers()).extracting(PaymentOrder.Transfer::minor).containsExactly(12_345L, 5L);
        assertThat(order.transfers().get(1).creditor()).isEqualTo("广州茶叶店");
        assertThat(order.transfers().get(1).account())
                .isEqualTo(new PaymentOrder.Account(false, "6222600260001072444"));
    }

    @Test
    void a_file_that_does_not_add_up_is_noticed() {
        String wrong = new String(PaymentFileWriter.bytes(file()), StandardCharsets.UTF_8)
                .replaceFirst("<CtrlSum>123\\.50", "<CtrlSum>123.51");

        assertThat(PaymentOrderReader.read(wrong.getBytes(StandardCharsets.UTF_8))
                        .mistake())
                .contains("123.51");
        assertThatThrownBy(() -> PaymentOrderReader.read("<a/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_status_report_is_valid_and_says_what_is_refused() {
        StatusReport report = (StatusReport) valid(reports.status(order, order.transfers(), Map.of("E2", "AC04")));

        assertThat(report.originalMessageId()).isEqualTo("TG1");
        assertThat(report.status()).contains("PART");
        assertThat(report.groups().getFirst().transactions())
                .extracting(each -> each.status().orElseThrow())
                .containsExactly("ACSP", "RJCT");
        assertThat(((StatusReport) valid(reports.refusal(order, "does not add up"))).status())
                .contains("RJCT");
    }

    @Test
    void its_notification_and_statement_are_valid_and_tell_the_same_booking() {
        Booking paid = booking("BK1", false, "", "");
        Booking back = booking("RT1", true, "", "AC04");
        Accounts.Stretch stretch = new Accounts.Stretch(
                new Accounts.Key("harbour", "EUR"),
                new PaymentOrder.Account(true, "NL91ABNA0417164300"),
                new BigDecimal("10.00"),
                List.of(paid, back, paid));

        AccountStatement notified = only(valid(reports.notification(stretch)));
        AccountStatement stated = only(valid(reports.statement(stretch)));

        assertThat(stated.entries()).isEqualTo(notified.entries()).hasSize(3);
        assertThat(stated.unexplained())
                .hasValueSatisfying(rest -> assertThat(rest).isZero());
        assertThat(stated.entries().get(1).transactions().getFirst().returned())
                .hasValueSatisfying(why -> assertThat(why.code()).contains("AC04"));
    }

    @Test
    void a_booking_of_a_group_names_none_of_it() {
        Accounts.Stretch stretch = new Accounts.Stretch(
                new Accounts.Key("harbour", "EUR"),
                new PaymentOrder.Account(false, "6222600260001072444"),
                BigDecimal.ZERO,
                List.of(booking("BK1", false, "TG1", "")));

        AccountStatement notified = only(valid(reports.notification(stretch)));

        assertThat(notified.entries().getFirst().transactions()).isEmpty();
        assertThat(notified.entries().getFirst().batches().getFirst().paymentInformationId())
                .contains("TG1");
    }

    @Test
    void a_fault_is_used_up_by_what_it_hits() {
        BankFaults faults = new BankFaults();
        faults.order(BankFault.of("other-amount", 1, new BankFault.Match("harbour", "E2", null), null, null));
        faults.order(BankFault.of("both", 1, null, null, null));

        assertThat(faults.take("harbour", order.transfers().get(0))).isEmpty();
        assertThat(faults.take("harbour", order.transfers().get(1))).isPresent();
        assertThat(faults.take("harbour", order.transfers().get(1))).isEmpty();
        assertThat(faults.take("harbour", order)).isPresent();
        assertThat(faults.all()).isEmpty();
        assertThatThrownBy(() -> BankFault.of("nonsense", null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Booking booking(String reference, boolean credit, String batch, String reason) {
        BigDecimal amount = new BigDecimal("1.25");
        return new Booking(
                reference,
                credit,
                amount,
                DAY,
                batch,
                reason,
                List.of(new Booking.Item("E1", amount, "茶", "rest & more")));
    }

    private static AccountStatement only(BankMessage message) {
        return ((AccountReport) message).statements().getFirst();
    }

    private static BankMessage valid(Report report) {
        Reading reading = BankMessages.read(report.xml().getBytes(StandardCharsets.UTF_8));
        assertThat(reading).as(report.xml()).isInstanceOf(Reading.Understood.class);
        BankMessage message = ((Reading.Understood) reading).message();
        assertThat(message.messageId()).isEqualTo(report.messageId());
        return message;
    }

    static PaymentFile file() {
        BankParty debtor =
                new BankParty("Harbour", new BankAccountId.Iban("NL91ABNA0417164300"), new BankAgent.Bic("ABNANL2A"));
        BankParty tea = new BankParty(
                "广州茶叶店",
                new BankAccountId.Other("6222600260001072444"),
                BankAgent.ClearingMember.cnaps("102100099996"));
        TransferGroup group = new TransferGroup(
                "TG1",
                DAY,
                true,
                TransferGroup.Terms.AGREED,
                debtor,
                List.of(
                        new CreditTransfer("E1", "E1", Money.of(12_345, "EUR"), debtor, "one"),
                        new CreditTransfer("E2", "E2", Money.of(5, "EUR"), tea, "two")));
        return new PaymentFile("TG1", NOW, "Harbour", List.of(group));
    }
}
