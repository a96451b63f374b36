package io.tillgate.payments.card.emv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.payments.card.CardProblem;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.shared.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlvCodecTest {
    private static final int[] TAGS = {0x82, 0x95, 0x9A, 0x9C, 0x9F02, 0x9F37, 0x5F2A, 0xDF8129, 0xFFEE01, 0x70, 0xE1};

    @Test
    void zero_bytes_around_and_between_objects_are_padding() {
        List<Tlv> objects = TlvCodec.parse(Hex.secret("00009C0100000070050082021C000000"));

        assertThat(objects).extracting(Tlv::tagText).containsExactly("9C", "70");
        assertThat(objects.getLast().children()).extracting(Tlv::tagText).containsExactly("82");
    }

    @ParameterizedTest
    @CsvSource({
        "9F, 1",
        "9F02, 2",
        "8202, 2",
        "820301, 2",
        "828001, 1",
        "8283000001, 1",
        "82820001, 4",
        "9FFFFFFFFF0100, 0",
        "70028202, 4",
        "5A81, 2",
    })
    void broken_data_is_refused_with_the_offset(String hex, int offset) {
        assertThatThrownBy(() -> TlvCodec.parse(Hex.secret(hex))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(CardProblem.EMV_UNREADABLE);
            assertThat(refusal.detail()).startsWith("EMV data at byte " + offset + ":");
        });
    }

    @Test
    void bounds_hold() {
        byte[] deep = {};
        for (int i = 0; i <= TlvCodec.DEPTH_MAX; i++) {
            byte[] inner = deep;
            deep = Arrays.copyOf(new byte[] {(byte) 0xE1, (byte) inner.length}, inner.length + 2);
            System.arraycopy(inner, 0, deep, 2, inner.length);
        }
        byte[] tooDeep = deep;
        byte[] tooMany = Hex.secret("8200".repeat(TlvCodec.OBJECTS_MAX + 1));

        assertThatThrownBy(() -> TlvCodec.parse(tooDeep)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> TlvCodec.parse(tooMany)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> TlvCodec.parse(new byte[TlvCodec.BYTES_MAX + 1]))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5A0841111111111111119C0100",
                "9C01005A084111111111111111",
                "700A5A084111111111111111",
                "E10C700A5A084111111111111111",
                "FF81060C700A5A084111111111111111",
                "570100",
                "560100",
                "5F200100",
                "5F240100",
                "9F1F0100",
                "9F200100",
                "9F6B0100"
            })
    void card_data_in_the_clear_is_refused_at_any_depth(String hex) {
        assertThatThrownBy(() -> ClearCardTags.parseWithout(Hex.secret(hex)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(CardProblem.CARD_DATA_IN_CLEAR);
                    assertThat(refusal.detail()).doesNotContain("4111");
                });
    }

    @Test
    void object_prints_no_value() {
        assertThat(Tlv.of(0x5A, Hex.secret("4111111111111111"))).hasToString("5A(8 bytes)");
    }

    @Test
    void random_objects_survive_a_round_trip() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            List<Tlv> objects = objects(random, 3);

            assertThat(TlvCodec.parse(TlvCodec.encode(objects)))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(objects);
        }
    }

    @Test
    void random_bytes_and_altered_objects_are_read_or_refused_but_never_break() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? randomBytes(random, 64) : altered(random);
            try {
                List<Tlv> parsed = TlvCodec.parse(bytes);
                assertThat(TlvCodec.parse(TlvCodec.encode(parsed)))
                        .as("seed %d, round %d", seed, i)
                        .isEqualTo(parsed);
            } catch (Refusal refusal) {
                assertThat(refusal.code()).as("seed %d, round %d", seed, i).isEqualTo(CardProblem.EMV_UNREADABLE);
            } catch (RuntimeException other) {
                throw new AssertionError("seed " + seed + ", round " + i, other);
            }
        }
    }

    private static byte[] altered(Random random) {
        byte[] bytes = TlvCodec.encode(objects(random, 3));
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static List<Tlv> objects(Random random, int depth) {
        List<Tlv> objects = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int tag = TAGS[random.nextInt(TAGS.length)];
            if (!TlvTag.constructed(tag)) {
                objects.add(Tlv.of(tag, randomBytes(random, random.nextInt(20) == 0 ? 400 : 20)));
            } else if (depth > 0) {
                objects.add(Tlv.template(tag, objects(random, depth - 1)));
            }
        }
        return objects;
    }

    private static byte[] randomBytes(Random random, int max) {
        byte[] bytes = new byte[random.nextInt(max + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void tags_have_names_and_status_bits_have_texts() {
        assertThat(TagDictionary.nameOf(0x9F02)).contains("Amount, Authorised (Numeric)");
        assertThat(TagDictionary.nameOf(0xDFEE26)).isEmpty();
        assertThat(StatusBits.TVR.textsOf(Hex.secret("8000048000")))
                .first()
                .isEqualTo("Offline data authentication was not performed");
        assertThat(Stream.of(StatusBits.TVR.textsOf(new byte[5]), StatusBits.TSI.textsOf(new byte[1])))
                .allMatch(List::isEmpty);
        assertThat(StatusBits.TSI.textsOf(Hex.secret("E800"))).hasSize(4);
    }
}
