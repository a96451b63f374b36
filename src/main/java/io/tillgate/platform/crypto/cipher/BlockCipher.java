package io.tillgate.platform.crypto.cipher;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/** The two block ciphers of card payments, on whole blocks. Inputs are never changed; results are new arrays. */
public enum BlockCipher {
    /** FIPS 197; keys of 16, 24 or 32 bytes, blocks of 16. */
    AES(16),
    /** NIST SP 800-67; keys of 8 (single DES, as X9.19 and X9.24-1 use inside), 16 or 24 bytes, blocks of 8. */
    TDEA(8);

    private final int blockBytes;

    BlockCipher(int blockBytes) {
        this.blockBytes = blockBytes;
    }

    public int blockBytes() {
        return blockBytes;
    }

    /** Each block by itself (ECB): for key derivation and PIN blocks, never for messages. */
    public byte[] encrypt(byte[] key, byte[] blocks) {
        return eachBlock(engine(key, true), blocks);
    }

    /** Each block by itself (ECB). */
    public byte[] decrypt(byte[] key, byte[] blocks) {
        return eachBlock(engine(key, false), blocks);
    }

    /** Cipher block chaining with a zero initial vector: only under a key that serves one message. */
    public byte[] encryptCbc(byte[] key, byte[] blocks) {
        requireBlocks(blocks);
        var engine = engine(key, true);
        byte[] out = blocks.clone();
        for (int at = 0; at < out.length; at += blockBytes) {
            if (at > 0) {
                xorBlock(out, at, out, at - blockBytes);
            }
            engine.processBlock(out, at, out, at);
        }
        return out;
    }

    /** Cipher block chaining with a zero initial vector. */
    public byte[] decryptCbc(byte[] key, byte[] blocks) {
        requireBlocks(blocks);
        var engine = engine(key, false);
        byte[] out = new byte[blocks.length];
        for (int at = 0; at < out.length; at += blockBytes) {
            engine.processBlock(blocks, at, out, at);
            if (at > 0) {
                xorBlock(out, at, blocks, at - blockBytes);
            }
        }
        return out;
    }

    /** {@code a xor b} of equal lengths. */
    public static byte[] xor(byte[] a, byte[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("lengths differ: " + a.length + " and " + b.length);
        }
        byte[] out = a.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] ^= b[i];
        }
        return out;
    }

    private byte[] eachBlock(org.bouncycastle.crypto.BlockCipher engine, byte[] blocks) {
        requireBlocks(blocks);
        byte[] out = new byte[blocks.length];
        for (int at = 0; at < out.length; at += blockBytes) {
            engine.processBlock(blocks, at, out, at);
        }
        return out;
    }

    private void xorBlock(byte[] target, int at, byte[] other, int from) {
        for (int i = 0; i < blockBytes; i++) {
            target[at + i] ^= other[from + i];
        }
    }

    private void requireBlocks(byte[] blocks) {
        if (blocks.length == 0 || blocks.length % blockBytes != 0) {
            throw new IllegalArgumentException(blocks.length + " bytes are not whole blocks of " + blockBytes);
        }
    }

    org.bouncycastle.crypto.BlockCipher engine(byte[] key, boolean encrypt) {
        return switch (this) {
            case AES -> {
                var engine = AESEngine.newInstance();
                engine.init(encrypt, new KeyParameter(key));
                yield engine;
            }
            case TDEA -> {
                var engine = new DESedeEngine();
                engine.init(encrypt, new KeyParameter(key.length == 8 ? doubled(key) : key));
                yield engine;
            }
        };
    }

    /** Three times the same key is single DES. */
    private static byte[] doubled(byte[] key) {
        byte[] both = Arrays.copyOf(key, 16);
        System.arraycopy(key, 0, both, 8, 8);
        return both;
    }
}
