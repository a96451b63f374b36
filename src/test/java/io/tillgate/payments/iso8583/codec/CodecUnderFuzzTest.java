package io.tillgate.payments.iso8583.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are: a message that packs again, or the codec's own refusal. The seed is fixed. */
class CodecUnderFuzzTest {
    private static final int ROUNDS = 3_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iso87-ascii",
                "iso93-ascii",
                "iso87-binary",
                "iso93-binary",
                "iso87-ebcdic",
                "iso93-ebcdic",
                "iso87-ascii-bits",
                "iso87-ascii-tags",
                "iso93-ebcdic-chip",
                "postilion",
                "unionpay"
            })
    void spoilt_messages_never_break_the_codec(String dialect) {
        IsoCodec codec = new IsoCodec(Dialects.named(dialect));
        SplittableRandom random = new SplittableRandom(8583);
        List<byte[]> seeds = ReferenceMessages.all("messages")
                .map(CodecUnderFuzzTest::payload)
                .toList();

        int readable = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = spoil(seeds.get(random.nextInt(seeds.size())), random);
            readable += survives(codec, bytes) ? 1 : 0;
        }

        assertThat(readable).isLessThan(ROUNDS);
    }

    private static boolean survives(IsoCodec codec, byte[] bytes) {
        IsoMessage message;
        try {
            message = codec.unpack(bytes);
        } catch (MessageFormatException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            return false;
        } catch (RuntimeException e) {
            return fail("not the codec's own refusal", e);
        }
        byte[] packed = codec.pack(message);
        assertThat(codec.pack(codec.unpack(packed))).isEqualTo(packed);
        return true;
    }

    private static byte[] spoil(byte[] seed, SplittableRandom random) {
        byte[] bytes = random.nextInt(8) == 0 ? noise(random) : seed.clone();
        for (int times = random.nextInt(6); times > 0 && bytes.length > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 20)) : bytes;
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] payload(JsonNode reference) {
        byte[] bytes = HexFormat.of().parseHex(reference.path("hex").asText());
        return reference.path("framing").has("length") ? Arrays.copyOfRange(bytes, 2, bytes.length) : bytes;
    }
}
