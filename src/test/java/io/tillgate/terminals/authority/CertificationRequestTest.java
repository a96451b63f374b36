package io.tillgate.terminals.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.terminals.authority.CertificationRequest.Proven;
import io.tillgate.terminals.authority.CertificationRequest.Unfit;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

class CertificationRequestTest {
    @Test
    void a_p256_and_a_p384_key_are_taken() throws Exception {
        for (String curve : new String[] {"secp256r1", "secp384r1"}) {
            KeyPair pair = ec(curve);

            assertThat(read(request(pair, pair, "SHA256withECDSA")))
                    .isInstanceOfSatisfying(
                            Proven.class, p -> assertThat(p.key()).isEqualTo(pair.getPublic()));
        }
    }

    @Test
    void lines_and_pem_armour_do_not_matter() throws Exception {
        KeyPair pair = ec("secp256r1");
        String lines = Base64.getMimeEncoder().encodeToString(request(pair, pair, "SHA256withECDSA"));

        assertThat(CertificationRequest.read(bytes(lines))).isInstanceOf(Proven.class);
        assertThat(CertificationRequest.read(bytes(
                        "-----BEGIN CERTIFICATE REQUEST-----\n" + lines + "\n-----END CERTIFICATE REQUEST-----\n")))
                .isInstanceOf(Proven.class);
    }

    @Test
    void another_kind_of_key_is_refused_with_the_kind_that_is_wanted() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair pair = rsa.generateKeyPair();

        assertThat(read(request(pair, pair, "SHA256withRSA")))
                .isInstanceOfSatisfying(Unfit.class, u -> assertThat(u.reason()).contains("P-256"));
    }

    @Test
    void another_curve_is_refused() throws Exception {
        KeyPair pair = ec("secp521r1");

        assertThat(read(request(pair, pair, "SHA512withECDSA"))).isInstanceOf(Unfit.class);
    }

    @Test
    void a_request_signed_with_another_key_is_refused() throws Exception {
        assertThat(read(request(ec("secp256r1"), ec("secp256r1"), "SHA256withECDSA")))
                .isInstanceOfSatisfying(
                        Unfit.class, u -> assertThat(u.reason()).contains("not signed with its own key"));
    }

    @Test
    void what_is_no_request_is_refused_with_a_reason() {
        assertThat(unfit("")).contains("empty");
        assertThat(unfit("AAAA")).contains("PKCS#10");
        assertThat(unfit("MIIB===")).isNotBlank();
        assertThat(unfit("A".repeat(9000))).contains("larger than 8192");
    }

    @Test
    void no_cut_and_no_flipped_byte_of_a_request_gets_through_or_breaks_out() throws Exception {
        KeyPair pair = ec("secp256r1");
        byte[] good = request(pair, pair, "SHA256withECDSA");

        for (int i = 0; i < good.length; i++) {
            byte[] flipped = good.clone();
            flipped[i] ^= 0x55;
            var verdict = read(flipped);
            assertThat(verdict instanceof Proven p && p.key().equals(pair.getPublic()))
                    .as("byte %d", i)
                    .isFalse();
            assertThat(read(java.util.Arrays.copyOf(good, i))).isInstanceOf(Unfit.class);
        }
    }

    private static String unfit(String body) {
        var verdict = CertificationRequest.read(bytes(body));
        assertThat(verdict).isInstanceOf(Unfit.class);
        return ((Unfit) verdict).reason();
    }

    private static CertificationRequest read(byte[] der) {
        return CertificationRequest.read(Base64.getEncoder().encode(der));
    }

    private static byte[] request(KeyPair named, KeyPair signing, String algorithm) throws Exception {
        return new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=whatever"), named.getPublic())
                .build(new JcaContentSignerBuilder(algorithm).build(signing.getPrivate()))
                .getEncoded();
    }

    private static KeyPair ec(String curve) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
