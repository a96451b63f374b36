package io.tillgate.payments.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.payments.iso8583.codec.Dialects;
import io.tillgate.payments.iso8583.codec.IsoMessage;
import io.tillgate.shared.Money;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

class TranslatingRequestsTest {
    private final Translator ascii = new Translator(Dialects.named("iso87-ascii"));
    private final Translator unionpay = new Translator(Dialects.named("unionpay"));

    @Test
    void a_chip_sale_carries_card_chip_data_and_amount() {
        HostRequest.Sale sale = HostRig.sale("T0000001", 42, 12_345);

        IsoMessage message = ascii.message(sale, sale.at());

        assertThat(message.mti()).isEqualTo("0200");
        assertThat(message.text(2)).contains("6224242900000113");
        assertThat(message.text(4)).contains("000000012345");
        assertThat(message.text(7)).contains("1120120000");
        assertThat(message.text(11)).contains("000042");
        assertThat(message.text(12)).contains("200000");
        assertThat(message.text(18)).contains("5411");
        assertThat(message.text(22)).contains("052");
        assertThat(message.text(49)).contains("156");
        assertThat(message.text(55)).contains("9F270180");
    }

    @Test
    void a_pin_shows_in_the_entry_mode() {
        CardForHost card = HostRig.card().pinBlock(new byte[8]);
        HostRequest.Sale sale =
                new HostRequest.Sale(HostRig.at("T0000001"), HostRig.trace(1), Money.of(1, "CNY"), card);

        IsoMessage message = unionpay.message(sale, sale.at());

        assertThat(message.text(22)).contains("051");
        assertThat(message.text(26)).contains("12");
        assertThat(message.text(52)).contains("0000000000000000");
        assertThat(message.text(60)).contains("22000007000");
    }

    @Test
    void a_reversal_names_its_original_and_carries_no_track_or_pin() {
        HostRequest.Sale sale = HostRig.sale("T0000001", 42, 100);
        HostRequest.Reversal reversal = HostRig.reversal(sale, 43);

        IsoMessage message = ascii.message(reversal, sale.at());

        assertThat(message.mti()).isEqualTo("0400");
        assertThat(message.text(90)).contains("0200" + "000042" + "1120120000" + "0".repeat(22));
        assertThat(message.has(35)).isFalse();
        assertThat(message.has(52)).isFalse();
        assertThat(message.has(55)).isFalse();
    }

    @Test
    void a_repeated_reversal_says_so_and_unionpay_names_batch_trace_and_reason() {
        HostRequest.Sale sale = HostRig.sale("T0000001", 42, 100);
        HostRequest.Undoing again = new HostRequest.Undoing(
                Original.unanswered("0200", sale.trace()), HostRequest.Reason.UNREADABLE_ANSWER, true);
        HostRequest.Reversal reversal =
                new HostRequest.Reversal(sale.at(), HostRig.trace(43), sale.amount(), null, again);

        IsoMessage message = unionpay.message(reversal, sale.at());

        assertThat(message.mti()).isEqualTo("0401");
        assertThat(message.text(39)).contains("A0");
        assertThat(message.text(61)).contains("000007" + "000042" + "1120");
        assertThat(message.has(2)).isFalse();
    }

    @Test
    void a_refund_goes_as_the_dialect_takes_it() {
        HostRequest.Refund refund = new HostRequest.Refund(
                HostRig.at("T0000001"),
                HostRig.trace(44),
                Money.of(50, "CNY"),
                HostRig.card(),
                new Original("0200", HostRig.trace(42), "632411000001", "A00001"));

        assertThat(ascii.message(refund, refund.at()).mti()).isEqualTo("0200");
        assertThat(ascii.message(refund, refund.at()).text(3)).contains("200000");
        assertThat(unionpay.message(refund, refund.at()).mti()).isEqualTo("0220");
        assertThat(unionpay.message(refund, refund.at()).text(37)).contains("632411000001");
    }

    @Test
    void an_answer_is_read_with_its_settlement_date() {
        IsoMessage message = IsoMessage.of("0210")
                .with(15, "1121")
                .with(38, "A00001")
                .with(39, "10")
                .with(4, "000000000040")
                .build();

        HostAnswer answer = Translator.answer(message).orElseThrow();

        assertThat(answer.approved()).isTrue();
        assertThat(answer.settlementDate()).contains(MonthDay.of(11, 21));
        assertThat(answer.amount()).contains(40L);
        assertThat(answer.rrn()).isEmpty();
    }

    @Test
    void types_fold_so_that_only_an_answer_of_the_same_kind_fits() {
        assertThat(MatchKey.typeClass("0210")).isEqualTo(MatchKey.typeClass("0200"));
        assertThat(MatchKey.typeClass("0221")).isEqualTo(MatchKey.typeClass("0230"));
        assertThat(MatchKey.typeClass("0430")).isEqualTo(MatchKey.typeClass("0401"));
        assertThat(MatchKey.typeClass("0410")).isNotEqualTo(MatchKey.typeClass("0210"));
        assertThat(MatchKey.typeClass("0230")).isNotEqualTo(MatchKey.typeClass("0210"));
    }

    @Test
    void a_card_prints_its_last_four_digits_and_can_be_wiped() {
        CardForHost card = HostRig.card();

        assertThat(card.toString()).isEqualTo("card *0113");
        assertThat(HostRig.sale("T0000001", 1, 1).toString()).doesNotContain("6224242900000113");
        card.close();
        assertThat(card.pan()).isEqualTo("0000000000000000");
    }
}
