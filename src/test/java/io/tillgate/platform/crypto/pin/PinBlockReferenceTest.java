package io.tillgate.platform.crypto.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.platform.crypto.ReferenceCases;
import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.shared.Refusal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** ISO 9564-1: published blocks, good and bad. */
class PinBlockReferenceTest {
    private static final Random RANDOM = new Random(20261122);

    @Test
    void there_are_cases_to_try() {
        assertThat(valid()).hasSizeGreaterThanOrEqualTo(11);
        assertThat(invalid()).hasSizeGreaterThanOrEqualTo(10);
    }

    @TestFactory
    Stream<DynamicTest> good_blocks_are_built_and_read() {
        return valid().stream()
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> {
                    blockAgrees(c);
                    fieldsAgree(c);
                }));
    }

    @TestFactory
    Stream<DynamicTest> bad_blocks_are_refused() {
        return invalid().stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.get("why").asText(),
                        () -> assertThatThrownBy(() -> read(c))
                                .isInstanceOfSatisfying(
                                        Refusal.class,
                                        refusal -> assertThat(refusal.code())
                                                .isEqualTo(CryptoProblem.PIN_BLOCK_INVALID))));
    }

    private static void blockAgrees(JsonNode c) {
        if (!c.path("pin_block").isTextual()) {
            return;
        }
        PinBlockFormat format = format(c);
        byte[] block = Hex.secret(c.get("pin_block").asText());
        try (Pin read = format.decode(block, pan(c));
                Pin pin = Pin.of(c.get("pin").asText())) {
            assertThat(read.matches(c.get("pin").asText())).isTrue();
            if (!c.path("decode_only").asBoolean()) {
                assertThat(Hex.of(format.encode(pin, pan(c), RANDOM)))
                        .isEqualTo(c.get("pin_block").asText());
            }
        }
    }

    private static void fieldsAgree(JsonNode c) {
        if (c.has("plain_pan_field")) {
            assertThat(Hex.of(PanField.ofFormat4(pan(c))))
                    .isEqualTo(c.get("plain_pan_field").asText());
        }
        if (c.has("plain_pin_field")) {
            byte[] field = Hex.secret(c.get("plain_pin_field").asText());
            try (Pin pin = format(c).readPinField(field);
                    Pin same = Pin.of(c.get("pin").asText())) {
                assertThat(pin.matches(c.get("pin").asText())).isTrue();
                assertThat(Hex.of(format(c).pinField(same, RANDOM)).substring(0, 16))
                        .isEqualTo(c.get("plain_pin_field").asText().substring(0, 16));
            }
        }
    }

    private static Pin read(JsonNode c) {
        String name = c.has("plain_pin_field") ? "plain_pin_field" : "pin_block";
        byte[] bytes = Hex.secret(c.get(name).asText());
        PinBlockFormat format = format(c);
        return format == PinBlockFormat.FORMAT_4 ? format.readPinField(bytes) : format.decode(bytes, pan(c));
    }

    private static PinBlockFormat format(JsonNode c) {
        return PinBlockFormat.of(Integer.parseInt(c.get("format").asText().substring("ISO-".length())));
    }

    private static String pan(JsonNode c) {
        return c.path("pan").asText("");
    }

    private static List<JsonNode> valid() {
        return ReferenceCases.of("crypto", c -> c.has("format") && !c.has("why"));
    }

    private static List<JsonNode> invalid() {
        return ReferenceCases.of("crypto", c -> c.has("format") && c.has("why"));
    }
}
