package io.tillgate.payments.card;

import io.tillgate.payments.card.emv.ClearCardTags;
import io.tillgate.payments.card.emv.Tlv;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt has to say of a chip card, EMV Book 4, 11.4.
 *
 * @param aid application identifier (84, or 4F, or 9F06), upper-case hex
 * @param label application label (50), or preferred name (9F12)
 */
public record ChipData(@Nullable String aid, @Nullable String label) {
    private static final int BYTES_MAX = 16;

    /**
     * Reads BER-TLV; empty data has neither.
     *
     * @throws io.tillgate.shared.Refusal {@code EMV_UNREADABLE}, {@code CARD_DATA_IN_CLEAR}
     */
    public static ChipData read(byte[] emv) {
        List<Tlv> objects = ClearCardTags.parseWithout(emv).stream()
                .flatMap(Tlv::everything)
                .toList();
        return new ChipData(
                first(objects, List.of(0x84, 0x4F, 0x9F06))
                        .map(HexFormat.of().withUpperCase()::formatHex)
                        .orElse(null),
                first(objects, List.of(0x50, 0x9F12)).map(ChipData::printable).orElse(null));
    }

    private static Optional<byte[]> first(List<Tlv> objects, List<Integer> tags) {
        return tags.stream()
                .flatMap(tag -> objects.stream().filter(object -> object.tag() == tag))
                .filter(object -> object.length() > 0 && object.length() <= BYTES_MAX)
                .findFirst()
                .map(Tlv::value);
    }

    private static String printable(byte[] label) {
        return new String(label, StandardCharsets.ISO_8859_1)
                .replaceAll("[^ -~]", "?")
                .strip();
    }
}
