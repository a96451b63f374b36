package io.tillgate.simulator.till;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The terminal's half of AES-DUKPT (ANSI X9.24-3:2017, 6.3): one key per message, from an AES-128 initial key and a
 * counter that never goes back.
 */
public final class TillKeys {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int USAGE_KEY_DERIVATION = 0x8000;
    private static final int USAGE_DATA_ENCRYPTION = 0x3000;
    private static final int USAGE_PIN_ENCRYPTION = 0x1000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ONES_MAX = 16;

    private final byte[] initialKeyId;
    private final byte[] initialKey;
    private final AtomicInteger counter;

    /** @param lastCounter the last counter used, 0 for a new key */
    public TillKeys(String initialKeyIdHex, String initialKeyHex, int lastCounter) {
        this.initialKeyId = HEX.parseHex(initialKeyIdHex);
        this.initialKey = HEX.parseHex(initialKeyHex);
        this.counter = new AtomicInteger(lastCounter);
    }

    /** Enciphers card data under the next key: padding method 2 of ISO 9797-1, CBC, zero initial vector. */
    public Enciphered encipher(byte[] plain) {
        int count = counter.updateAndGet(TillKeys::next);
        try {
            byte[] key = derive(transactionKey(count), USAGE_DATA_ENCRYPTION, count);
            byte[] padded = Arrays.copyOf(plain, (plain.length / 16 + 1) * 16);
            padded[plain.length] = (byte) 0x80;
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
            return new Enciphered(ksn(count), HEX.formatHex(cipher.doFinal(padded)));
        } catch (GeneralSecurityException everyPlatformHasAes) {
            throw new IllegalStateException(everyPlatformHasAes);
        }
    }

    /** Enciphers a PIN under the next key: ISO 9564-1 format 4, bound to the card number. */
    public Enciphered encipherPin(String pin, String cardNumber) {
        int count = counter.updateAndGet(TillKeys::next);
        return encipherPin(pin, cardNumber, count);
    }

    /** The same under the serial number that enciphered this message's card data; the keys differ by their usage. */
    public Enciphered encipherPin(String pin, String cardNumber, Enciphered cardData) {
        int count = ByteBuffer.wrap(HEX.parseHex(cardData.ksn())).getInt(8);
        return encipherPin(pin, cardNumber, count);
    }

    private Enciphered encipherPin(String pin, String cardNumber, int count) {
        byte[] tail = new byte[8];
        RANDOM.nextBytes(tail);
        String pinField = "4" + Integer.toHexString(pin.length()) + pin + "A".repeat(14 - pin.length());
        String cardField = (char) ('0' + cardNumber.length() - 12) + cardNumber;
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(derive(transactionKey(count), USAGE_PIN_ENCRYPTION, count), "AES"));
            byte[] block = cipher.doFinal(HEX.parseHex(pinField + HEX.formatHex(tail)));
            byte[] card = HEX.parseHex(cardField + "0".repeat(32 - cardField.length()));
            for (int i = 0; i < block.length; i++) {
                block[i] ^= card[i];
            }
            return new Enciphered(ksn(count), HEX.formatHex(cipher.doFinal(block)));
        } catch (GeneralSecurityException everyPlatformHasAes) {
            throw new IllegalStateException(everyPlatformHasAes);
        }
    }

    private String ksn(int count) {
        return HEX.formatHex(initialKeyId)
                + HEX.formatHex(ByteBuffer.allocate(4).putInt(count).array());
    }

    /** A key serial number, 24 hex digits, and the hex of what it enciphers. */
    public record Enciphered(String ksn, String ciphertext) {}

    /** Counters with more than sixteen ones have no key. */
    private static int next(int count) {
        int candidate = count + 1;
        while (Integer.bitCount(candidate) > ONES_MAX) {
            candidate++;
        }
        return candidate;
    }

    private byte[] transactionKey(int count) throws GeneralSecurityException {
        byte[] key = initialKey;
        int reached = 0;
        for (int bit = 31; bit >= 0; bit--) {
            if ((count & (1 << bit)) != 0) {
                reached |= 1 << bit;
                key = derive(key, USAGE_KEY_DERIVATION, reached);
            }
        }
        return key;
    }

    /** One block of derivation data, enciphered: version, block, usage, AES-128, 128 bits, device, counter. */
    private byte[] derive(byte[] key, int usage, int count) throws GeneralSecurityException {
        byte[] block = ByteBuffer.allocate(16)
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) usage)
                .putShort((short) 2)
                .putShort((short) 128)
                .put(initialKeyId, 4, 4)
                .putInt(count)
                .array();
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        return cipher.doFinal(block);
    }
}
