package io.tillgate.terminals.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON between systems is UTF-8 without a byte order mark (RFC 8259, section 8.1): the parser alone would guess. */
final class PlainText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PlainText() {}

    /** The payload as text; null when it is in another encoding, or has a byte order mark. */
    static @Nullable String of(byte[] payload) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? null : text;
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    /**
     * Whether every text in it, names of members too, can be kept. PostgreSQL keeps none with U+0000, and half a surrogate
     * pair is no character: told here, where it is a mistake, and not later, where it would be a fault.
     */
    static boolean canBeKept(JsonNode node) {
        if (node.isTextual()) {
            return canBeKept(node.textValue());
        }
        return node.propertyStream().allMatch(member -> canBeKept(member.getKey()))
                && node.valueStream().allMatch(PlainText::canBeKept);
    }

    private static boolean canBeKept(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
