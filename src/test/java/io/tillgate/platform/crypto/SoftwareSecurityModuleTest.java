package io.tillgate.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.platform.crypto.cipher.BlockCipher;
import io.tillgate.platform.crypto.cipher.CryptoProblem;
import io.tillgate.platform.crypto.cipher.Iso9797Padding;
import io.tillgate.platform.crypto.cipher.MacAlgorithm;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.AesDukpt;
import io.tillgate.platform.crypto.dukpt.AesKeyType;
import io.tillgate.platform.crypto.dukpt.AesKeyUsage;
import io.tillgate.platform.crypto.dukpt.AesKsn;
import io.tillgate.platform.crypto.dukpt.InitialKeyId;
import io.tillgate.platform.crypto.dukpt.TdesDukpt;
import io.tillgate.platform.crypto.dukpt.TdesKeyUsage;
import io.tillgate.platform.crypto.dukpt.TdesKsn;
import io.tillgate.platform.crypto.pin.Pin;
import io.tillgate.platform.crypto.pin.PinBlockFormat;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.TenantId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoftwareSecurityModuleTest {
    private static final TenantId HARBOUR = TenantId.fromString("01890000-0000-7000-8000-000000000001");
    private static final TenantId LOTUS = TenantId.fromString("01890000-0000-7000-8000-000000000002");
    private static final String PAN = "4111111111111111";
    private static final AesKsn KSN = new AesKsn(InitialKeyId.of(0x12345678, 0x90123456), 3);
    private static final TdesKsn TDES_KSN = new TdesKsn(0xFFFF987654L, 0x3210E00000L, 5);

    private final SecurityModule module = module(1);

    @Test
    void sealed_value_opens_for_its_tenant_and_owner_only() {
        byte[] sealed = module.seal(HARBOUR, owner("p1"), "secret".getBytes(UTF_8));

        assertThat(module.open(HARBOUR, owner("p1"), sealed)).asString(UTF_8).isEqualTo("secret");
        assertThatThrownBy(() -> module.open(HARBOUR, owner("p2"), sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> module.open(LOTUS, owner("p1"), sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> module(2).open(HARBOUR, owner("p1"), sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void one_altered_or_missing_byte_breaks_a_seal() {
        byte[] sealed = module.seal(HARBOUR, owner("p1"), "secret".getBytes(UTF_8));

        assertThat(sealed).hasSize("secret".length() + Envelope.OVERHEAD_BYTES);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> module.open(HARBOUR, owner("p1"), altered)).isInstanceOf(SealBroken.class);
            assertThatThrownBy(() -> module.open(HARBOUR, owner("p1"), cut)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void same_value_never_seals_to_the_same_bytes() {
        assertThat(module.seal(HARBOUR, owner("p1"), new byte[0]))
                .isNotEqualTo(module.seal(HARBOUR, owner("p1"), new byte[0]));
    }

    @Test
    void token_is_stable_within_a_tenant_and_differs_between_tenants() {
        byte[] pan = PAN.getBytes(UTF_8);

        assertThat(module.token(HARBOUR, pan))
                .hasSize(32)
                .isEqualTo(module(1).token(HARBOUR, pan))
                .isNotEqualTo(module.token(LOTUS, pan));
    }

    @Test
    void secrets_of_different_labels_are_unrelated() {
        assertThat(module.secret("cookie", 32)).hasSize(32).isNotEqualTo(module.secret("admin", 32));
        assertThat(module.secret("cookie", 16)).hasSize(16);
    }

    @Test
    void request_enciphered_by_an_aes_terminal_opens() {
        byte[] initial = module.initialKey(HARBOUR, KSN.initialKeyId()).key().bytes();
        byte[] key = AesDukpt.workingKey(initial, KSN, AesKeyUsage.DATA_ENCRYPTION, AesKeyType.AES128);
        byte[] plain = "card data of seventeen".getBytes(UTF_8);

        byte[] sent = BlockCipher.AES.encryptCbc(key, Iso9797Padding.METHOD_2.pad(plain, 16));

        assertThat(module.decryptRequest(HARBOUR, KSN, sent)).isEqualTo(plain);
        assertRefused(CryptoProblem.CIPHERTEXT_INVALID, () -> module.decryptRequest(LOTUS, KSN, sent));
        assertRefused(
                CryptoProblem.CIPHERTEXT_INVALID, () -> module.decryptRequest(HARBOUR, KSN, Arrays.copyOf(sent, 17)));
        assertRefused(CryptoProblem.CIPHERTEXT_INVALID, () -> module.decryptRequest(HARBOUR, KSN, new byte[0]));
    }

    @Test
    void request_enciphered_by_a_tdes_terminal_opens() {
        byte[] initial = module.initialKey(HARBOUR, TDES_KSN).bytes();
        byte[] key = TdesDukpt.workingKey(initial, TDES_KSN, TdesKeyUsage.DATA_REQUEST);
        byte[] plain = "card data".getBytes(UTF_8);

        byte[] sent = BlockCipher.TDEA.encryptCbc(key, Iso9797Padding.METHOD_2.pad(plain, 8));

        assertThat(module.decryptRequest(HARBOUR, TDES_KSN, sent)).isEqualTo(plain);
    }

    @Test
    void pin_of_format_4_is_translated_to_both_kinds_of_zone_key() {
        byte[] initial = module.initialKey(HARBOUR, KSN.initialKeyId()).key().bytes();
        byte[] key = AesDukpt.workingKey(initial, KSN, AesKeyUsage.PIN_ENCRYPTION, AesKeyType.AES128);
        byte[] sent = PinBlockFormat.FORMAT_4.encipher(key, Pin.of("4711"), PAN, new SecureRandom());
        EncipheredPin pin = new EncipheredPin(PinBlockFormat.FORMAT_4, KSN, SecretBytes.copyOf(sent));
        byte[] zone = filled(16, 9);

        byte[] tdea = module.translatePin(HARBOUR, pin, PAN, wrap(ZoneKey.Purpose.PIN_TDEA, zone));
        byte[] aes = module.translatePin(HARBOUR, pin, PAN, wrap(ZoneKey.Purpose.PIN_AES, zone));

        assertThat(PinBlockFormat.FORMAT_0.decipher(zone, tdea, PAN).matches("4711"))
                .isTrue();
        assertThat(PinBlockFormat.FORMAT_4.decipher(zone, aes, PAN).matches("4711"))
                .isTrue();
        assertRefused(
                CryptoProblem.PIN_BLOCK_INVALID,
                () -> module.translatePin(HARBOUR, pin, "5555555555554444", wrap(ZoneKey.Purpose.PIN_AES, zone)));
    }

    @Test
    void pin_of_format_0_under_tdes_is_translated() {
        byte[] initial = module.initialKey(HARBOUR, TDES_KSN).bytes();
        byte[] key = TdesDukpt.workingKey(initial, TDES_KSN, TdesKeyUsage.PIN_ENCRYPTION);
        byte[] sent = PinBlockFormat.FORMAT_0.encipher(key, Pin.of("123456"), PAN, new SecureRandom());
        byte[] zone = filled(24, 9);

        byte[] block = module.translatePin(
                HARBOUR,
                new EncipheredPin(PinBlockFormat.FORMAT_0, TDES_KSN, SecretBytes.copyOf(sent)),
                PAN,
                wrap(ZoneKey.Purpose.PIN_TDEA, zone));

        assertThat(PinBlockFormat.FORMAT_0.decipher(zone, block, PAN).matches("123456"))
                .isTrue();
    }

    @Test
    void members_of_a_pin_message_are_checked() {
        String ksn = KSN.hex();

        assertThat(EncipheredPin.of(4, ksn, "00".repeat(16)).toString()).contains("***");
        assertRefused(CryptoProblem.PIN_BLOCK_INVALID, () -> EncipheredPin.of(1, ksn, "00"));
        assertRefused(CryptoProblem.PIN_BLOCK_INVALID, () -> EncipheredPin.of(4, ksn, "0"));
        assertRefused(CryptoProblem.KSN_INVALID, () -> EncipheredPin.of(4, "00", "00"));
    }

    @Test
    void zone_key_works_for_its_tenant_and_purpose_only() {
        byte[] clear = filled(16, 9);
        ZoneKey key = wrap(ZoneKey.Purpose.MAC, clear);
        ZoneKey renamed = new ZoneKey(ZoneKey.Purpose.PIN_AES, key.wrapped());
        EncipheredPin pin = new EncipheredPin(PinBlockFormat.FORMAT_4, KSN, SecretBytes.copyOf(enciphered("4711")));

        assertThat(module.mac(HARBOUR, key, MacAlgorithm.X9_19, clear)).isEqualTo(MacAlgorithm.X9_19.mac(clear, clear));
        assertRefused(CryptoProblem.KEY_INVALID, () -> module.mac(LOTUS, key, MacAlgorithm.X9_19, clear));
        assertRefused(CryptoProblem.KEY_INVALID, () -> module.translatePin(HARBOUR, pin, PAN, renamed));
        assertRefused(CryptoProblem.KEY_INVALID, () -> module.translatePin(HARBOUR, pin, PAN, key));
        assertRefused(CryptoProblem.KEY_INVALID, () -> wrap(ZoneKey.Purpose.PIN_TDEA, new byte[8]));
    }

    @Test
    void signature_is_checked_by_anyone_with_the_public_key() throws GeneralSecurityException {
        byte[] head = "block head".getBytes(UTF_8);
        byte[] signature = module.sign(HARBOUR, head);

        Signature outside = Signature.getInstance("Ed25519");
        outside.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(module.publicKey(HARBOUR))));
        outside.update(head);

        assertThat(outside.verify(signature)).isTrue();
        assertThat(module.verify(HARBOUR, head, signature)).isTrue();
        assertThat(module.verify(LOTUS, head, signature)).isFalse();
        assertThat(module.verify(HARBOUR, new byte[1], signature)).isFalse();
        assertThat(module.verify(HARBOUR, head, new byte[3])).isFalse();
    }

    @Test
    void nothing_secret_is_printed() {
        DukptInitialKey key = module.initialKey(HARBOUR, KSN.initialKeyId());

        assertThat(key.toString()).doesNotContain(key.key().hex());
        assertThat(wrap(ZoneKey.Purpose.MAC, filled(16, 9)).toString()).contains("***");
    }

    private byte[] enciphered(String pin) {
        byte[] initial = module.initialKey(HARBOUR, KSN.initialKeyId()).key().bytes();
        byte[] key = AesDukpt.workingKey(initial, KSN, AesKeyUsage.PIN_ENCRYPTION, AesKeyType.AES128);
        return PinBlockFormat.FORMAT_4.encipher(key, Pin.of(pin), PAN, new SecureRandom());
    }

    private ZoneKey wrap(ZoneKey.Purpose purpose, byte[] clear) {
        return module.wrap(HARBOUR, purpose, SecretBytes.copyOf(clear));
    }

    private static void assertRefused(CryptoProblem problem, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(problem));
    }

    private static SecurityModule module(int seed) {
        return new SoftwareSecurityModule(SecretBytes.copyOf(filled(32, seed)), new SecureRandom());
    }

    private static byte[] filled(int length, int start) {
        byte[] bytes = new byte[length];
        IntStream.range(0, length).forEach(i -> bytes[i] = (byte) (start + i));
        return bytes;
    }

    private static byte[] owner(String id) {
        return id.getBytes(UTF_8);
    }
}
