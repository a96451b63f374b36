package io.tillgate.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.crypto.dukpt.InitialKeyId;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceKeyDeliveryTest {
    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1"})
    void only_the_device_reads_its_initial_key(String curve) throws Exception {
        KeyPair device = keyPair(curve);
        DukptInitialKey key = new DukptInitialKey(
                InitialKeyId.parse("1234567890123456"), SecretBytes.ofHex("1273671EA26AC29AFA4D1084127652A1"));

        String jwe = DeviceKeyDelivery.toDevice((ECPublicKey) device.getPublic(), key);

        JsonNode read = new ObjectMapper().readTree(open(jwe, device));
        assertThat(read.get("scheme").asText()).isEqualTo("aes-dukpt");
        assertThat(read.get("algorithm").asText()).isEqualTo("AES-128");
        assertThat(read.get("initialKeyId").asText()).isEqualTo("1234567890123456");
        assertThat(read.get("initialKey").asText()).isEqualTo("1273671EA26AC29AFA4D1084127652A1");
        assertThatThrownBy(() -> open(jwe, keyPair(curve))).isInstanceOf(JoseException.class);
    }

    private static String open(String jwe, KeyPair device) throws JoseException {
        JsonWebEncryption received = new JsonWebEncryption();
        received.setCompactSerialization(jwe);
        assertThat(received.getAlgorithmHeaderValue()).isEqualTo("ECDH-ES+A256KW");
        assertThat(received.getEncryptionMethodHeaderParameter()).isEqualTo("A256GCM");
        received.setKey(device.getPrivate());
        return received.getPlaintextString();
    }

    private static KeyPair keyPair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
