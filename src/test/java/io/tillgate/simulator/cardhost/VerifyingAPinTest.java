package io.tillgate.simulator.cardhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.platform.crypto.ReferenceCases;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The simulated issuer's own idea of PINs, held against published blocks. */
class VerifyingAPinTest {
    private static final String KEY = "0123456789ABCDEFFEDCBA9876543210";
    private static final String CARD = "5555555551234567";
    /** Published: PIN 1234 for this card. */
    private static final String BLOCK_OF_1234 = "041261AAAAEDCBA9";
    /** Published: PIN 123456789 for this card. */
    private static final String BLOCK_OF_ANOTHER = "091261032D8DCBA9";

    private final PinBlocks blocks = new PinBlocks(KEY);
    private final Pins pins = new Pins(Optional.of(blocks));

    @TestFactory
    Stream<DynamicTest> published_blocks_of_format_0_are_read() {
        return published(false).stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.get("id").asText(),
                        () -> assertThat(blocks.read(
                                        enciphered(c.get("pin_block").asText()),
                                        c.get("pan").asText()))
                                .contains(c.get("pin").asText())));
    }

    @TestFactory
    Stream<DynamicTest> broken_blocks_of_format_0_are_not_read() {
        return published(true).stream()
                .filter(c -> c.get("pin_block").asText().length() == 16)
                .map(c -> DynamicTest.dynamicTest(
                        c.get("why").asText(),
                        () -> assertThat(blocks.read(
                                        enciphered(c.get("pin_block").asText()),
                                        c.path("pan").asText()))
                                .isEmpty()));
    }

    @Test
    void there_are_cases_to_try() {
        assertThat(published(false)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(published(true)).isNotEmpty();
    }

    @Test
    void a_card_has_the_usual_pin_until_it_is_given_another() {
        assertThat(pins.check(sale(1, BLOCK_OF_1234))).isEqualTo(PinCheck.RIGHT);

        pins.give(CARD, "123456789");

        assertThat(pins.check(sale(2, BLOCK_OF_1234))).isEqualTo(PinCheck.WRONG);
        assertThat(pins.check(sale(3, BLOCK_OF_ANOTHER))).isEqualTo(PinCheck.RIGHT);
    }

    @Test
    void three_wrong_ones_in_a_row_block_the_card_until_it_is_given_a_pin() {
        Teller teller = new Teller(new Book(), pins, Clock.systemUTC());
        for (int i = 1; i <= 2; i++) {
            assertThat(said(teller, sale(i, BLOCK_OF_ANOTHER))).isEqualTo("55");
        }
        assertThat(said(teller, sale(3, BLOCK_OF_1234))).isEqualTo("00");
        for (int i = 4; i <= 6; i++) {
            assertThat(said(teller, sale(i, BLOCK_OF_ANOTHER))).isEqualTo("55");
        }

        assertThat(said(teller, sale(7, BLOCK_OF_1234))).isEqualTo("75");
        pins.give(CARD, "1234");
        assertThat(said(teller, sale(8, BLOCK_OF_1234))).isEqualTo("00");
    }

    @Test
    void a_repeat_is_no_further_try() {
        Teller teller = new Teller(new Book(), pins, Clock.systemUTC());
        for (int i = 0; i < 5; i++) {
            assertThat(said(teller, sale(1, BLOCK_OF_ANOTHER))).isEqualTo("55");
        }
    }

    @Test
    void without_a_key_no_pin_can_be_read_and_without_a_pin_none_is_needed() {
        Teller teller = new Teller(new Book(), new Pins(Optional.empty()), Clock.systemUTC());

        assertThat(said(teller, sale(1, BLOCK_OF_1234))).isEqualTo("81");
        assertThat(said(teller, sale(2, null))).isEqualTo("00");
    }

    @Test
    void what_is_no_card_or_no_pin_is_not_given() {
        assertThatThrownBy(() -> pins.give("4111", "1234")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pins.give(CARD, "123")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PinBlocks("00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String said(Teller teller, HostMessage request) {
        return teller.answer(request, Optional.empty()).field(39);
    }

    private static HostMessage sale(int trace, @org.jspecify.annotations.Nullable String block) {
        Map<Integer, String> fields = new TreeMap<>(Map.of(
                2, CARD,
                3, "000000",
                4, "000000000100",
                7, "1120120000",
                11, "%06d".formatted(trace),
                41, "T0000001",
                49, "978"));
        if (block != null) {
            fields.put(52, enciphered(block));
        }
        return new HostMessage("", "0200", new TreeMap<>(fields));
    }

    private static String enciphered(String clear) {
        try {
            Cipher cipher = Cipher.getInstance("DESede/ECB/NoPadding");
            byte[] key = HexFormat.of().parseHex(KEY + KEY.substring(0, 16));
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DESede"));
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(cipher.doFinal(HexFormat.of().parseHex(clear)));
        } catch (java.security.GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static List<JsonNode> published(boolean broken) {
        return ReferenceCases.of(
                "crypto",
                c -> c.path("format").asText().equals("ISO-0")
                        && c.path("pin_block").isTextual()
                        && c.has("why") == broken);
    }
}
