package io.tillgate.launcher.replay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What looks like chance and is the same at every run: numbers, ids and passwords drawn from words. */
final class Chance {
    private Chance() {}

    /** From 0 to {@code bound - 1}. */
    static int below(int bound, String... words) {
        byte[] hash = hash(words);
        long drawn = 0;
        for (int i = 0; i < 7; i++) {
            drawn = drawn << 8 | (hash[i] & 0xff);
        }
        return (int) (drawn % bound);
    }

    /** A UUID of version 7 whose time is this one. */
    static UUID id(Instant at, String... words) {
        byte[] hash = hash(words);
        long high = at.toEpochMilli() << 16 | 0x7000 | (hash[0] & 0x0f) << 8 | (hash[1] & 0xff);
        long low = 0;
        for (int i = 2; i < 10; i++) {
            low = low << 8 | (hash[i] & 0xff);
        }
        return new UUID(high, low & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    /** For somebody whom only the replay signs in. */
    static String password(String secret, String who) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = mac.doFinal(who.getBytes(StandardCharsets.UTF_8));
            return java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(code)
                    .substring(0, 28);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static byte[] hash(String... words) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("/", words).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
