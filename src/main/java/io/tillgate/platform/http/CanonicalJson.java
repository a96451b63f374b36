package io.tillgate.platform.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in its one canonical form (RFC 8785), for comparing bodies. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The text must be valid JSON: an object or an array. */
    public static String of(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException notJson) {
            throw new UncheckedIOException("not JSON", notJson);
        }
    }

    /** SHA-256 over the canonical form. */
    public static byte[] sha256(String json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of(json).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
