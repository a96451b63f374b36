package io.tillgate.platform.crypto.pin;

import io.tillgate.platform.crypto.cipher.BlockCipher;
import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.shared.Refusal;
import java.util.Arrays;
import java.util.Random;

/**
 * PIN block formats of ISO 9564-1:2017, clause 9.3. Formats 0, 2 and 3 have eight bytes, format 4 sixteen. Reading is
 * strict: control field, length, every digit and every filler are checked, and what fails is refused with
 * {@code PIN_BLOCK_INVALID} without saying more than which of them.
 */
public enum PinBlockFormat {
    /** 9.3.2: filler F, combined with the account number; under a unique or zone key. */
    FORMAT_0(0, 16),
    /** 9.3.4: filler F, no account number; between terminal and chip only. */
    FORMAT_2(2, 16),
    /** 9.3.5: random filler A to F, combined with the account number. */
    FORMAT_3(3, 16),
    /** 9.3.6: filler A and eight random bytes; the account number is combined between two AES encipherments. */
    FORMAT_4(4, 32);

    private static final byte FILL_F = 0xF;
    private static final byte FILL_A = 0xA;
    private static final int PIN_FIELD = 16;

    private final int number;
    private final int nibbles;

    PinBlockFormat(int number, int nibbles) {
        this.number = number;
        this.nibbles = nibbles;
    }

    public int number() {
        return number;
    }

    public static PinBlockFormat of(int number) {
        return Arrays.stream(values())
                .filter(format -> format.number == number)
                .findFirst()
                .orElseThrow(() -> refused("PIN block format must be 0, 2, 3 or 4"));
    }

    /** The cipher whose key protects blocks of this format. */
    public BlockCipher cipher() {
        return this == FORMAT_4 ? BlockCipher.AES : BlockCipher.TDEA;
    }

    /** Builds the PIN field and enciphers it under a key of {@link #cipher()}, bound to the card number. */
    public byte[] encipher(byte[] key, Pin pin, String pan, Random random) {
        byte[] field = pinField(pin, random);
        try {
            return switch (this) {
                case FORMAT_0, FORMAT_3 ->
                    BlockCipher.TDEA.encrypt(key, BlockCipher.xor(field, PanField.ofFormat0(pan)));
                case FORMAT_2 -> BlockCipher.TDEA.encrypt(key, field);
                case FORMAT_4 -> {
                    byte[] inner = BlockCipher.AES.encrypt(key, field);
                    yield BlockCipher.AES.encrypt(key, BlockCipher.xor(inner, PanField.ofFormat4(pan)));
                }
            };
        } finally {
            Arrays.fill(field, (byte) 0);
        }
    }

    /** Deciphers and reads a block; the PIN is the caller's to close. */
    public Pin decipher(byte[] key, byte[] block, String pan) {
        if (block.length * 2 != nibbles) {
            throw refused("the PIN block must have " + nibbles / 2 + " bytes");
        }
        byte[] clear = cipher().decrypt(key, block);
        try {
            if (this == FORMAT_4) {
                byte[] inner = BlockCipher.xor(clear, PanField.ofFormat4(pan));
                return readPinField(BlockCipher.AES.decrypt(key, inner));
            }
            return decode(clear, pan);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /**
     * The clear block of formats 0, 2 and 3: PIN field combined with the account number where the format says so.
     * Format 4 has no such block: see {@link #pinField}.
     */
    public byte[] encode(Pin pin, String pan, Random random) {
        byte[] field = pinField(pin, random);
        return switch (this) {
            case FORMAT_0, FORMAT_3 -> BlockCipher.xor(field, PanField.ofFormat0(pan));
            case FORMAT_2 -> field;
            case FORMAT_4 -> throw new IllegalArgumentException("format 4 has no clear block");
        };
    }

    /** Reads a clear block of formats 0, 2 or 3. */
    public Pin decode(byte[] block, String pan) {
        return switch (this) {
            case FORMAT_0, FORMAT_3 -> {
                if (block.length * 2 != nibbles) {
                    throw refused("the PIN block must have 8 bytes");
                }
                yield readPinField(BlockCipher.xor(block, PanField.ofFormat0(pan)));
            }
            case FORMAT_2 -> readPinField(block);
            case FORMAT_4 -> throw new IllegalArgumentException("format 4 has no clear block");
        };
    }

    /** Control field, length, digits, filler; in format 4 also eight random bytes. */
    byte[] pinField(Pin pin, Random random) {
        byte[] field = new byte[nibbles];
        field[0] = (byte) number;
        field[1] = (byte) pin.length();
        for (int i = 0; i < PIN_FIELD - 2; i++) {
            field[2 + i] = i < pin.length() ? pin.digit(i) : filler(random);
        }
        for (int i = PIN_FIELD; i < nibbles; i++) {
            field[i] = (byte) random.nextInt(16);
        }
        try {
            return Nibbles.pack(field);
        } finally {
            Arrays.fill(field, (byte) 0);
        }
    }

    /** Reads a clear PIN field; for format 4 the sixteen bytes before the first encipherment. */
    Pin readPinField(byte[] packed) {
        if (packed.length * 2 != nibbles) {
            throw refused("the PIN block must have " + nibbles / 2 + " bytes");
        }
        byte[] field = Nibbles.unpack(packed);
        try {
            return readNibbles(field);
        } finally {
            Arrays.fill(field, (byte) 0);
        }
    }

    private Pin readNibbles(byte[] field) {
        if (field[0] != number) {
            throw refused("the PIN block's control field is not " + number);
        }
        int length = field[1];
        if (length < Pin.LENGTH_MIN || length > Pin.LENGTH_MAX) {
            throw refused("the PIN block's length is not 4 to 12");
        }
        for (int i = 2 + length; i < PIN_FIELD; i++) {
            if (!isFiller(field[i])) {
                throw refused("the PIN block's filler is wrong");
            }
        }
        byte[] digits = Arrays.copyOfRange(field, 2, 2 + length);
        try {
            return Pin.of(digits);
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }

    private byte filler(Random random) {
        return switch (this) {
            case FORMAT_0, FORMAT_2 -> FILL_F;
            case FORMAT_3 -> (byte) (FILL_A + random.nextInt(6));
            case FORMAT_4 -> FILL_A;
        };
    }

    private boolean isFiller(byte nibble) {
        return switch (this) {
            case FORMAT_0, FORMAT_2 -> nibble == FILL_F;
            case FORMAT_3 -> nibble >= FILL_A;
            case FORMAT_4 -> nibble == FILL_A;
        };
    }

    private static Refusal refused(String detail) {
        return new Refusal(CryptoProblem.PIN_BLOCK_INVALID, detail);
    }
}
