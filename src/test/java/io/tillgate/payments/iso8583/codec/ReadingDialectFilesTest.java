package io.tillgate.payments.iso8583.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingDialectFilesTest {
    @ParameterizedTest
    @CsvSource({
        "a misspelt form, 3, 'n6', field 3: cannot read",
        "text that cannot be packed, 3, '{is}', field 3: only digits and tracks can be packed",
        "a field outside the bitmaps, 200, 'n 6', has no place in the bitmaps",
        "a shape of another length, 7, 'n 10 MMDD', field 7: a shape needs a fixed field of its length",
    })
    void a_wrong_field_is_refused_with_its_place(String what, String field, String form, String said) {
        Object notation = form.equals("{is}") ? Map.of("is", "an 6", "content", "bcd") : form;

        assertThatThrownBy(() -> DialectFile.read("test", Map.of("fields", Map.of(field, notation))))
                .as(what)
                .hasMessageContaining("dialect test: ")
                .hasMessageContaining(said);
    }

    @Test
    void an_unknown_key_is_refused() {
        assertThatThrownBy(() -> DialectFile.read("test", Map.of("bitmapp", "binary")))
                .hasMessageContaining("unknown key bitmapp");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 8, a PIN block for a host has format 0 or 4",
        "4, 8, a PIN block of format 4 needs field 52 of 16 bytes",
        "0, 16, a PIN block of format 0 needs field 52 of 8 bytes",
    })
    void a_pin_that_has_no_place_is_refused(String format, String bytes, String said) {
        Map<String, Object> file = Map.of(
                "fields", Map.of("52", Map.of("is", "b " + bytes, "content", "binary")),
                "usage", Map.of("pin", Map.of("format", format)));

        assertThatThrownBy(() -> DialectFile.read("test", file)).hasMessageContaining(said);
    }

    @Test
    void a_pin_of_format_4_has_sixteen_bytes() {
        Map<String, Object> file = Map.of(
                "fields", Map.of("52", Map.of("is", "b 16", "content", "binary")),
                "usage", Map.of("pin", Map.of("format", "4")));

        assertThat(DialectFile.read("test", file).usage().pin().orElseThrow().format())
                .isEqualTo(4);
    }

    @Test
    void an_unknown_dialect_is_refused() {
        assertThatThrownBy(() -> Dialects.named("../tenants")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dialects.named("morse")).hasMessageContaining("morse");
    }

    @Test
    void a_third_bitmap_carries_fields_above_128() {
        Dialect dialect = DialectFile.read(
                "test", Map.of("bitmaps", 3, "fields", Map.of("3", "n 6", "70", "n 3", "130", "ans..9")));
        IsoCodec codec = new IsoCodec(dialect);
        IsoMessage message = IsoMessage.of("0800")
                .with(3, "1")
                .with(70, "301")
                .with(130, "x")
                .build();

        IsoMessage read = codec.unpack(codec.pack(message));

        assertThat(read.text(3)).contains("000001");
        assertThat(read.text(70)).contains("301");
        assertThat(read.text(130)).contains("x");
    }

    @Test
    void frames_are_cut_out_of_any_pieces() {
        Framing framing = new Framing(Framing.Form.ASCII, 4);
        FrameReader reader = new FrameReader(framing);
        byte[] stream = new byte[22];
        System.arraycopy(framing.frame(new byte[] {1, 2, 3}), 0, stream, 0, 7);
        System.arraycopy(framing.frame(new byte[0]), 0, stream, 7, 4);
        System.arraycopy(framing.frame(new byte[] {4, 5, 6, 7, 8, 9, 10}), 0, stream, 11, 11);

        int frames = 0;
        for (byte piece : stream) {
            frames += reader.feed(new byte[] {piece}).size();
        }

        assertThat(frames).isEqualTo(2);
        assertThatThrownBy(() -> reader.feed("99999".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isInstanceOf(MessageFormatException.class);
    }
}
