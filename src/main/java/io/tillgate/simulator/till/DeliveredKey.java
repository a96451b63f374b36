package io.tillgate.simulator.till;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens the JWE in which a terminal gets its DUKPT key: ECDH-ES+A256KW (RFC 7518, 4.6) and A256GCM (5.3). */
public final class DeliveredKey {
    private static final String ALGORITHM = "ECDH-ES+A256KW";
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeliveredKey() {}

    public static TillKeys open(String jwe, DeviceKey device) {
        return open(jwe, device, 0);
    }

    /** @param lastCounter the last one used, of a terminal that had this key before */
    public static TillKeys open(String jwe, DeviceKey device, int lastCounter) {
        try {
            String[] parts = jwe.split("\\.", 5);
            JsonNode header = JSON.readTree(decode(parts[0]));
            SecretKey wrapping = agreed(header, device);
            Cipher unwrap = Cipher.getInstance("AESWrap");
            unwrap.init(Cipher.UNWRAP_MODE, wrapping);
            SecretKey content = (SecretKey) unwrap.unwrap(decode(parts[1]), "AES", Cipher.SECRET_KEY);
            Cipher open = Cipher.getInstance("AES/GCM/NoPadding");
            open.init(Cipher.DECRYPT_MODE, content, new GCMParameterSpec(128, decode(parts[2])));
            open.updateAAD(parts[0].getBytes(StandardCharsets.US_ASCII));
            open.update(decode(parts[3]));
            JsonNode plain = JSON.readTree(open.doFinal(decode(parts[4])));
            return new TillKeys(
                    plain.get("initialKeyId").asText(), plain.get("initialKey").asText(), lastCounter);
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalStateException("the delivered key cannot be opened", unreadable);
        }
    }

    private static SecretKey agreed(JsonNode header, DeviceKey device) throws GeneralSecurityException {
        if (!header.get("alg").asText().equals(ALGORITHM)) {
            throw new GeneralSecurityException("unexpected algorithm " + header.get("alg"));
        }
        JsonNode ephemeral = header.get("epk");
        ECPublicKey own = (ECPublicKey) device.pair().getPublic();
        ECPoint point = new ECPoint(number(ephemeral.get("x")), number(ephemeral.get("y")));
        var sender = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, own.getParams()));
        PrivateKey mine = device.pair().getPrivate();
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(mine);
        agreement.doPhase(sender, true);
        return new SecretKeySpec(concatKdf(agreement.generateSecret()), "AES");
    }

    /** One round of SHA-256 gives the 256 bits that are needed; no party information is used. */
    private static byte[] concatKdf(byte[] secret) throws GeneralSecurityException {
        byte[] algorithm = ALGORITHM.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer input = ByteBuffer.allocate(4 + secret.length + 4 + algorithm.length + 12);
        input.putInt(1)
                .put(secret)
                .putInt(algorithm.length)
                .put(algorithm)
                .putInt(0)
                .putInt(0)
                .putInt(256);
        return MessageDigest.getInstance("SHA-256").digest(input.array());
    }

    private static BigInteger number(JsonNode base64url) {
        return new BigInteger(1, decode(base64url.asText()));
    }

    private static byte[] decode(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
