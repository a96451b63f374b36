package io.tillgate.platform.crypto.dukpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillgate.platform.crypto.ReferenceCases;
import io.tillgate.platform.crypto.cipher.BlockCipher;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.platform.crypto.cipher.Iso9797Padding;
import io.tillgate.platform.crypto.cipher.MacAlgorithm;
import io.tillgate.platform.crypto.pin.Pin;
import io.tillgate.platform.crypto.pin.PinBlockFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** ANSI X9.24-1:2009, A.4: every published value. */
class TdesDukptReferenceTest {
    @Test
    void there_are_cases_to_try() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(23);
    }

    @TestFactory
    Stream<DynamicTest> keys_of_each_case_are_derived_from_its_bdk() {
        return cases().stream()
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> {
                    byte[] initialKey = TdesDukpt.initialKey(hex(c, "bdk"), ksn(c));

                    assertThat(Hex.of(initialKey))
                            .isEqualTo(c.get("initial_key").asText());
                    assertThat(Hex.of(TdesDukpt.transactionKey(initialKey, ksn(c))))
                            .isEqualTo(c.get("transaction_key").asText());
                    assertThat(ksn(c).hex()).isEqualTo(c.get("ksn").asText());
                }));
    }

    @TestFactory
    Stream<DynamicTest> pin_block_of_each_case_is_built_and_read() {
        return cases().stream()
                .filter(c -> c.has("encrypted_pin_block"))
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> {
                    byte[] key = key(c, TdesKeyUsage.PIN_ENCRYPTION);
                    String pan = c.get("pan").asText();

                    try (Pin pin = Pin.of(c.get("pin").asText());
                            Pin read = PinBlockFormat.FORMAT_0.decipher(key, hex(c, "encrypted_pin_block"), pan)) {
                        assertThat(Hex.of(PinBlockFormat.FORMAT_0.encipher(key, pin, pan, new Random(1))))
                                .isEqualTo(c.get("encrypted_pin_block").asText());
                        assertThat(read.matches(c.get("pin").asText())).isTrue();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> messages_of_each_case_come_out() {
        return cases().stream()
                .filter(c -> c.has("message_ascii"))
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> messagesAgree(c)));
    }

    private static void messagesAgree(JsonNode c) {
        byte[] plain = c.get("message_ascii").asText().getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Iso9797Padding.METHOD_1.pad(plain, 8);
        byte[] request = key(c, TdesKeyUsage.MAC_REQUEST);
        byte[] response = key(c, TdesKeyUsage.MAC_RESPONSE);

        agrees(c, "mac_request", MacAlgorithm.X9_19.mac(request, plain));
        agrees(c, "mac_request_full_8_bytes", MacAlgorithm.X9_19.mac(request, plain));
        agrees(c, "mac_response", MacAlgorithm.X9_19.mac(response, plain));
        agrees(c, "mac_response_full_8_bytes", MacAlgorithm.X9_19.mac(response, plain));
        agrees(c, "cmac_tdes_request", MacAlgorithm.TDEA_CMAC.mac(request, plain));
        agrees(c, "cmac_tdes_response", MacAlgorithm.TDEA_CMAC.mac(response, plain));
        agrees(c, "data_request_tdes_cbc", BlockCipher.TDEA.encryptCbc(key(c, TdesKeyUsage.DATA_REQUEST), padded));
        agrees(c, "data_response_tdes_cbc", BlockCipher.TDEA.encryptCbc(key(c, TdesKeyUsage.DATA_RESPONSE), padded));
    }

    private static void agrees(JsonNode c, String member, byte[] value) {
        if (c.has(member)) {
            assertThat(Hex.of(value)).as(member).startsWith(c.get(member).asText());
        }
    }

    private static byte[] key(JsonNode c, TdesKeyUsage usage) {
        return TdesDukpt.workingKey(hex(c, "initial_key"), ksn(c), usage);
    }

    private static List<JsonNode> cases() {
        return ReferenceCases.of("crypto", c -> c.has("initial_ksn") && c.has("bdk"));
    }

    private static TdesKsn ksn(JsonNode c) {
        return (TdesKsn) Ksn.parse(c.get("ksn").asText());
    }

    private static byte[] hex(JsonNode c, String member) {
        return Hex.secret(c.get(member).asText());
    }
}
