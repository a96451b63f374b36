package io.tillgate.payments.card.emv;

import io.tillgate.payments.card.CardProblem;
import io.tillgate.shared.Refusal;
import java.util.List;
import java.util.Set;

/**
 * Refuses EMV data that carries in the clear what has to be enciphered: track 1 (56), track 2 (57), card number (5A),
 * cardholder name (5F20), expiry (5F24), discretionary data (9F1F, 9F20) and contactless track 2 (9F6B), at any depth.
 * The refusal names the tag, never its value.
 */
public final class ClearCardTags {
    private static final Set<Integer> REFUSED = Set.of(0x56, 0x57, 0x5A, 0x5F20, 0x5F24, 0x9F1F, 0x9F20, 0x9F6B);

    private ClearCardTags() {}

    /**
     * Parses and checks.
     *
     * @throws Refusal {@code EMV_UNREADABLE}, {@code CARD_DATA_IN_CLEAR}
     */
    public static List<Tlv> parseWithout(byte[] emv) {
        List<Tlv> objects = TlvCodec.parse(emv);
        objects.stream()
                .flatMap(Tlv::everything)
                .filter(object -> REFUSED.contains(object.tag()))
                .findFirst()
                .ifPresent(object -> {
                    throw new Refusal(
                            CardProblem.CARD_DATA_IN_CLEAR,
                            "tag " + object.tagText() + " belongs into the enciphered card data");
                });
        return objects;
    }
}
