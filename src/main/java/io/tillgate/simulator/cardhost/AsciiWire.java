package io.tillgate.simulator.cardhost;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.IsoValue;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** ISO 8583:1987 in ASCII with hexadecimal bitmaps, read and written by j8583. */
final class AsciiWire implements Wire {
    private record Format(IsoType type, int length) {}

    private static final Map<Integer, Format> FORMATS = formats();
    private static final String[] TYPES = {"0100", "0200", "0220", "0221", "0400", "0401", "0420", "0421", "0800"};

    private final MessageFactory<IsoMessage> factory = new MessageFactory<>();

    AsciiWire() {
        Map<Integer, FieldParseInfo> guide = new HashMap<>();
        FORMATS.forEach((field, format) ->
                guide.put(field, FieldParseInfo.getInstance(format.type(), format.length(), "ISO-8859-1", false)));
        for (String type : TYPES) {
            factory.setParseMap(Integer.parseInt(type, 16), guide);
        }
        try {
            factory.setCharacterEncoding("ISO-8859-1");
        } catch (RuntimeException e) {
            throw new IllegalStateException("every JDK has ISO 8859-1", e);
        }
    }

    @Override
    public String name() {
        return "ascii";
    }

    @Override
    public HostMessage read(byte[] payload) throws IOException {
        try {
            IsoMessage read = factory.parseMessage(payload, 0);
            SortedMap<Integer, String> fields = new TreeMap<>();
            for (int field = 2; field <= 128; field++) {
                if (read.hasField(field)) {
                    fields.put(field, text(read.getObjectValue(field)));
                }
            }
            return new HostMessage("", String.format(Locale.ROOT, "%04x", read.getType()), fields);
        } catch (ParseException | UnsupportedEncodingException | RuntimeException e) {
            throw new IOException("not a message of this port", e);
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().withUpperCase().formatHex(bytes) : value.toString();
    }

    @Override
    public byte[] write(HostMessage message) {
        IsoMessage out = new IsoMessage();
        out.setType(Integer.parseInt(message.mti(), 16));
        out.setCharacterEncoding("ISO-8859-1");
        message.fields().forEach((field, value) -> {
            Format format = FORMATS.get(field);
            if (format != null) {
                out.setField(field, new IsoValue<>(format.type(), value, format.length()));
            }
        });
        return out.writeData();
    }

    @Override
    public byte[] garble(byte[] payload) {
        boolean second = Character.digit(new String(payload, 4, 1, StandardCharsets.US_ASCII).charAt(0), 16) >= 8;
        payload[4 + (second ? 32 : 16)] = (byte) 0xEE;
        return payload;
    }

    private static Map<Integer, Format> formats() {
        Map<Integer, Format> formats = new HashMap<>();
        int[][] numeric = {
            {3, 6}, {4, 12}, {7, 10}, {11, 6}, {12, 6}, {13, 4}, {14, 4}, {15, 4}, {18, 4}, {22, 3}, {23, 3}, {25, 2},
            {26, 2}, {53, 16}, {70, 3}, {90, 42}
        };
        for (int[] field : numeric) {
            formats.put(field[0], new Format(IsoType.NUMERIC, field[1]));
        }
        int[][] text = {{37, 12}, {38, 6}, {39, 2}, {41, 8}, {42, 15}, {43, 40}, {49, 3}};
        for (int[] field : text) {
            formats.put(field[0], new Format(IsoType.ALPHA, field[1]));
        }
        for (int field : new int[] {2, 32, 33, 35, 44, 45}) {
            formats.put(field, new Format(IsoType.LLVAR, 0));
        }
        for (int field : new int[] {36, 48, 54, 55, 59, 60, 61, 62, 63}) {
            formats.put(field, new Format(IsoType.LLLVAR, 0));
        }
        formats.put(52, new Format(IsoType.BINARY, 8));
        formats.put(64, new Format(IsoType.BINARY, 8));
        return formats;
    }
}
