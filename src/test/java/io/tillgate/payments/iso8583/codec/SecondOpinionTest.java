package io.tillgate.payments.iso8583.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.IsoValue;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** j8583 reads what we write and writes what we read, in the dialects it can express: even digits, and ASCII. */
class SecondOpinionTest {
    private static final Map<Integer, String> SALE = Map.ofEntries(
            Map.entry(2, "6224242900000113"),
            Map.entry(3, "000000"),
            Map.entry(4, "000000012345"),
            Map.entry(7, "1120120000"),
            Map.entry(11, "000042"),
            Map.entry(37, "632411000001"),
            Map.entry(38, "A00001"),
            Map.entry(39, "00"),
            Map.entry(41, "T0000001"),
            Map.entry(42, "104290054110001"),
            Map.entry(49, "156"),
            Map.entry(63, "free text"),
            Map.entry(90, "020000004211201200000000000000000000000000"));

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "iso87-ascii-bits", "iso87-binary"})
    void j8583_reads_what_we_write(String dialect) throws Exception {
        IsoCodec codec = new IsoCodec(Dialects.named(dialect));
        io.tillgate.payments.iso8583.codec.IsoMessage.Builder ours =
                io.tillgate.payments.iso8583.codec.IsoMessage.of("0210");
        SALE.forEach(ours::with);

        IsoMessage theirs = factory(dialect).parseMessage(codec.pack(ours.build()), 0);

        assertThat(theirs.getType()).isEqualTo(0x210);
        SALE.forEach((field, value) -> assertThat(text(theirs.getObjectValue(field), value.length()))
                .as("field " + field)
                .isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87-ascii", "iso87-ascii-bits", "iso87-binary"})
    void we_write_the_bytes_that_j8583_writes(String dialect) {
        IsoMessage theirs = new IsoMessage();
        theirs.setType(0x210);
        theirs.setBinaryBitmap(!dialect.equals("iso87-ascii"));
        theirs.setBinaryHeader(dialect.equals("iso87-binary"));
        theirs.setBinaryFields(dialect.equals("iso87-binary"));
        SALE.forEach(
                (field, value) -> theirs.setField(field, new IsoValue<>(type(dialect, field), value, value.length())));
        byte[] expected = theirs.writeData();

        io.tillgate.payments.iso8583.codec.IsoMessage read = new IsoCodec(Dialects.named(dialect)).unpack(expected);

        SALE.forEach((field, value) ->
                assertThat(read.text(field)).as("field " + field).contains(value));
        assertThat(new IsoCodec(Dialects.named(dialect)).pack(read)).isEqualTo(expected);
    }

    @Test
    void the_sale_uses_every_kind_of_field_both_can_express() {
        assertThat(SALE.keySet().stream()
                        .map(field -> type("iso87-ascii", field))
                        .distinct())
                .hasSize(4);
    }

    private static MessageFactory<IsoMessage> factory(String dialect) {
        MessageFactory<IsoMessage> factory = new MessageFactory<>();
        Map<Integer, FieldParseInfo> guide = new HashMap<>();
        SALE.forEach((field, value) ->
                guide.put(field, FieldParseInfo.getInstance(type(dialect, field), value.length(), "US-ASCII", false)));
        factory.setParseMap(0x210, guide);
        factory.setUseBinaryBitmap(!dialect.equals("iso87-ascii"));
        factory.setUseBinaryMessages(dialect.equals("iso87-binary"));
        return factory;
    }

    /** j8583 reads packed numbers as numbers, without their leading zeros. */
    private static String text(Object value, int length) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().withUpperCase().formatHex(bytes);
        }
        String text = value.toString();
        return value instanceof Number ? "0".repeat(length - text.length()) + text : text;
    }

    private static IsoType type(String dialect, int field) {
        return switch (field) {
            case 2 -> dialect.equals("iso87-binary") ? IsoType.LLBCDBIN : IsoType.LLVAR;
            case 63 -> IsoType.LLLVAR;
            case 37, 38, 39, 41, 42, 49 -> IsoType.ALPHA;
            default -> IsoType.NUMERIC;
        };
    }
}
