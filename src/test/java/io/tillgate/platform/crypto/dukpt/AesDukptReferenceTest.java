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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** ANSI X9.24-3:2017: every published value, whatever a case happens to hold. */
class AesDukptReferenceTest {
    private static final Pattern RESULT = Pattern.compile(
            "(?<what>cmac|data|hmac_sha256)_(?<type>(?:aes|hmac|tdes)\\d+)(?:_cbc|_key)?_(?<side>request|response)");

    @Test
    void there_are_cases_to_try() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(updateKeys()).hasSizeGreaterThanOrEqualTo(4);
    }

    @TestFactory
    Stream<DynamicTest> keys_of_each_case_are_derived_from_its_bdk() {
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> keysAgree(c)));
    }

    @TestFactory
    Stream<DynamicTest> messages_of_each_case_come_out() {
        return cases().stream()
                .filter(c -> c.has("message"))
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> messagesAgree(c)));
    }

    @TestFactory
    Stream<DynamicTest> pin_block_of_each_case_opens_to_its_pin() {
        return cases().stream()
                .filter(c -> c.has("pin_block_format_4"))
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> pinOpens(c)));
    }

    @TestFactory
    Stream<DynamicTest> update_keys_come_from_the_last_counter() {
        return updateKeys().stream()
                .map(c -> DynamicTest.dynamicTest(c.get("id").asText(), () -> {
                    InitialKeyId id = InitialKeyId.parse(c.get("initial_key_id").asText());

                    byte[] key = AesDukpt.updateKey(
                            hex(c, "initial_key"),
                            id,
                            type(c.get("derived_key_type").asText()));

                    assertThat(Hex.of(key)).isEqualTo(c.get("derived_key").asText());
                }));
    }

    private static void keysAgree(JsonNode c) {
        AesKsn ksn = ksn(c);
        byte[] initialKey = AesDukpt.initialKey(hex(c, "bdk"), ksn.initialKeyId());

        assertThat(Hex.of(initialKey)).isEqualTo(c.get("initial_key").asText());
        assertThat(Hex.of(AesDukpt.transactionKey(initialKey, ksn)))
                .isEqualTo(c.get("transaction_key").asText());
        for (Map.Entry<String, JsonNode> usage : c.path("working_keys").properties()) {
            for (Map.Entry<String, JsonNode> key : usage.getValue().properties()) {
                AesKeyUsage keyUsage = AesKeyUsage.valueOf(usage.getKey().toUpperCase(Locale.ROOT));
                assertThat(Hex.of(AesDukpt.workingKey(initialKey, ksn, keyUsage, type(key.getKey()))))
                        .as("%s %s", usage.getKey(), key.getKey())
                        .isEqualTo(key.getValue().asText());
            }
        }
        assertThat(ksn.hex()).isEqualTo(c.get("ksn").asText());
    }

    private static void messagesAgree(JsonNode c) {
        JsonNode message = c.get("message");
        byte[] plain = message.get("plain_ascii").asText().getBytes(StandardCharsets.US_ASCII);
        for (Map.Entry<String, JsonNode> member : message.properties()) {
            Matcher name = RESULT.matcher(member.getKey());
            if (name.matches()) {
                byte[] key = AesDukpt.workingKey(hex(c, "initial_key"), ksn(c), usage(name), type(typeName(name)));
                assertThat(Hex.of(result(name, key, plain)))
                        .as(member.getKey())
                        .startsWith(member.getValue().asText());
            } else {
                assertThat(member.getKey())
                        .doesNotStartWith("cmac")
                        .doesNotStartWith("hmac")
                        .doesNotStartWith("data");
            }
        }
    }

    private static byte[] result(Matcher name, byte[] key, byte[] plain) {
        BlockCipher cipher = name.group("type").startsWith("tdes") ? BlockCipher.TDEA : BlockCipher.AES;
        return switch (name.group("what")) {
            case "cmac" -> (cipher == BlockCipher.AES ? MacAlgorithm.AES_CMAC : MacAlgorithm.TDEA_CMAC).mac(key, plain);
            case "hmac_sha256" -> MacAlgorithm.HMAC_SHA256.mac(key, plain);
            default -> cipher.encryptCbc(key, Iso9797Padding.METHOD_1.pad(plain, cipher.blockBytes()));
        };
    }

    private static AesKeyUsage usage(Matcher name) {
        boolean request = "request".equals(name.group("side"));
        if ("data".equals(name.group("what"))) {
            return request ? AesKeyUsage.DATA_ENCRYPTION : AesKeyUsage.DATA_DECRYPTION;
        }
        return request ? AesKeyUsage.MAC_GENERATION : AesKeyUsage.MAC_VERIFICATION;
    }

    private static String typeName(Matcher name) {
        return name.group("type").toUpperCase(Locale.ROOT);
    }

    private static void pinOpens(JsonNode c) {
        JsonNode block = c.get("pin_block_format_4");
        byte[] key = AesDukpt.workingKey(
                hex(c, "initial_key"),
                ksn(c),
                AesKeyUsage.PIN_ENCRYPTION,
                type(block.get("pin_key_type").asText()));

        try (Pin pin = PinBlockFormat.FORMAT_4.decipher(
                key, hex(block, "encrypted_pin_block"), block.get("pan").asText())) {
            assertThat(pin.matches(block.get("pin").asText())).isTrue();
        }
    }

    private static List<JsonNode> cases() {
        return ReferenceCases.of("crypto", c -> c.has("bdk") && c.has("ksn") && c.has("initial_key_id"));
    }

    private static List<JsonNode> updateKeys() {
        return ReferenceCases.of("crypto", c -> c.has("derived_key_type"));
    }

    private static AesKsn ksn(JsonNode c) {
        return (AesKsn) Ksn.parse(c.get("ksn").asText());
    }

    private static AesKeyType type(String name) {
        return AesKeyType.valueOf(name);
    }

    private static byte[] hex(JsonNode c, String member) {
        return Hex.secret(c.get(member).asText());
    }
}
