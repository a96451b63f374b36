package io.tillgate.payments.iso8583;

import static io.tillgate.payments.iso8583.HostRig.LONG;
import static io.tillgate.payments.iso8583.HostRig.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.payments.iso8583.codec.Dialects;
import io.tillgate.payments.iso8583.codec.IsoMessage;
import io.tillgate.payments.iso8583.codec.Usage;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.platform.crypto.pin.Pin;
import io.tillgate.platform.crypto.pin.PinBlockFormat;
import io.tillgate.shared.Money;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarryingAPinTest {
    private static final String PAN = "6224242900000113";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iso87-ascii",
                "iso87-ascii-bits",
                "iso87-ascii-tags",
                "iso87-binary",
                "iso87-ebcdic",
                "iso87-ebcdic-bits",
                "postilion"
            })
    void hosts_of_1987_take_format_0(String dialect) {
        assertThat(Dialects.named(dialect).usage().pin())
                .contains(new Usage.PinFields(0, Optional.of("12"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso93-ascii", "iso93-binary", "iso93-ebcdic", "iso93-ebcdic-bits", "iso93-ebcdic-chip"})
    void hosts_of_1993_take_none(String dialect) {
        assertThat(Dialects.named(dialect).usage().pin()).isEmpty();
    }

    @Test
    void unionpay_wants_to_know_how_it_is_enciphered() {
        IsoMessage message =
                new Translator(Dialects.named("unionpay")).message(sale(1, "1234"), HostRig.at("T0000001"));

        assertThat(message.text(22)).contains("051");
        assertThat(message.text(26)).contains("12");
        assertThat(message.text(52))
                .hasValueSatisfying(block -> assertThat(block).hasSize(16));
        assertThat(message.text(53)).contains("2600000000000000");
        assertThat(message.toString()).doesNotContain(message.text(52).orElseThrow());
    }

    @Test
    void without_a_pin_nothing_of_it_is_said() {
        HostRequest.Sale sale = HostRig.sale("T0000001", 1, 100);

        IsoMessage message = new Translator(Dialects.named("unionpay")).message(sale, sale.at());

        assertThat(message.text(22)).contains("052");
        assertThat(message.has(26) || message.has(52) || message.has(53)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "iso87-ascii, 1234, 00",
        "iso87-ascii, 4321, 55",
        "unionpay, 1234, 00",
        "unionpay, 4321, 55",
    })
    void the_host_reads_it_by_itself_and_judges(String dialect, String pin, String responseCode) throws Exception {
        try (HostRig rig = new HostRig()) {
            HostLink link = rig.link(dialect);

            HostOutcome outcome = await(link.send(sale(1, pin), LONG));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            HostOutcome.Answered.class,
                            answered ->
                                    assertThat(answered.answer().responseCode()).isEqualTo(responseCode));
        }
    }

    private static HostRequest.Sale sale(int stan, String pin) {
        CardForHost card = HostRig.card().pinBlock(block(pin));
        return new HostRequest.Sale(HostRig.at("T0000001"), HostRig.trace(stan), Money.of(100, "CNY"), card);
    }

    private static byte[] block(String digits) {
        try (Pin pin = Pin.of(digits)) {
            return PinBlockFormat.FORMAT_0.encipher(Hex.secret(HostRig.PIN_KEY), pin, PAN, new SecureRandom());
        }
    }
}
