package io.tillgate.payments.iso8583;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The card as one host message needs it, in the clear, for as long as that message is built: open it in a
 * try-with-resources, closing wipes it. Prints masked; has no equality. Card number 8 to 19 digits, expiry YYMM, track 2
 * with {@code =} or {@code D} as separator, chip data as BER-TLV bytes, PIN block 8 or 16 bytes under the host's key.
 */
public final class CardForHost implements AutoCloseable {
    private final EntryMode entry;
    private final char[] pan;
    private final @Nullable String expiry;
    private char[] track2 = {};
    private @Nullable String sequence;
    private byte[] emv = {};
    private byte[] pinBlock = {};

    public CardForHost(EntryMode entry, char[] pan, @Nullable String expiry) {
        if (pan.length < 8 || pan.length > 19) {
            throw new IllegalArgumentException("a card number has 8 to 19 digits");
        }
        this.entry = entry;
        this.pan = pan.clone();
        this.expiry = expiry;
    }

    public CardForHost track2(char[] track) {
        track2 = track.clone();
        return this;
    }

    /** Card sequence number (EMV tag 5F34), three digits. */
    public CardForHost sequence(String digits) {
        sequence = digits;
        return this;
    }

    public CardForHost emv(byte[] tlv) {
        emv = tlv.clone();
        return this;
    }

    public CardForHost pinBlock(byte[] block) {
        pinBlock = block.clone();
        return this;
    }

    EntryMode entry() {
        return entry;
    }

    String pan() {
        return new String(pan);
    }

    Optional<String> expiry() {
        return Optional.ofNullable(expiry);
    }

    Optional<String> track2() {
        return track2.length == 0 ? Optional.empty() : Optional.of(new String(track2).replace('D', '='));
    }

    Optional<String> sequence() {
        return Optional.ofNullable(sequence);
    }

    Optional<String> emv() {
        return hex(emv);
    }

    Optional<String> pinBlock() {
        return hex(pinBlock);
    }

    private static Optional<String> hex(byte[] bytes) {
        return bytes.length == 0
                ? Optional.empty()
                : Optional.of(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    @Override
    public void close() {
        Arrays.fill(pan, '0');
        Arrays.fill(track2, '0');
        Arrays.fill(emv, (byte) 0);
        Arrays.fill(pinBlock, (byte) 0);
    }

    @Override
    public String toString() {
        int shown = pan.length >= 13 ? 4 : 0;
        return "card *" + new String(pan, pan.length - shown, shown);
    }
}
