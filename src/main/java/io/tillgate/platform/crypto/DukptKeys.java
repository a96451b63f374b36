package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.BlockCipher;
import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.platform.crypto.cipher.Iso9797Padding;
import io.tillgate.platform.crypto.dukpt.AesDukpt;
import io.tillgate.platform.crypto.dukpt.AesKeyType;
import io.tillgate.platform.crypto.dukpt.AesKeyUsage;
import io.tillgate.platform.crypto.dukpt.AesKsn;
import io.tillgate.platform.crypto.dukpt.InitialKeyId;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.platform.crypto.dukpt.TdesDukpt;
import io.tillgate.platform.crypto.dukpt.TdesKeyUsage;
import io.tillgate.platform.crypto.dukpt.TdesKsn;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import java.util.Arrays;
import java.util.Locale;

/**
 * The DUKPT keys of a tenant. There is one BDK for each BDK id (AES) or key set id (TDES), so that a tenant changes its
 * BDK by giving new devices ids under a new one. All results are the caller's to clear.
 */
final class DukptKeys {
    private static final int BDK_BYTES = 16;

    private final TenantKeys keys;

    DukptKeys(TenantKeys keys) {
        this.keys = keys;
    }

    byte[] initialKey(TenantId tenant, InitialKeyId id) {
        byte[] bdk = keys.of(tenant, String.format(Locale.ROOT, "bdk/aes-dukpt/%08X", id.bdkId()), BDK_BYTES);
        try {
            return AesDukpt.initialKey(bdk, id);
        } finally {
            Arrays.fill(bdk, (byte) 0);
        }
    }

    byte[] initialKey(TenantId tenant, TdesKsn device) {
        byte[] bdk = keys.of(tenant, String.format(Locale.ROOT, "bdk/tdes-dukpt/%010X", device.keySetId()), BDK_BYTES);
        try {
            return TdesDukpt.initialKey(bdk, device);
        } finally {
            Arrays.fill(bdk, (byte) 0);
        }
    }

    byte[] decryptRequest(TenantId tenant, Ksn ksn, byte[] ciphertext) {
        BlockCipher cipher = switch (ksn.scheme()) {
            case AES -> BlockCipher.AES;
            case TDES -> BlockCipher.TDEA;
        };
        if (ciphertext.length == 0 || ciphertext.length % cipher.blockBytes() != 0) {
            throw new Refusal(CryptoProblem.CIPHERTEXT_INVALID, "the ciphertext is not a number of whole blocks");
        }
        byte[] key = dataRequestKey(tenant, ksn);
        byte[] padded = cipher.decryptCbc(key, ciphertext);
        try {
            return Iso9797Padding.removeMethod2(padded, cipher.blockBytes())
                    .orElseThrow(() -> new Refusal(
                            CryptoProblem.CIPHERTEXT_INVALID, "the ciphertext does not open under this KSN"));
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(padded, (byte) 0);
        }
    }

    /** The PIN encryption key for blocks under this cipher; TDES-DUKPT has no AES keys. */
    byte[] pinKey(TenantId tenant, Ksn ksn, BlockCipher cipher) {
        return switch (ksn) {
            case AesKsn aes -> {
                AesKeyType type = cipher == BlockCipher.AES ? AesKeyType.AES128 : AesKeyType.TDES2;
                yield aesKey(tenant, aes, AesKeyUsage.PIN_ENCRYPTION, type);
            }
            case TdesKsn tdes -> {
                if (cipher == BlockCipher.AES) {
                    throw new Refusal(CryptoProblem.PIN_BLOCK_INVALID, "format 4 needs an AES-DUKPT KSN");
                }
                yield tdesKey(tenant, tdes, TdesKeyUsage.PIN_ENCRYPTION);
            }
        };
    }

    private byte[] dataRequestKey(TenantId tenant, Ksn ksn) {
        return switch (ksn) {
            case AesKsn aes -> aesKey(tenant, aes, AesKeyUsage.DATA_ENCRYPTION, AesKeyType.AES128);
            case TdesKsn tdes -> tdesKey(tenant, tdes, TdesKeyUsage.DATA_REQUEST);
        };
    }

    private byte[] aesKey(TenantId tenant, AesKsn ksn, AesKeyUsage usage, AesKeyType type) {
        byte[] initial = initialKey(tenant, ksn.initialKeyId());
        try {
            return AesDukpt.workingKey(initial, ksn, usage, type);
        } finally {
            Arrays.fill(initial, (byte) 0);
        }
    }

    private byte[] tdesKey(TenantId tenant, TdesKsn ksn, TdesKeyUsage usage) {
        byte[] initial = initialKey(tenant, ksn);
        try {
            return TdesDukpt.workingKey(initial, ksn, usage);
        } finally {
            Arrays.fill(initial, (byte) 0);
        }
    }
}
