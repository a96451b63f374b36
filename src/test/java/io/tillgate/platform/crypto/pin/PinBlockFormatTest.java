package io.tillgate.platform.crypto.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.shared.Refusal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinBlockFormatTest {
    private static final byte[] KEY = Hex.secret("0123456789ABCDEFFEDCBA9876543210");
    private static final String PAN = "4111111111111111";

    @ParameterizedTest
    @EnumSource
    void every_format_reads_what_it_wrote(PinBlockFormat format) {
        Random random = new Random(7);
        for (int length = Pin.LENGTH_MIN; length <= Pin.LENGTH_MAX; length++) {
            String text = "012345678901".substring(0, length);

            try (Pin pin = Pin.of(text);
                    Pin read = format.decipher(KEY, format.encipher(KEY, pin, PAN, random), PAN)) {
                assertThat(read.matches(text)).isTrue();
            }
        }
    }

    @Test
    void block_of_format_4_is_bound_to_its_card_and_key() {
        byte[] block = PinBlockFormat.FORMAT_4.encipher(KEY, Pin.of("1234"), PAN, new Random(7));
        byte[] otherKey = KEY.clone();
        otherKey[0] ^= 1;

        assertThatThrownBy(() -> PinBlockFormat.FORMAT_4.decipher(KEY, block, "5555555555554444"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PinBlockFormat.FORMAT_4.decipher(otherKey, block, PAN))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "1234567890123", "12a4", "", "12 4"})
    void what_is_no_pin_is_refused(String text) {
        assertThatThrownBy(() -> Pin.of(text)).isInstanceOf(Refusal.class);
    }

    @Test
    void pin_prints_nothing() {
        assertThat(Pin.of("4711")).hasToString("****");
    }
}
