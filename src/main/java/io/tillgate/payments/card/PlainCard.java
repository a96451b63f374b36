package io.tillgate.payments.card;

import io.tillgate.payments.card.emv.Tlv;
import io.tillgate.payments.card.emv.TlvCodec;
import io.tillgate.platform.crypto.cipher.Hex;
import io.tillgate.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal enciphers: BER-TLV with tag 57 (track 2), or 5A (number) and 5F24 (expiry), and in both cases 5F34
 * (sequence number) where the card has one. Where two of them say the same thing they must agree; other tags are
 * dropped unread.
 */
record PlainCard(Pan pan, Expiry expiry, @Nullable Track2 track2, OptionalInt sequence) {
    private static final int TRACK_2 = 0x57;
    private static final int PAN = 0x5A;
    private static final int EXPIRY = 0x5F24;
    private static final int SEQUENCE = 0x5F34;

    /**
     * Reads and checks the deciphered bytes.
     *
     * @throws Refusal {@code CARD_DATA_UNREADABLE}, {@code CARD_NUMBER_INVALID}
     */
    static PlainCard parse(byte[] bytes) {
        List<Tlv> objects = objects(bytes);
        Optional<Track2> track2 = one(objects, TRACK_2).map(Track2::parse);
        Optional<Pan> pan = one(objects, PAN).map(PlainCard::unfilled).map(Pan::new);
        Optional<Expiry> expiry = one(objects, EXPIRY).map(PlainCard::expiry);
        OptionalInt sequence = sequence(one(objects, SEQUENCE));
        return new PlainCard(
                agreed(track2.map(Track2::pan), pan),
                agreed(track2.map(Track2::expiry), expiry),
                track2.orElse(null),
                sequence);
    }

    private static List<Tlv> objects(byte[] bytes) {
        try {
            return TlvCodec.parse(bytes);
        } catch (Refusal malformed) {
            throw unreadable("the card data is not BER-TLV");
        }
    }

    /** The value of the one object with this tag as hex. */
    private static Optional<String> one(List<Tlv> objects, int tag) {
        List<Tlv> found = objects.stream().filter(object -> object.tag() == tag).toList();
        if (found.size() > 1) {
            throw unreadable("the card data names one tag twice");
        }
        return found.stream().findFirst().map(object -> Hex.of(object.value()));
    }

    /** EMV format cn: left justified, filled with F to a whole byte or more. */
    private static String unfilled(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == 'F') {
            end--;
        }
        return digits.substring(0, end);
    }

    /** EMV 5F24, format n6: YYMMDD. */
    private static Expiry expiry(String yymmdd) {
        if (yymmdd.length() != 6) {
            throw unreadable("the expiry has not three bytes");
        }
        return Expiry.ofYymm(yymmdd.substring(0, 4));
    }

    /** EMV 5F34, format n2. */
    private static OptionalInt sequence(Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches("[0-9]{2}")) {
            throw unreadable("the sequence number is not two digits");
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    private static <T> T agreed(Optional<T> ofTrack, Optional<T> alone) {
        T value = ofTrack.or(() -> alone).orElseThrow(() -> unreadable("the card data needs tag 57, or 5A with 5F24"));
        if (alone.isPresent() && !alone.get().equals(value)) {
            throw unreadable("the card data contradicts its own track 2");
        }
        return value;
    }

    private static Refusal unreadable(String detail) {
        return new Refusal(CardProblem.CARD_DATA_UNREADABLE, detail);
    }
}
