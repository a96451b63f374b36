package io.tillgate.payments.iso8583.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** BER-TLV with definite lengths of up to two length bytes, tags of up to four bytes; one level. */
final class Tags {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Tags() {}

    static byte[] write(Subfields.Tagged spec, Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach((tag, text) -> {
            byte[] value = content(spec).encode(text, Alignment.LEFT);
            out.writeBytes(HEX.parseHex(tag));
            if (value.length > 0xFFFF) {
                throw new IllegalArgumentException("tag value too long");
            }
            if (value.length > 0xFF) {
                out.write(0x82);
                out.write(value.length >> 8);
            } else if (value.length > 0x7F) {
                out.write(0x81);
            }
            out.write(value.length & 0xFF);
            out.writeBytes(value);
        });
        return out.toByteArray();
    }

    static Map<String, String> read(Subfields.Tagged spec, byte[] bytes) {
        Map<String, String> parts = new LinkedHashMap<>();
        int at = 0;
        while (at < bytes.length) {
            int tagEnd = tagEnd(bytes, at);
            int first = unit(bytes, tagEnd);
            int extra = first < 0x80 ? 0 : first - 0x80;
            if (extra > 2 || first == 0x80) {
                throw new IllegalArgumentException("tag length out of range");
            }
            int length = first;
            for (int i = 0; i < extra; i++) {
                length = (i == 0 ? 0 : length << 8) | unit(bytes, tagEnd + 1 + i);
            }
            int start = tagEnd + 1 + extra;
            if (start + length > bytes.length) {
                throw new IllegalArgumentException("tag value ends early");
            }
            byte[] value = Arrays.copyOfRange(bytes, start, start + length);
            String tag = HEX.formatHex(bytes, at, tagEnd);
            if (parts.put(tag, content(spec).decode(value, length, Alignment.LEFT)) != null) {
                throw new IllegalArgumentException("a tag twice");
            }
            at = start + length;
        }
        return parts;
    }

    private static int tagEnd(byte[] bytes, int at) {
        int end = at + 1;
        if ((unit(bytes, at) & 0x1F) == 0x1F) {
            while ((unit(bytes, end++) & 0x80) != 0) {
                if (end - at > 3) {
                    throw new IllegalArgumentException("tag too long");
                }
            }
        }
        return end;
    }

    private static int unit(byte[] bytes, int at) {
        if (at >= bytes.length) {
            throw new IllegalArgumentException("tags end early");
        }
        return bytes[at] & 0xFF;
    }

    private static Content content(Subfields.Tagged spec) {
        return spec.text() ? Content.ASCII : Content.BINARY;
    }
}
