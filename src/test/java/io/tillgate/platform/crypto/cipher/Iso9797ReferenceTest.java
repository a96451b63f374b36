package io.tillgate.platform.crypto.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.platform.crypto.ReferenceCases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** ISO/IEC 9797-1: published paddings and MACs. */
class Iso9797ReferenceTest {
    @Test
    void there_are_cases_to_try() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(9);
    }

    @TestFactory
    Stream<DynamicTest> paddings_and_macs_come_out() {
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> agrees(c)));
    }

    private static void agrees(JsonNode c) {
        byte[] message = hex(c, "message_hex");
        Iso9797Padding padding =
                Iso9797Padding.valueOf("METHOD_" + c.get("padding_method").asInt());
        if (c.has("padded_hex")) {
            assertThat(Hex.of(padding.pad(message, c.get("block_bytes").asInt())))
                    .isEqualTo(c.get("padded_hex").asText());
        }
        if (c.has("mac")) {
            byte[] mac = c.has("key2")
                    ? Iso9797Mac.algorithm3(hex(c, "key1"), hex(c, "key2"), message, padding)
                    : Iso9797Mac.algorithm1(hex(c, "key1"), message, padding);
            assertThat(Hex.of(mac)).startsWith(c.get("mac").asText());
        }
    }

    private static List<JsonNode> cases() {
        return ReferenceCases.of("crypto", c -> c.has("padding_method"));
    }

    private static byte[] hex(JsonNode c, String member) {
        return Hex.secret(c.get(member).asText());
    }
}
