package io.tillgate.platform.crypto;

import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.platform.crypto.cipher.MacAlgorithm;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.InitialKeyId;
import io.tillgate.platform.crypto.dukpt.Ksn;
import io.tillgate.platform.crypto.dukpt.TdesKsn;
import io.tillgate.platform.crypto.pin.Pin;
import io.tillgate.platform.crypto.pin.PinBlockFormat;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The security module without hardware: all keys come from one master key in memory. For {@code ./tillgate up}, tests,
 * and deployments that accept it by name. Two modules with the same master key understand each other.
 */
public final class SoftwareSecurityModule implements SecurityModule {
    private static final int TENANT_KEY_BYTES = 32;

    private final TenantKeys keys;
    private final DukptKeys dukpt;
    private final SecureRandom random;

    /**
     * A module over one master key.
     *
     * @param masterKey 32 random bytes; losing them loses every sealed value, changing them every token and BDK
     */
    public SoftwareSecurityModule(SecretBytes masterKey, SecureRandom random) {
        this.keys = new TenantKeys(masterKey);
        this.dukpt = new DukptKeys(keys);
        this.random = random;
    }

    @Override
    public String kind() {
        return "software";
    }

    @Override
    public byte[] seal(TenantId tenant, byte[] associated, byte[] plain) {
        return using(tenant, "seal", key -> Envelope.seal(key, Envelope.bound(tenant, associated), plain, random));
    }

    @Override
    public byte[] open(TenantId tenant, byte[] associated, byte[] sealed) {
        return using(tenant, "seal", key -> Envelope.open(key, Envelope.bound(tenant, associated), sealed));
    }

    @Override
    public byte[] token(TenantId tenant, byte[] value) {
        return using(tenant, "token", key -> MacAlgorithm.HMAC_SHA256.mac(key, value));
    }

    @Override
    public byte[] secret(String label, int bytes) {
        return keys.shared(label, bytes);
    }

    @Override
    public DukptInitialKey initialKey(TenantId tenant, InitialKeyId id) {
        return new DukptInitialKey(id, secret(dukpt.initialKey(tenant, id)));
    }

    @Override
    public SecretBytes initialKey(TenantId tenant, TdesKsn device) {
        return secret(dukpt.initialKey(tenant, device));
    }

    @Override
    public byte[] decryptRequest(TenantId tenant, Ksn ksn, byte[] ciphertext) {
        return dukpt.decryptRequest(tenant, ksn, ciphertext);
    }

    @Override
    public byte[] translatePin(TenantId tenant, EncipheredPin pin, String pan, ZoneKey target) {
        requirePin(target);
        byte[] key = dukpt.pinKey(tenant, pin.ksn(), pin.format().cipher());
        byte[] block = pin.block().bytes();
        try (Pin clear = pin.format().decipher(key, block, pan)) {
            PinBlockFormat format = target.purpose().pinBlockFormat();
            return using(tenant, target, zone -> format.encipher(zone, clear, pan, random));
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(block, (byte) 0);
        }
    }

    @Override
    public ZoneKey wrap(TenantId tenant, ZoneKey.Purpose purpose, SecretBytes clear) {
        if (!purpose.accepts(clear.length())) {
            throw new Refusal(CryptoProblem.KEY_INVALID, "the key's length does not fit its purpose");
        }
        byte[] key = clear.bytes();
        try {
            return new ZoneKey(purpose, SecretBytes.copyOf(seal(tenant, zoneLabel(purpose), key)));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public byte[] mac(TenantId tenant, ZoneKey key, MacAlgorithm algorithm, byte[] message) {
        if (key.purpose() != ZoneKey.Purpose.MAC) {
            throw new Refusal(CryptoProblem.KEY_INVALID, "a PIN key makes no MAC");
        }
        return using(tenant, key, zone -> algorithm.mac(zone, message));
    }

    @Override
    public byte[] sign(TenantId tenant, byte[] data) {
        return using(tenant, "sign", seed -> ChainSigner.sign(seed, data));
    }

    @Override
    public boolean verify(TenantId tenant, byte[] data, byte[] signature) {
        return using(tenant, "sign", seed -> ChainSigner.verify(seed, data, signature));
    }

    @Override
    public byte[] publicKey(TenantId tenant) {
        return using(tenant, "sign", ChainSigner::subjectPublicKey);
    }

    private static void requirePin(ZoneKey target) {
        if (target.purpose() == ZoneKey.Purpose.MAC) {
            throw new Refusal(CryptoProblem.KEY_INVALID, "a MAC key enciphers no PIN");
        }
    }

    private <T> T using(TenantId tenant, String purpose, Function<byte[], T> work) {
        byte[] key = keys.of(tenant, purpose, TENANT_KEY_BYTES);
        try {
            return work.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] using(TenantId tenant, ZoneKey wrapped, Function<byte[], byte[]> work) {
        byte[] key;
        try {
            key = open(tenant, zoneLabel(wrapped.purpose()), wrapped.wrapped().bytes());
        } catch (SealBroken notOurs) {
            throw new Refusal(CryptoProblem.KEY_INVALID, "the zone key was wrapped for another tenant or purpose");
        }
        try {
            return work.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] zoneLabel(ZoneKey.Purpose purpose) {
        return ("zone-key/" + purpose).getBytes(StandardCharsets.US_ASCII);
    }

    private static SecretBytes secret(byte[] bytes) {
        SecretBytes secret = SecretBytes.copyOf(bytes);
        Arrays.fill(bytes, (byte) 0);
        return secret;
    }
}
