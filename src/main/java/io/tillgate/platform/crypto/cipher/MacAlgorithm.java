package io.tillgate.platform.crypto.cipher;

import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The message authentication codes that card hosts and terminals ask for, each under one key, at full length. */
public enum MacAlgorithm {
    /** NIST SP 800-38B over AES; 16 bytes. */
    AES_CMAC,
    /** NIST SP 800-38B over TDEA; 8 bytes. */
    TDEA_CMAC,
    /** FIPS 198-1 with SHA-256; 32 bytes. */
    HMAC_SHA256,
    /** ISO 9797-1 algorithm 1 over TDEA, padding method 1; 8 bytes. */
    ISO_9797_1_ALGORITHM_1,
    /** ANSI X9.19, also ANSI X9.24-1 A.4: algorithm 3 over single DES, padding method 1; 8 bytes. */
    X9_19;

    public byte[] mac(byte[] key, byte[] message) {
        return switch (this) {
            case AES_CMAC -> run(new CMac(BlockCipher.AES.engine(key, true)), key, message);
            case TDEA_CMAC -> run(new CMac(BlockCipher.TDEA.engine(key, true)), key, message);
            case HMAC_SHA256 -> run(new HMac(new SHA256Digest()), key, message);
            case ISO_9797_1_ALGORITHM_1 -> Iso9797Mac.algorithm1(key, message, Iso9797Padding.METHOD_1);
            case X9_19 -> Iso9797Mac.retail(key, message, Iso9797Padding.METHOD_1);
        };
    }

    private static byte[] run(Mac mac, byte[] key, byte[] message) {
        mac.init(new KeyParameter(key));
        mac.update(message, 0, message.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
