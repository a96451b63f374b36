package io.tillgate.payments.iso8583.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingReferenceMessagesTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The source states EFGH but its bytes, packed from letters, are the digits 5678. */
    private static final Map<String, String> STATED_BUT_NOT_SENT = Map.of("jpos-iso93bpackager/56", "5678");

    static Stream<Arguments> messages() {
        return ReferenceMessages.all("messages")
                .map(m -> Arguments.of(m.path("id").asText(), m));
    }

    static Stream<Arguments> invalid() {
        return ReferenceMessages.all("invalid")
                .map(m -> Arguments.of(m.path("id").asText(), m));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void every_stated_value_is_read(String id, JsonNode reference) {
        IsoMessage message = codec(reference).unpack(payload(reference));

        assertThat(message.mti()).isEqualTo(reference.path("mti").asText());
        List<String> differing = new ArrayList<>();
        reference.path("fields").properties().forEach(stated -> {
            String expected = STATED_BUT_NOT_SENT.getOrDefault(
                    id + "/" + stated.getKey(), stated.getValue().asText());
            String read = message.text(Integer.parseInt(stated.getKey())).orElse("(absent)");
            if (!same(read, expected)) {
                differing.add(stated.getKey() + ": " + expected + " but " + read);
            }
        });
        assertThat(differing).isEmpty();
        assertParts(message, 127, reference.path("subfields_127"));
        assertParts(message, 55, reference.path("subfields_55"));
        assertParts(message, 55, reference.path("tlv_55"));
        for (String list : List.of("bitmap_fields", "fields_present")) {
            TreeSet<Integer> stated = new TreeSet<>();
            reference.path(list).forEach(field -> stated.add(field.asInt()));
            assertThat(stated.isEmpty() || stated.equals(message.values().keySet()))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void packing_what_was_read_gives_the_same_bytes(String id, JsonNode reference) {
        IsoCodec codec = codec(reference);
        byte[] payload = payload(reference);

        byte[] again = codec.pack(codec.unpack(payload));

        assertThat(HEX.formatHex(again)).as(id).isEqualTo(HEX.formatHex(payload));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void broken_messages_are_refused_with_path_and_offset(String id, JsonNode reference) {
        IsoCodec codec = codec(reference);
        byte[] payload = payload(reference);

        assertThatThrownBy(() -> codec.unpack(payload))
                .as(id)
                .isInstanceOfSatisfying(MessageFormatException.class, refused -> {
                    assertThat(refused.path()).isNotEmpty();
                    assertThat(refused.offset()).isBetween(0, payload.length);
                });
    }

    /** Sources write the separator of track 2 as they like, and bytes in a text field as hexadecimal. */
    private static boolean same(String read, String stated) {
        return read.equals(stated)
                || read.equals(stated.replace('D', '='))
                || HEX.formatHex(read.getBytes(StandardCharsets.ISO_8859_1)).equals(stated);
    }

    private static byte[] behind(byte[] bytes, int header) {
        return Arrays.copyOfRange(bytes, header, bytes.length);
    }

    private static void assertParts(IsoMessage message, int field, JsonNode stated) {
        stated.properties()
                .forEach(part -> assertThat(message.part(field, part.getKey()))
                        .as(field + "." + part.getKey())
                        .contains(part.getValue().asText()));
    }

    private static IsoCodec codec(JsonNode reference) {
        return new IsoCodec(Dialects.named(ReferenceMessages.dialect(reference)));
    }

    /** Behind the frame's length where the message has one. */
    private static byte[] payload(JsonNode reference) {
        byte[] bytes = HEX.parseHex(reference.path("hex").asText());
        if (!reference.path("framing").has("length")) {
            boolean extra = reference.has("header_hex") && !reference.has("subfields_55");
            return extra ? behind(bytes, reference.path("header_hex").asText().length() / 2) : bytes;
        }
        List<byte[]> payloads = new FrameReader(new Framing(Framing.Form.BINARY, 2)).feed(bytes);
        assertThat(payloads).hasSize(1);
        assertThat(payloads.getFirst())
                .hasSize(reference.path("framing").path("length").asInt());
        return payloads.getFirst();
    }
}
